import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/** The request that finds all papers. */
export const everything = {
  text: '',
  typing: false,
  categories: [],
  days: [],
  authors: [],
  languages: [],
  sets: [],
  withCode: false,
  withoutSummary: false,
  hiddenSets: [],
  order: 'relevance',
  feedback: false,
};

/** Enough of a saved library to tell where its texts begin. */
const HEADER = 4096;

/** A new instance of the module in a folder. @param {string} folder */
export async function loadCore(folder) {
  const path = resolve(folder, 'broadsheet.js');
  if (!existsSync(path)) throw new Error(`There is no ${path}; ./bench without --no-build makes it.`);
  const create = createRequire(import.meta.url)(path);
  return create({ wasmBinary: readFileSync(join(folder, 'broadsheet.wasm')) });
}

/** @typedef {import('./engine.mjs').Query} Query */

export class Broadsheet {
  /** @param {any} core */
  constructor(core) {
    this.core = core;
    this.library = new core.Library();
  }

  /** A saved library, as the page does it: its texts are read when somebody reads in them. @param {Uint8Array} bytes @returns {{ code: string }} */
  open(bytes) {
    const saved = new this.core.SavedBytes(bytes.length);
    const fill = (/** @type {number} */ from, /** @type {number} */ to) =>
      saved.room(from, to - from).set(bytes.subarray(from, to));
    fill(0, HEADER);
    fill(HEADER, saved.bytesBeforeTexts());
    const opened = this.library.openLate(saved, {
      read(offset, room) {
        room.set(bytes.subarray(offset, offset + room.length));
        return true;
      },
      damaged() {
        throw new Error('what was saved is damaged');
      },
    });
    saved.delete();
    return opened;
  }

  /** @param {{ digests: { name: string, bytes: Uint8Array }[] }} material */
  add({ digests }) {
    for (const { name, bytes } of digests) {
      const { code, message } = this.library.read(name, bytes, 0);
      if (code !== 'ok') throw new Error(`${name}: ${code}: ${message}`);
      this.library.index(2 ** 31);
    }
  }

  /** With total and facet counts, without rows. @param {Query} query */
  search({ text, typing = false }) {
    return this.library.search({ ...everything, text, typing });
  }

  /** @param {Query} query @returns {string[]} */
  ids(query) {
    return this.top(query).map((row) => row.id);
  }

  /** The ten best. @param {Query} query @returns {{ id: string, title: { text: string } }[]} */
  top(query) {
    this.search(query);
    return this.library.rows(0, 10);
  }

  /** Null where the module cannot tell. @returns {{ textBytes: number, indexBytes: number, liveBytes: number, heapBytes: number } | null} */
  memory() {
    return typeof this.library.memory === 'function' ? this.library.memory() : null;
  }

  liveBytes() {
    return this.memory()?.liveBytes;
  }

  close() {
    this.library.delete();
  }
}

export const broadsheet = {
  lacks: [],
  inHeap: false,
  /** In an instance of its own, whose heap holds nothing else. @param {string} folder */
  create: async (folder) => new Broadsheet(await loadCore(folder)),
};
