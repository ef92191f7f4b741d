// What the page finds in a browser and Node has not. To be imported before any module of the page.
import './clock.mjs';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { parseHTML } from 'linkedom';
import { FileReaderSync } from './file-reader-sync.mjs';
import { createHistory } from './history.mjs';
import { createLocks } from './locks.mjs';

/** @param {string} name @param {unknown} value Node 21 and later have some of them, read only */
const define = (name, value) =>
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });

const { transaction } = IDBDatabase.prototype;
/** Takes any list of names, as browsers do: the stand-in’s own takes arrays only. @param {any} names */
IDBDatabase.prototype.transaction = function (names, /** @type {any[]} */ ...rest) {
  return transaction.call(this, typeof names === 'string' ? names : [...names], ...rest);
};

function createLocalStorage() {
  /** @type {Map<string, string>} */
  const values = new Map();
  return {
    /** @param {string} key */
    getItem: (key) => values.get(key) ?? null,
    /** @param {string} key @param {string} value */
    setItem: (key, value) => void values.set(key, String(value)),
    /** @param {string} key */
    removeItem: (key) => void values.delete(key),
  };
}

/** Is the window narrow, as on a phone? */
export const screen = { matches: false };

/** A browser in which nobody has been yet. */
export function freshBrowser() {
  screen.matches = false;
  const { document } = parseHTML('<!doctype html><html lang="en"><head></head><body></body></html>');
  const window = Object.assign(new EventTarget(), {
    matchMedia: () => screen,
    /** @param {Parameters<typeof setTimeout>} what */
    setTimeout: (...what) => setTimeout(...what),
  });
  define('window', window);
  define('document', document);
  define('navigator', { language: 'en', hardwareConcurrency: 1, locks: createLocks() });
  define('localStorage', createLocalStorage());
  define('indexedDB', new IDBFactory());
  define('FileReaderSync', FileReaderSync);
  for (const [name, value] of Object.entries(createHistory(window))) define(name, value);
}

freshBrowser();

/** The rows of a store of the page's database. @param {string} store @returns {Promise<any[]>} */
export const keptRows = (store) => inStore(store, 'readonly', (rows) => rows.getAll());

/** Changes the database as nothing but an accident would. @param {string} store @param {any} row */
export const putRow = (store, row) => inStore(store, 'readwrite', (rows) => rows.put(row));

/** @param {string} name @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest} ask */
async function inStore(name, mode, ask) {
  const database = await answer(indexedDB.open('broadsheet'));
  try {
    return await answer(ask(database.transaction(name, mode).objectStore(name)));
  } finally {
    database.close();
  }
}

/** @param {IDBRequest} request @returns {Promise<any>} */
const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
