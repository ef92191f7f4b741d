// Remembers opened files in IndexedDB, so that a reload has them again.
// Where the browser refuses (private windows, some file:// pages) nothing is kept and nothing is said.
import { clear, createStore, get, keys, set } from 'idb-keyval';

/** @typedef {import('./read-files.js').Source} Source */

/** @type {import('idb-keyval').UseStore | undefined} */
let opened;
const store = () => (opened ??= createStore('broadsheet', 'files'));
let serial = 0;

/**
 * @template T
 * @param {() => Promise<T>} work
 * @param {T} otherwise
 */
async function quietly(work, otherwise) {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}

/** @param {string} name @param {Uint8Array} bytes */
export const keep = (name, bytes) =>
  // Keys sort by time, so that files come back in the order in which they were opened.
  quietly(() => set([Date.now(), serial++], { name, bytes }, store()), undefined);

export const forgetAll = () => quietly(() => clear(store()), undefined);

/** @returns {Promise<Source[]>} */
export const keptFiles = () =>
  quietly(async () => {
    /** @type {Source[]} */
    const sources = [];
    for (const key of await keys(store())) {
      /** @type {{ name: string, bytes: Uint8Array<ArrayBuffer> } | undefined} */
      const file = await get(key, store());
      if (file) sources.push({ name: file.name, blob: new Blob([file.bytes]) });
    }
    return sources;
  }, []);
