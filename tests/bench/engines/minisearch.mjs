import MiniSearch from 'minisearch';
import { boosts, fields } from './papers.mjs';
import { isChinese } from './terms.mjs';

/** @typedef {import('./engine.mjs').Query} Query @typedef {import('./engine.mjs').Material} Material */

class MiniSearchEngine {
  index = new MiniSearch({
    idField: 'number',
    fields,
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    searchOptions: { boost: boosts },
  });

  /** @param {Material} material */
  add({ papers }) {
    papers.forEach(({ texts }, number) => this.index.add({ ...texts, number }));
  }

  /** @param {Query} query */
  hits({ terms, typing = false, typos = false, any = false }) {
    return this.index.search(terms.join(' '), {
      combineWith: any ? 'OR' : 'AND',
      prefix: typing && ((_term, i, all) => i === all.length - 1),
      // Of a pair of characters every other pair with one of them would be one slip away.
      fuzzy: typos && ((/** @type {string} */ term) => (isChinese(term) ? false : any ? 0.2 : 1)),
    });
  }

  /** @param {Query} query */
  search(query) {
    return this.hits(query).slice(0, 50);
  }

  /** @param {Query} query @param {Material} material */
  ids(query, { papers }) {
    return this.hits(query)
      .slice(0, 10)
      .map((hit) => papers[hit.id].id);
  }

  liveBytes() {
    return undefined;
  }

  close() {
    this.index.removeAll();
  }
}

export const minisearch = { lacks: [], inHeap: true, create: async () => new MiniSearchEngine() };
