// What the library teaches: which papers are for the user, and what a query means in other words.
import { plain } from './open-library.js';

/** @typedef {import('./protocol.js').Calls} Calls */

/** More than a month has. */
const MOST_FOR_YOU = 10_000;
/** Whoever looks for papers of one subject wants the best ones. */
const MOST_FOR_TAG = 50;
/** As many as the core finds. */
const MOST_ALSO = 100;

/**
 * @param {import('./open-library.js').OpenLibrary} open
 * @param {() => Promise<unknown>} breathe lets waiting messages in
 */
export const createLearning = (open, breathe) => ({
  /** Makes what all of this needs; searches come between. @returns {Promise<null>} */
  async prepareLearned() {
    while (!open.library.prepareLearned()) await breathe();
    return null;
  },

  /** @param {Calls['rank']['ask']} ask @returns {Calls['rank']['answer']} */
  rank({ told }) {
    const { enough, words, authors } = plain(open.library.rank(told));
    return { enough, words, authors, works: enough ? plain(open.library.forYou(MOST_FOR_YOU)) : [] };
  },

  /** @param {Calls['reasons']['ask']} ask @returns {Calls['reasons']['answer']} */
  reasons({ key }) {
    const paper = open.library.locate(key);
    return paper < 0 ? [] : plain(open.library.reasons(paper));
  },

  /** @param {Calls['also']['ask']} ask @returns {Calls['also']['answer']} */
  also({ request, notLearned }) {
    const { words, total } = plain(open.library.also(request, notLearned));
    return { words, rows: total > 0 ? plain(open.library.alsoRows(0, MOST_ALSO)) : [] };
  },

  /** @param {Calls['explainAlso']['ask']} ask @returns {Calls['explainAlso']['answer']} */
  explainAlso({ key }) {
    const paper = open.library.locate(key);
    return paper < 0 ? [] : plain(open.library.explainAlso(paper));
  },

  /** @param {Calls['rankTags']['ask']} ask @returns {Calls['rankTags']['answer']} */
  rankTags: ({ tagged }) =>
    Object.fromEntries(tagged.map(({ tag, told }) => [tag, plain(open.library.forTold(told, MOST_FOR_TAG))])),

  /** @param {Calls['similar']['ask']} ask @returns {Calls['similar']['answer']} */
  similar: ({ works, titles = [], count }) => plain(open.library.similarTo(works, titles, count)),

  /** @param {Calls['trends']['ask']} ask @returns {Calls['trends']['answer']} */
  trends: ({ days, most }) => plain(open.library.trends(days, most)),
});
