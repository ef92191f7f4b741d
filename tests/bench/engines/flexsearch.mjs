import { Index } from 'flexsearch';

/** @typedef {import('./engine.mjs').Query} Query @typedef {import('./engine.mjs').Material} Material */

/** All texts of a paper as one: an index by field wants all words of a query in the same field. */
class FlexSearchEngine {
  index = new Index({ tokenize: 'strict', encode: (/** @type {string} */ text) => text.split(' ') });

  /** @param {Material} material */
  add({ papers }) {
    papers.forEach(({ texts }, number) => this.index.add(number, Object.values(texts).join(' ')));
  }

  /** @param {Query} query @param {number} [limit] */
  search({ terms }, limit = 50) {
    return this.index.search(terms.join(' '), { limit });
  }

  /** @param {Query} query @param {Material} material */
  ids(query, { papers }) {
    return this.search(query, 10).map((number) => papers[Number(number)].id);
  }

  liveBytes() {
    return undefined;
  }

  close() {
    this.index.clear();
  }
}

export const flexsearch = {
  lacks: ['typing', 'typos', 'any'],
  inHeap: true,
  create: async () => new FlexSearchEngine(),
};
