// What became of the files of a batch.

/** @typedef {import('./shelf.js').Refusal} Refusal */
/**
 * @typedef {{ code: string, name: string, works: number, here: number, remarks: number }} TakenCollection code: "ok", or
 *   why it was not taken; here: works that the library has; remarks: entries that could not be read whole
 */
/**
 * @typedef {object} Tally
 * @property {number} done files of the batch read or refused: fewer than all if cancelled
 * @property {number} opened
 * @property {number} papers in the opened files
 * @property {string[]} known files whose text was already open
 * @property {string[]} older files of which a newer making was already open
 * @property {string[]} remade files that replaced an older making
 * @property {number} left papers of older makings that the newer ones lack
 * @property {TakenCollection[]} collections
 * @property {number} passed pages found in folders and zips that list no papers
 * @property {Refusal[]} refused
 */

/** @returns {Tally} */
export const newTally = () => ({
  done: 0,
  opened: 0,
  papers: 0,
  known: [],
  older: [],
  remade: [],
  left: 0,
  collections: [],
  passed: 0,
  refused: [],
});
