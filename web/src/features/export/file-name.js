// Names of exported files. Pure functions.

/** What some system does not take in a name, and what a tag may not smuggle into one. */
const UNSAFE = /[^\p{L}\p{N}_-]+/gu;
const LONGEST = 60;

/** Without its ending. @param {import('./scopes.js').Scope} scope */
export function fileName({ kind, tag = '' }) {
  if (kind === 'starred') return 'starred';
  const safe = kind === 'tag' ? [...tag.replace(UNSAFE, '-')].slice(0, LONGEST).join('') : '';
  return safe && safe !== '-' ? `papers-${safe}` : 'papers';
}
