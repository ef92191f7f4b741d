// Ways to write what a paper is called: its address, its authors' names.

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
