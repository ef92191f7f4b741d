// Words that look like English, by frequency: rank 0 is the commonest. Families such as compress,
// compressed, compression have ranks o, 2o, 4o …, so that the commoner a form the shorter.

const syllables = `con com cor col car cal can cap pre pro per par pol por pen pos dis des det den dem der dif
  sta ste str stu sub sup sur syn sys sen ser sel sem tra tri ter ten tem tor tan tec mod mul man mat mor
  met mic min rec rel rep res ret reg rob ran rad in im ex en em un al ad ac as at ap ar an ob op or
  lan lar lat lin log loc lev fac fin for form fra fun gen gra gro gui hyp het hor ker kin nor net nav neu
  bas ben bin bro dat dyn dra eff el ev ver vis var val vec wor wea tex sam scal spec spar spat qual quan`.split(
  /\s+/,
);
const endings = ['', 's', 'ed', 'ing', 'ion', 'al', 'ity', 'ably'];
const prefixes = ['', 're', 'non', 'multi', 'pseudo', 'inter'];

/** The words between the others, commonest first. */
export const functionWords =
  `and the of to a in for with that is on we this by as are from our an which it can be these such while
  model based method through more at than using data show have not or propose results however between
  their across over both into also its under two new approach performance`.split(/\s+/);

/** @param {number} index */
function stem(index) {
  let word = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / syllables.length) - 1)
    word += syllables[rest % syllables.length];
  return word;
}

/** @type {string[]} */
const known = [];

/** The word of a rank; different ranks almost never share one. @param {number} rank below 2^30 */
export function englishWord(rank) {
  const cached = known[rank];
  if (cached !== undefined) return cached;
  const form = 31 - Math.clz32((rank + 1) & -(rank + 1)); // how often 2 divides rank + 1
  const ending = endings[form % endings.length];
  const prefix = prefixes[Math.floor(form / endings.length)];
  const word = prefix + stem(80 + ((rank + 1) >>> (form + 1))) + ending;
  known[rank] = word;
  return word;
}

/** @param {string} word */
export const capitalised = (word) => word[0].toUpperCase() + word.slice(1);
