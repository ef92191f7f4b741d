import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { boosts, fields } from './papers.mjs';

/** @typedef {import('./engine.mjs').Query} Query @typedef {import('./engine.mjs').Material} Material */

const weights = fields.map((field) => /** @type {Record<string, number>} */ (boosts)[field] ?? 1);

/**
 * SQLite as wasm, in memory; the table holds the index only, not the texts. The tokenizer has nothing to do
 * but to split at blanks, and `ascii` is the quickest at that.
 */
class Fts5Engine {
  /** @param {any} sqlite3 */
  constructor(sqlite3) {
    this.sqlite3 = sqlite3;
    this.database = new sqlite3.oo1.DB(':memory:');
    this.database.exec(
      `create virtual table paper using fts5(${fields}, content='', tokenize='ascii');
       insert into paper(paper, rank) values('rank', 'bm25(${weights})')`,
    );
    this.select = this.database.prepare('select rowid from paper where paper match ? order by rank limit ?');
  }

  /** @param {Material} material */
  add({ papers }) {
    const slots = fields.map(() => '?').join();
    const insert = this.database.prepare(`insert into paper(rowid, ${fields}) values(?, ${slots})`);
    this.database.exec('begin');
    papers.forEach(({ texts }, number) =>
      insert.bind([number, ...fields.map((field) => texts[field])]).stepReset(),
    );
    this.database.exec('commit');
    insert.finalize();
  }

  /** Makes one tree of many: answers come twice as fast. */
  settle() {
    this.database.exec(`insert into paper(paper) values('optimize')`);
  }

  /** Numbers of papers. @param {Query} query @param {number} [limit] */
  search({ terms, typing = false, any = false }, limit = 50) {
    const match = terms.map((term) => `"${term}"`).join(any ? ' OR ' : ' ') + (typing ? '*' : '');
    /** @type {number[]} */
    const found = [];
    this.select.bind([match, limit]);
    while (this.select.step()) found.push(this.select.getInt(0));
    this.select.reset();
    return found;
  }

  /** @param {Query} query @param {Material} material */
  ids(query, { papers }) {
    return this.search(query, 10).map((number) => papers[number].id);
  }

  liveBytes() {
    const { capi, wasm } = this.sqlite3;
    const stack = wasm.pstack.pointer;
    const [used, highest] = wasm.pstack.allocChunks(2, 8);
    capi.sqlite3_status(capi.SQLITE_STATUS_MEMORY_USED, used, highest, 0);
    const bytes = wasm.peek32(used);
    wasm.pstack.restore(stack);
    return bytes;
  }

  close() {
    this.select.finalize();
    this.database.close();
  }
}

export const fts5 = {
  lacks: ['typos'],
  inHeap: false,
  create: async () => new Fts5Engine(await sqlite3InitModule()),
};
