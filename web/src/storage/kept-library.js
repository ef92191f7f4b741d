// The stored digests, and parts of an index over them. Each change is one transaction. Only the digests matter; a part
// just avoids reading them again.
import { DURABLE, openDatabase } from './database.js';
import { isKeptDigest, isKeptPart, suspectFrom } from './kept-rows.js';
import { openPart, removePart, removeStrayParts } from './part-files.js';

/** @typedef {import('./database.js').Database} Database */
/** @typedef {import('./database.js').KeptDigest} KeptDigest */
/** @typedef {import('./database.js').KeptPart} KeptPart */
/** @typedef {import('./part-files.js').Place} Place */

/** A part that takes longer than this to write was abandoned. */
const STRAY_MS = 10 * 60_000;
const READING = 'reading';
/**
 * A page writes this setting, so that its worker can tell the page's database from another one it may have been given.
 */
export const OF_PAGE = 'of-page';
const LOCK = 'broadsheet-reading';
const MOST_TIMES = 3;

/** @typedef {{ part?: number, digest?: number }} What */
/** @typedef {{ id: number, left: number[] }} Older left: indices of the papers to keep, among those present */

/** @param {What} a @param {What} b */
const sameThing = (a, b) => a.part === b.part && a.digest === b.digest;

/**
 * Opens the page's library from its worker. Null if nothing is stored, or if the worker has another database than the
 * page, as WebKit gives it on file://. A page marks its database before it starts a worker.
 */
export async function openOwnLibrary() {
  const library = await openKeptLibrary().catch(() => null);
  return library && (await library.isOfPage()) ? library : null;
}

/**
 * Looks what there is to open in the page's library. Needs no core, so it runs while the core loads.
 * @param {boolean} stopped the last reader crashed, as the page noticed
 */
export async function lookAtKept(stopped) {
  const library = await openOwnLibrary();
  if (!library) return null;
  const suspect = await library.suspect(stopped);
  const [ids, parts] = await Promise.all([library.ids(), library.parts()]);
  const sources = new Map(parts.map((part) => [part.id, openPart(part)]));
  for (const source of sources.values()) source.catch(() => {});
  return { library, suspect, ids, parts, sources };
}

/**
 * Reduces a digest to some of its papers, under a new id: parts with the whole digest no longer open, and other tabs
 * see the change. Returns the new id, or 0 if nothing is left.
 * @param {import('idb').IDBPObjectStore<any, any, 'digests', 'readwrite'>} store
 * @param {Older} older
 */
async function cut(store, { id, left }) {
  const digest = await store.get(id);
  await store.delete(id);
  if (!digest || left.length === 0) return 0;
  const { id: _, ...rest } = digest;
  const places = rest.left ? left.map((place) => rest.left[place]) : left;
  return store.add({ ...rest, left: places });
}

/** Rejects if the browser stores nothing. */
export async function openKeptLibrary() {
  const database = await openDatabase();

  return {
    /**
     * Rejects if there is no room (isFull).
     * @param {string} name
     * @param {import('./packing.js').Packed} text
     * @param {{ content: string, papers: number, written?: number, left?: number[] }} info
     * @param {Older} [older] the digest it replaces
     * @returns {Promise<{ id: number, restId: number }>} id: that of the same content, if another tab has already
     *   stored it; restId: id of the rest of the older digest, 0 if nothing is left
     */
    async add(name, text, { content, papers, written = 0, left }, older) {
      const digest = { name, content, papers, written, ...text, ...(left && { left }) };
      const transaction = database.transaction('digests', 'readwrite', DURABLE);
      const { store } = transaction;
      const twin = await store.index('content').getKey(content);
      const id = twin ?? (await store.add(/** @type {KeptDigest} */ (digest)));
      const restId = older ? await cut(store, older) : 0;
      await transaction.done;
      return { id, restId };
    },
    isOfPage: async () => (await database.get('settings', OF_PAGE)) === true,
    ids: () => database.getAllKeys('digests'),
    /** Undefined if it is missing or malformed. @param {number} id */
    async get(id) {
      const digest = await database.get('digests', id);
      return isKeptDigest(digest) ? digest : undefined;
    },
    /** @param {number[]} ids */
    async remove(ids) {
      const transaction = database.transaction('digests', 'readwrite');
      for (const id of ids) transaction.store.delete(id);
      await transaction.done;
    },

    parts: async () => (await database.getAll('parts')).filter(isKeptPart),
    /**
     * Adds a part in place of those that hold no other stored digests. Returns false, and discards the part, if another
     * tab has removed one of its digests.
     * @param {number[]} digests
     * @param {Place} place
     * @param {string} build that saved it
     */
    async addPart(digests, place, build) {
      const transaction = database.transaction(['digests', 'parts'], 'readwrite');
      const kept = new Set(await transaction.objectStore('digests').getAllKeys());
      const parts = transaction.objectStore('parts');
      const covered = new Set(digests);
      /** @type {KeptPart[]} */
      const old = [];
      const valid = digests.every((id) => kept.has(id));
      if (valid) {
        for (const part of await parts.getAll()) {
          if (isKeptPart(part) && !part.digests.every((id) => covered.has(id) || !kept.has(id))) continue;
          old.push(part);
          parts.delete(part.id);
        }
        parts.add(/** @type {KeptPart} */ ({ digests, build, ...place }));
      }
      await transaction.done;
      await Promise.all((valid ? old : [place]).map(removePart));
      return valid;
    },
    /** @param {KeptPart} part */
    async dropPart(part) {
      await database.delete('parts', part.id);
      await removePart(part);
    },
    async tidy() {
      const parts = (await database.getAll('parts')).filter(isKeptPart);
      const files = new Set(parts.flatMap(({ file }) => (file ? [file] : [])));
      await removeStrayParts(files, Date.now() - STRAY_MS);
    },

    /**
     * Runs work that may crash the reader. If it does, the next start finds `what` in suspect().
     * @template T
     * @param {What} what
     * @param {() => Promise<T> | T} work
     */
    guarded: (what, work) =>
      navigator.locks.request(LOCK, async () => {
        const before = suspectFrom(await database.get('settings', READING));
        const times = before && sameThing(before, what) ? before.times + 1 : 1;
        await database.put('settings', { ...what, times }, READING);
        const result = await work();
        await database.delete('settings', READING);
        return result;
      }),
    /** Makes the next start find it in suspect(). @param {What} what */
    accuse: (what) => database.put('settings', { ...what, times: MOST_TIMES }, READING),
    /**
     * What the reader crashed on last time. Closing the browser in the middle looks the same, so this takes several
     * times, unless the page saw the crash. Undefined if another tab is reading and has the lock.
     * @param {boolean} stopped the page saw the crash
     * @returns {Promise<What | undefined>}
     */
    suspect: (stopped) =>
      navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
        const what = lock ? suspectFrom(await database.get('settings', READING)) : undefined;
        if (!what || (!stopped && what.times < MOST_TIMES)) return undefined;
        await database.delete('settings', READING);
        return what;
      }),
    /** Keeps the digest, but no longer reads it automatically. @param {number} id */
    async setAside(id) {
      const digest = await database.get('digests', id);
      if (digest) await database.put('digests', { ...digest, aside: true });
      return digest?.name;
    },
    /** Removes all digests and the whole index. */
    async removeAll() {
      const transaction = database.transaction(['digests', 'parts'], 'readwrite');
      transaction.objectStore('digests').clear();
      transaction.objectStore('parts').clear();
      await transaction.done;
      await removeStrayParts(new Set(), Infinity);
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openKeptLibrary>>} KeptLibrary */
/** @typedef {NonNullable<Awaited<ReturnType<typeof lookAtKept>>>} Look */
