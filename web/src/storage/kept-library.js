// The digests that are kept, and parts of an index over them. Every change is one transaction; the digests are what
// counts, a part only saves reading them again.
import { DURABLE, openDatabase } from './database.js';
import { openPart, removePart, removeStrayParts } from './part-files.js';

/** @typedef {import('./database.js').Database} Database */
/** @typedef {import('./database.js').KeptDigest} KeptDigest */
/** @typedef {import('./database.js').KeptPart} KeptPart */
/** @typedef {import('./part-files.js').Place} Place */

/** A part that is being written for longer was left behind. */
const STRAY_MS = 10 * 60_000;
const READING = 'reading';
/** A page writes it, and tells its database so from one that a worker may have instead. */
export const OF_PAGE = 'of-page';
const LOCK = 'broadsheet-reading';
const MOST_TIMES = 3;

/** @typedef {{ part?: number, digest?: number }} What */

/** @param {What} a @param {What} b */
const sameThing = (a, b) => a.part === b.part && a.digest === b.digest;

/**
 * That of the page, for its worker: null where nothing is kept, or where the page has another database, as from a file in
 * WebKit. A page marks its own before it starts a worker.
 */
export async function openOwnLibrary() {
  const library = await openKeptLibrary().catch(() => null);
  return library && (await library.isOfPage()) ? library : null;
}

/**
 * What there is to open in the page's library, asked while the core is still on its way: nothing here needs it.
 * @param {boolean} stopped the last reader stopped, as the page saw
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

/** Rejects where the browser keeps nothing. */
export async function openKeptLibrary() {
  const database = await openDatabase();

  return {
    /**
     * Rejects where there is no room (isFull).
     * @param {string} name @param {import('./packing.js').Packed} text
     * @param {{ content: string, papers: number }} info
     * @returns {Promise<number>} its id: that of the same content, where another tab has kept it already
     */
    async add(name, text, { content, papers }) {
      const digest = { name, content, papers, ...text };
      const transaction = database.transaction('digests', 'readwrite', DURABLE);
      const twin = await transaction.store.index('content').getKey(content);
      const id = twin ?? (await transaction.store.add(/** @type {KeptDigest} */ (digest)));
      await transaction.done;
      return id;
    },
    isOfPage: async () => (await database.get('settings', OF_PAGE)) === true,
    ids: () => database.getAllKeys('digests'),
    /** @param {number} id */
    get: (id) => database.get('digests', id),
    /** @param {number[]} ids */
    async remove(ids) {
      const transaction = database.transaction('digests', 'readwrite');
      for (const id of ids) transaction.store.delete(id);
      await transaction.done;
    },

    parts: () => database.getAll('parts'),
    /**
     * Puts a part in the place of those that hold none but its digests. Not where another tab took one of these away:
     * then it gives false, and the part is of no use.
     * @param {number[]} digests @param {Place} place @param {string} release
     */
    async addPart(digests, place, release) {
      const transaction = database.transaction(['digests', 'parts'], 'readwrite');
      const kept = new Set(await transaction.objectStore('digests').getAllKeys());
      const parts = transaction.objectStore('parts');
      const covered = new Set(digests);
      /** @type {KeptPart[]} */
      const old = [];
      const valid = digests.every((id) => kept.has(id));
      if (valid) {
        for (const part of await parts.getAll()) {
          if (!part.digests.every((id) => covered.has(id) || !kept.has(id))) continue;
          old.push(part);
          parts.delete(part.id);
        }
        parts.add(/** @type {KeptPart} */ ({ digests, release, ...place }));
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
      const parts = await database.getAll('parts');
      const files = new Set(parts.flatMap(({ file }) => (file ? [file] : [])));
      await removeStrayParts(files, Date.now() - STRAY_MS);
    },

    /**
     * Does what may stop the reader. If it does, the next start finds `what` in suspect().
     * @template T
     * @param {What} what
     * @param {() => Promise<T> | T} work
     */
    guarded: (what, work) =>
      navigator.locks.request(LOCK, async () => {
        const before = await database.get('settings', READING);
        const times = before && sameThing(before, what) ? before.times + 1 : 1;
        await database.put('settings', { ...what, times }, READING);
        const result = await work();
        await database.delete('settings', READING);
        return result;
      }),
    /** The next start finds it in suspect(). @param {What} what */
    accuse: (what) => database.put('settings', { ...what, times: MOST_TIMES }, READING),
    /**
     * At what the reader stopped the last time. A browser that was closed in the middle looks the same, so it takes
     * several times, unless the page knows better. Another tab that is reading just now has the lock.
     * @param {boolean} stopped the page saw it
     * @returns {Promise<What | undefined>}
     */
    suspect: (stopped) =>
      navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
        const what = lock ? await database.get('settings', READING) : undefined;
        if (!what || (!stopped && what.times < MOST_TIMES)) return undefined;
        await database.delete('settings', READING);
        return what;
      }),
    /** It stays, but is not read by itself any more. @param {number} id */
    async setAside(id) {
      const digest = await database.get('digests', id);
      if (digest) await database.put('digests', { ...digest, aside: true });
      return digest?.name;
    },
    /** The digest and all parts that hold it. */
    async removeAll() {
      const parts = await database.getAll('parts');
      const transaction = database.transaction(['digests', 'parts'], 'readwrite');
      transaction.objectStore('digests').clear();
      transaction.objectStore('parts').clear();
      await transaction.done;
      await Promise.all(parts.map(removePart));
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openKeptLibrary>>} KeptLibrary */
/** @typedef {NonNullable<Awaited<ReturnType<typeof lookAtKept>>>} Look */
