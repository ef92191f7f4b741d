// Marks and settings in the database. Each change is a transaction that starts from what is there, so that two tabs
// never undo each other.
import { merged } from '../marks/mark.js';
import { DURABLE, openDatabase } from './database.js';
import { OF_PAGE } from './kept-library.js';

/** @typedef {import('./database.js').Mark} Mark */

const MARKING_MS = 2000;

export function createKeptMarks() {
  const opened = openDatabase();
  opened.catch(() => {});

  return {
    /** Can anything be kept here? */
    keeps: () =>
      opened.then(
        () => true,
        () => false,
      ),
    /** Of the library that there is to open; none where nothing is kept. */
    digestIds: () =>
      opened.then(
        (database) => database.getAllKeys('digests'),
        () => [],
      ),
    /** One after the other. @returns {AsyncGenerator<import('./database.js').KeptDigest>} */
    async *digests() {
      const database = await opened;
      for (const id of await database.getAllKeys('digests')) {
        const digest = await database.get('digests', id);
        if (digest) yield digest;
      }
    },
    /** So that a worker can tell whether it has the same database. A database that hangs keeps nobody waiting. */
    markAsOfPage: () =>
      Promise.race([
        opened.then((database) => database.put('settings', true, OF_PAGE)).catch(() => {}),
        new Promise((resolve) => setTimeout(resolve, MARKING_MS)),
      ]),
    /** Rejects where nothing is kept. */
    all: async () => (await opened).getAll('marks'),
    /** @param {string[]} works */
    async some(works) {
      const transaction = (await opened).transaction('marks');
      const marks = await Promise.all(works.map((work) => transaction.store.get(work)));
      return marks.filter((mark) => mark !== undefined);
    },
    /** Rejects where there is no room. @param {Mark[]} marks @returns {Promise<Mark[]>} as they are now */
    async merge(marks) {
      const transaction = (await opened).transaction('marks', 'readwrite', DURABLE);
      const now = await Promise.all(
        marks.map(async (mark) => {
          const before = await transaction.store.get(mark.work);
          const next = before ? merged(before, mark) : mark;
          await transaction.store.put(next);
          return next;
        }),
      );
      await transaction.done;
      return now;
    },
    /** @param {string} name @returns {Promise<any>} undefined if there is none */
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
     * @param {string} name @param {(before: T | undefined) => T} change
     * @returns {Promise<T>}
     */
    async change(name, change) {
      const transaction = (await opened).transaction('settings', 'readwrite');
      const next = change(await transaction.store.get(name));
      await transaction.store.put(next, name);
      await transaction.done;
      return next;
    },
    async clear() {
      const transaction = (await opened).transaction(['marks', 'settings'], 'readwrite');
      transaction.objectStore('marks').clear();
      transaction.objectStore('settings').clear();
      await transaction.done;
    },
  };
}

/** @typedef {ReturnType<typeof createKeptMarks>} KeptMarks */
