// How the user last exported, kept in this browser.
import { keepLocal, readLocal } from '../../storage/local.js';
import { FILES, PASTED } from './formats.js';

/** @typedef {import('./formats.js').Format} Format */
/**
 * @typedef {object} Choice
 * @property {Format} format
 * @property {boolean} abstracts
 * @property {number} authors at most so many; 0: all
 * @property {boolean} ascii
 * @property {string} keys a pattern (core/export/cite_keys.h)
 */

const NAME = 'broadsheet.export';
export const MOST_AUTHORS = 9999;
export const LONGEST_PATTERN = 100;

/** @type {Readonly<Choice>} */
export const USUAL = {
  format: 'bibtex',
  abstracts: false,
  authors: 0,
  ascii: false,
  keys: '{author}{year}{word}',
};

/** What was kept, or whatever anyone has written there. @param {unknown} kept @returns {Choice} */
export function choiceFrom(kept) {
  const { format, abstracts, authors, ascii, keys } = Object(kept);
  return {
    format: [...PASTED, ...FILES].find((name) => name === format) ?? USUAL.format,
    abstracts: abstracts === true,
    authors: Number.isInteger(authors) && authors >= 0 && authors <= MOST_AUTHORS ? authors : USUAL.authors,
    ascii: ascii === true,
    keys: typeof keys === 'string' && keys !== '' && keys.length <= LONGEST_PATTERN ? keys : USUAL.keys,
  };
}

export const lastChoice = () => choiceFrom(readLocal(NAME));

/** @param {Choice} choice */
export const keepChoice = (choice) => keepLocal(NAME, choice);
