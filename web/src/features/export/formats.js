// What papers can be written as. Pure data.

/** To paste into a text, a line a paper. */
export const PASTED = /** @type {const} */ (['link', 'reference', 'cite', 'id']);
/** Files. All but `html`, which the page writes itself, are the core's (core/export/export.cc). */
export const FILES = /** @type {const} */ ([
  'bibtex',
  'biblatex',
  'ris',
  'csl-json',
  'csv',
  'jsonl',
  'markdown',
  'notes',
  'html',
]);

/** @typedef {(typeof PASTED)[number] | (typeof FILES)[number]} Format */

/** Formats that have a place for an abstract, which they may do without. @type {ReadonlySet<Format>} */
export const WITH_ABSTRACT = new Set(['bibtex', 'biblatex', 'ris', 'csl-json', 'csv', 'notes']);
/** Formats that name authors, of whom some may be left out. @type {ReadonlySet<Format>} */
export const WITH_AUTHORS = new Set(['bibtex', 'biblatex', 'ris', 'csl-json', 'csv', 'notes', 'reference']);
/** Formats of TeX, which may be ASCII. @type {ReadonlySet<Format>} */
export const IN_TEX = new Set(['bibtex', 'biblatex']);
/** Formats that give each paper a name to cite it by. @type {ReadonlySet<Format>} */
export const WITH_KEYS = new Set(['bibtex', 'biblatex', 'ris', 'csl-json', 'csv', 'notes', 'cite']);
