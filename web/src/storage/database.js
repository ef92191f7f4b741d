// The IndexedDB database that stores everything. Opened in every tab, by the worker (digests, index) and by the page
// (marks, settings). Described in docs/storage.md.
import { openDB, unwrap } from 'idb';
import { inTime } from './in-time.js';

/**
 * A digest as it was opened. Everything else can be rebuilt from it.
 * @typedef {object} KeptDigest
 * @property {number} id
 * @property {string} name
 * @property {Uint8Array<ArrayBuffer>} bytes
 * @property {boolean} packed compressed with gzip
 * @property {number} size of the file, in bytes
 * @property {string} [content] equal for equal texts (missing in version 1)
 * @property {number} [papers]
 * @property {number} [written] last change of the file in milliseconds since 1970; 0 or missing: unknown
 * @property {number[]} [left] indices of its papers to keep, if a newer making has the others
 * @property {boolean} [aside] the reader crashed on it, so it is no longer read automatically
 */
/**
 * A saved library of some digests; opening it avoids reading them again.
 * @typedef {object} KeptPart
 * @property {number} id
 * @property {number[]} digests ids, in the order of the part
 * @property {string} [build] of the module that saved it; another build reads the digests again
 * @property {number} size in bytes
 * @property {string} [file] its name in the origin's private file system
 * @property {Blob} [blob] its bytes, if there is no such file system
 */
/**
 * What the user said about a work. Each statement has its time in milliseconds, 0 if never made. When two records are
 * merged, the newer of each statement wins.
 * @typedef {object} Mark
 * @property {string} work
 * @property {boolean} read
 * @property {number} readAt
 * @property {boolean} skimmed done by its row alone, without opening it
 * @property {number} skimmedAt
 * @property {boolean} starred
 * @property {number} starredAt
 * @property {boolean} dismissed not for this user
 * @property {number} dismissedAt
 * @property {Record<string, { on: boolean, at: number }>} tags
 * @property {string} note
 * @property {number} noteAt
 */
/**
 * A saved search. Each statement has its time in milliseconds, as in Mark.
 * @typedef {object} SavedRecord
 * @property {string} fragment an address, as in a link
 * @property {string} name
 * @property {number} namedAt
 * @property {number} place searches are shown in ascending order of it
 * @property {number} placedAt
 * @property {boolean} on false: forgotten
 * @property {number} onAt
 */
/** @typedef {Record<string, { colour: string, at: number }>} TagColours by the tag's name; "": none */
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

/** The database did not answer in time; what it holds is not known. */
export class DatabaseLate extends Error {}

/**
 * WebKit never opens a database if a page was left during its first opening, and never starts what must wait for a
 * transaction of a page that was left, as long as that page is in the back-forward cache. Rather than wait forever, the
 * page goes on without the database. A busy disk answers too, only later.
 */
const OPENING_MS = 30_000;

/** Rejects if the browser stores nothing, with DatabaseLate if it does not answer. @returns {Promise<Database>} */
export const openDatabase = () =>
  inTime(open().then(known).then(answering), OPENING_MS, () => {
    throw new DatabaseLate('the database does not answer');
  });

/** Databases open in this thread. @type {Set<IDBDatabase>} */
const databases = new Set();
/** Transactions running in this thread. @type {Set<IDBTransaction>} */
const transactions = new Set();

/** The page is left, and what is opened from now on would be held with it. */
let isLeft = false;

/** @param {Database} opened */
function known(opened) {
  const database = unwrap(opened);
  if (isLeft) {
    database.close();
    throw new Error('the page was left');
  }
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

/** Closes this thread's databases and aborts its transactions, so that nothing else has to wait for them. */
export function closeDatabases() {
  isLeft = true;
  for (const transaction of transactions) {
    try {
      transaction.abort();
    } catch {
      // It has completed, but its event has not fired yet.
    }
  }
  for (const database of databases) database.close();
}

/** Waits until the database answers a transaction on all its stores. @param {Database} database */
async function answering(database) {
  await database
    .transaction([...database.objectStoreNames])
    .objectStore('settings')
    .count();
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
      // Version 1 stored files as { name, bytes }.
      const before = /** @type {any} */ (database);
      if (!before.objectStoreNames.contains('files')) return;
      for (const { name, bytes } of await /** @type {any} */ (transaction).objectStore('files').getAll())
        await digests.put(/** @type {KeptDigest} */ ({ name, bytes, packed: false, size: bytes.length }));
      before.deleteObjectStore('files');
    },
    blocking: (_current, _blocked, event) => /** @type {IDBDatabase} */ (event.target).close(),
  });

/** Completes only once the data is on disk, so that it survives a killed browser. */
export const DURABLE = /** @type {const} */ ({ durability: 'strict' });

/** Whether a write failed for lack of space. @param {unknown} error */
export const isFull = (error) => error instanceof DOMException && error.name === 'QuotaExceededError';
