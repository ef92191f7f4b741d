// Ways to write what a paper is called: its address, its authors' names, its Greek letters.

/** An arXiv id as people paste or type it. @type {((id: string) => string)[]} */
const LINKS = [
  (id) => `https://arxiv.org/abs/${id}`,
  (id) => `arxiv.org/pdf/${id}`,
  (id) => `https://arxiv.org/html/${id}v1`,
  (id) => `arXiv:${id}`,
  (id) => `arXiv ${id}`,
  (id) => `https://huggingface.co/papers/${id}`,
  (id) => `alphaxiv.org/abs/${id}`,
  (id) => `https://ar5iv.org/abs/${id}`,
  (id) => `10.48550/arXiv.${id}`,
  (id) => `https://papers.cool/arxiv/${id}`,
];

/** The paper's link in one of ten forms; null without an arXiv id. @param {string} id @param {number} number which form */
export function linkTo(id, number) {
  const arxiv = id.match(/\d{4}\.\d{4,5}|[a-z-]+\/\d{7}/)?.[0];
  return arxiv ? LINKS[number % LINKS.length](arxiv) : null;
}

/** @type {((given: string, family: string) => string)[]} */
const NAMES = [
  (given, family) => `"${family}, ${given}"`,
  (given, family) => `${given[0]}. ${family}`,
  (_, family) => `${family} et al.`,
  (given, family) => `author:"${given} ${family}"`,
];

/** A name of two words in one of four forms; null for another kind of name. @param {string} name @param {number} number which form */
export function nameAs(name, number) {
  const words = name.trim().split(/\s+/);
  if (words.length !== 2 || !words.every((word) => /^\p{Lu}[\p{L}-]+$/u.test(word))) return null;
  return NAMES[number % NAMES.length](words[0], words[1]);
}

/** Each letter's sign by its name. */
const GREEK = new Map(
  (
    'alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ ' +
    'sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω'
  )
    .match(/[a-z]+ ./gu)
    ?.map((pair) => /** @type {[string, string]} */ (pair.split(' '))),
);
const COMMAND = new RegExp(`\\\\(?:var)?(${[...GREEK.keys()].join('|')})(?![a-z])`, 'i');
const SIGN = new RegExp(`(?<![\\p{L}\\p{N}])[${[...GREEK.values()].join('')}](?![\\p{L}\\p{N}])`, 'iu');

/** The first Greek letter that stands alone in a text: by name, as a sign, as a command; null without one. @param {string} text */
export function greekIn(text) {
  const [, command] = text.match(COMMAND) ?? [];
  const [sign] = text.match(SIGN) ?? [];
  const lower = sign?.toLowerCase();
  const name = command?.toLowerCase() ?? [...GREEK.keys()].find((each) => GREEK.get(each) === lower);
  return name ? { name, forms: [name, GREEK.get(name) ?? '', `\\${name}`] } : null;
}
