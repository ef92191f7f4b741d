// The IndexedDB database in which everything is kept. Opened by the worker (digests, index) and by the page
// (marks, settings), in every tab. docs/storage.md describes it.
import { openDB, unwrap } from 'idb';

/**
 * A digest as it was opened: what everything else can be made from again.
 * @typedef {object} KeptDigest
 * @property {number} id
 * @property {string} name
 * @property {Uint8Array<ArrayBuffer>} bytes
 * @property {boolean} packed   with gzip
 * @property {number} size      of the file, in bytes
 * @property {string} [content] the same for the same text (version 1 did not know it)
 * @property {number} [papers]
 * @property {boolean} [aside]  the reader stopped at it: it is not read again by itself
 */
/**
 * A saved library of some digests: opening it saves reading them.
 * @typedef {object} KeptPart
 * @property {number} id
 * @property {number[]} digests   ids, in the order in which they lie in the part
 * @property {string} [release]   that saved it: another one checks more than its checksum
 * @property {number} size        in bytes
 * @property {string} [file]      its name in the origin's private file system,
 * @property {Blob} [blob]        or, where there is none, itself
 */
/**
 * What a person said of a work. Each statement has the time at which it was made (milliseconds), 0 if never: of two
 * records the newer statement counts, whichever record it is in.
 * @typedef {object} Mark
 * @property {string} work
 * @property {boolean} read
 * @property {number} readAt
 * @property {boolean} starred
 * @property {number} starredAt
 * @property {Record<string, { on: boolean, at: number }>} tags
 * @property {string} note
 * @property {number} noteAt
 */
/**
 * @typedef {object} Schema
 * @property {{ key: number, value: KeptDigest, indexes: { content: string } }} digests
 * @property {{ key: number, value: KeptPart }} parts
 * @property {{ key: string, value: Mark }} marks
 * @property {{ key: string, value: any }} settings
 */
/** @typedef {import('idb').IDBPDatabase<Schema>} Database */

const NAME = 'broadsheet';
const VERSION = 2;

/**
 * WebKit never opens a database whose first opening was cut short by leaving the page, and never begins what has to wait
 * for a transaction that was, while that page is in its cache for the way back. The page does without it rather than
 * wait for ever.
 */
const OPENING_MS = 10_000;

/** Rejects where the browser keeps nothing. @returns {Promise<Database>} */
export const openDatabase = () =>
  Promise.race([
    open().then(known).then(answering),
    new Promise((_, reject) => setTimeout(() => reject(new Error('not opened in time')), OPENING_MS)),
  ]);

/** Open in this thread. @type {Set<IDBDatabase>} */
const databases = new Set();
/** Under way in this thread. @type {Set<IDBTransaction>} */
const transactions = new Set();

/** @param {Database} opened */
function known(opened) {
  const database = unwrap(opened);
  databases.add(database);
  const begin = database.transaction.bind(database);
  database.transaction = (...what) => {
    const transaction = begin(...what);
    watch(transaction);
    return transaction;
  };
  return opened;
}

/** @param {IDBTransaction} transaction */
function watch(transaction) {
  transactions.add(transaction);
  for (const end of ['complete', 'abort'])
    transaction.addEventListener(end, () => transactions.delete(transaction));
}

/** Closes what this thread has open, and takes back what it is writing: nothing else waits for it any more. */
export function letGoOfDatabase() {
  for (const transaction of transactions) {
    try {
      transaction.abort();
    } catch {
      // It is done, and its event is on its way.
    }
  }
  for (const database of databases) database.close();
}

/** Waits for its turn at all that is kept. @param {Database} database */
async function answering(database) {
  await database.transaction(database.objectStoreNames).objectStore('settings').count();
  return database;
}

/** @returns {Promise<Database>} */
const open = () =>
  openDB(NAME, VERSION, {
    async upgrade(database, _old, _new, transaction) {
      watch(unwrap(transaction));
      const digests = database.createObjectStore('digests', { keyPath: 'id', autoIncrement: true });
      digests.createIndex('content', 'content', { unique: true });
      database.createObjectStore('parts', { keyPath: 'id', autoIncrement: true });
      database.createObjectStore('marks', { keyPath: 'work' });
      database.createObjectStore('settings');
      // Version 1 kept files as { name, bytes }.
      const before = /** @type {any} */ (database);
      if (!before.objectStoreNames.contains('files')) return;
      for (const { name, bytes } of await /** @type {any} */ (transaction).objectStore('files').getAll())
        await digests.put(/** @type {KeptDigest} */ ({ name, bytes, packed: false, size: bytes.length }));
      before.deleteObjectStore('files');
    },
    blocking: (_current, _blocked, event) => /** @type {IDBDatabase} */ (event.target).close(),
  });

/** On the disk, not on its way there, when it is done: a browser that is killed loses nothing of it. */
export const DURABLE = /** @type {const} */ ({ durability: 'strict' });

/** Did a write fail for want of room? @param {unknown} error */
export const isFull = (error) => error instanceof DOMException && error.name === 'QuotaExceededError';
