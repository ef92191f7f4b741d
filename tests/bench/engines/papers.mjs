// Papers as peers get them: read by Broadsheet beforehand, every text cut into terms. None of this is timed
// for peers.
import { everything } from './broadsheet.mjs';
import { termsOf } from './terms.mjs';

export const fields = [
  'title',
  'authors',
  'tldr',
  'motivation',
  'method',
  'result',
  'conclusion',
  'abstract',
  'extra',
];

/** How much a hit in each of the fields counts, for peers that rank by field. */
export const boosts = { title: 4, authors: 2, tldr: 1.5 };

/**
 * @typedef {Record<string, string>} Texts by field, terms joined by blanks
 * @typedef {{ id: string, title: string, author: string, tldr: string, abstract: string, texts: Texts }} Paper author: the first
 */

/** All papers of a library of the module, in every digest that has them. @param {any} library @returns {Paper[]} */
export function papersOf(library) {
  library.search(everything); // nothing to mark
  /** @type {Paper[]} */
  const papers = [];
  // paperCount() counts a paper of several digests once.
  for (let i = 0; ; i++) {
    const view = library.paper(i, false);
    if (!view.found) return papers;
    papers.push(prepare(view));
  }
}

/** @param {any} view what library.paper() gives @returns {Paper} */
function prepare(view) {
  const authors = view.authors.map((/** @type {{ text: string }} */ author) => author.text);
  /** @type {Record<string, string>} */
  const plain = { title: view.title.text, authors: authors.join(', '), extra: view.categories.join(' ') };
  for (const { name, text } of view.fields) {
    const field = fields.includes(name) ? name : 'extra';
    plain[field] = plain[field] ? `${plain[field]} ${text}` : text;
  }
  const texts = Object.fromEntries(fields.map((field) => [field, termsOf(plain[field] ?? '').join(' ')]));
  const { title, tldr = '', abstract = '' } = plain;
  return { id: view.id, title, author: authors[0] ?? '', tldr, abstract, texts };
}
