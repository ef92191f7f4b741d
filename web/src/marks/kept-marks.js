// Marks and settings in the database. Each change is a transaction that starts from the stored value, so that two tabs
// never undo each other's changes.
import { markFrom, marksFrom, merged, newestTime } from './mark.js';
import { DURABLE, openDatabase } from '../storage/database.js';
import { inTime } from '../storage/in-time.js';
import { OF_PAGE } from '../storage/kept-library.js';
import { isKeptDigest } from '../storage/kept-rows.js';

/** @typedef {import('../storage/database.js').Mark} Mark */

const MARKING_MS = 2000;

export function createKeptMarks() {
  const opened = openDatabase();
  opened.catch(() => {});

  return {
    /** Whether anything can be stored here. */
    keeps: () =>
      opened.then(
        () => true,
        () => false,
      ),
    /** Ids of the stored digests; empty if nothing can be stored. */
    digestIds: () =>
      opened.then(
        (database) => database.getAllKeys('digests'),
        () => [],
      ),
    /** The stored digests of these ids. Rejects if nothing can be stored. @param {number[]} ids */
    async digestsOf(ids) {
      const transaction = (await opened).transaction('digests');
      return (await Promise.all(ids.map((id) => transaction.store.get(id)))).filter(isKeptDigest);
    },
    /** Yields one digest at a time. @returns {AsyncGenerator<import('../storage/database.js').KeptDigest>} */
    async *digests() {
      const database = await opened;
      for (const id of await database.getAllKeys('digests')) {
        const digest = await database.get('digests', id);
        if (isKeptDigest(digest)) yield digest;
      }
    },
    /** Lets a worker check that it has the same database. Gives up waiting if the database hangs. */
    markAsOfPage: () =>
      inTime(
        opened.then((database) => database.put('settings', true, OF_PAGE)).catch(() => {}),
        MARKING_MS,
        () => {},
      ),
    /** Rejects if nothing can be stored. */
    all: async () => marksFrom(await (await opened).getAll('marks')),
    /** @param {string[]} works */
    async some(works) {
      const transaction = (await opened).transaction('marks');
      const marks = await Promise.all(works.map((work) => transaction.store.get(work)));
      return marksFrom(marks);
    },
    /** Rejects if there is no room. @param {Mark[]} marks @returns {Promise<Mark[]>} the marks after merging */
    async merge(marks) {
      const transaction = (await opened).transaction('marks', 'readwrite', DURABLE);
      const now = await Promise.all(
        marks.map(async (mark) => {
          // What claims to be of a later day is older than what the user says now.
          const stored = await transaction.store.get(mark.work);
          const before = markFrom(stored, Date.now(), newestTime(mark) - 1);
          const next = before ? merged(before, mark) : mark;
          await transaction.store.put(next);
          return next;
        }),
      );
      await transaction.done;
      return now;
    },
    /** @param {string} name @returns {Promise<unknown>} undefined if there is none */
    setting: async (name) => (await opened).get('settings', name),
    /** @param {string} name @param {unknown} value */
    async set(name, value) {
      await (await opened).put('settings', value, name);
    },
    /** @param {string} name */
    async drop(name) {
      await (await opened).delete('settings', name);
    },
    /**
     * Changes a setting that other tabs may change too.
     * @template T
     * @param {string} name
     * @param {(before: unknown) => T} change its argument is undefined if there is no value
     * @returns {Promise<T>}
     */
    async change(name, change) {
      const transaction = (await opened).transaction('settings', 'readwrite');
      const next = change(await transaction.store.get(name));
      await transaction.store.put(next, name);
      await transaction.done;
      return next;
    },
    /** Rejects if nothing can be stored, with DatabaseLate if that is not known. */
    async clear() {
      // It may answer now although it did not at the start.
      const database = await opened.catch(() => openDatabase());
      const transaction = database.transaction(['marks', 'settings'], 'readwrite');
      transaction.objectStore('marks').clear();
      transaction.objectStore('settings').clear();
      await transaction.done;
    },
  };
}

/** @typedef {ReturnType<typeof createKeptMarks>} KeptMarks */
