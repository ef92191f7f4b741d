// Bibliographies and lists of ids: reading them, and finding their works in the library and by a search.
import { plain } from './open-library.js';

/** @typedef {import('./protocol.js').Calls} Calls */

/** So many works are matched before a search gets its turn: some ten milliseconds. */
const STEP = 256;

/**
 * @param {import('./open-library.js').OpenLibrary} open
 * @param {() => Promise<unknown>} breathe
 */
export function createCollections(open, breathe) {
  const titles = new open.core.KnownTitles();
  return {
    /** @param {Calls['readCollection']['ask']} ask @returns {Calls['readCollection']['answer']} */
    readCollection: ({ name, bytes }) => plain(open.core.readCollection(name, bytes)),

    /** @param {Calls['matchWorks']['ask']} ask @returns {Promise<Calls['matchWorks']['answer']>} */
    async matchWorks({ works }) {
      /** @type {Calls['matchWorks']['answer']} */
      const matches = [];
      for (let from = 0; from < works.length; from += STEP) {
        if (from > 0) await breathe();
        matches.push(...plain(open.library.matchWorks(works.slice(from, from + STEP))));
      }
      return matches;
    },

    /** @param {Calls['knowTitles']['ask']} ask @returns {Calls['knowTitles']['answer']} */
    knowTitles({ works }) {
      titles.assign(works);
      return null;
    },

    /** @param {Calls['findTitles']['ask']} ask @returns {Calls['findTitles']['answer']} */
    findTitles: ({ text, most }) => plain(titles.find(text, most)),
  };
}
