// Reads files into the open library. Each file first becomes a saved library of its own, which is adopted whole or not
// at all, and is also what gets stored.
import { MANIFEST } from '../storage/backup.js';
import { pack } from '../storage/packing.js';
import { findRemake } from './made-again.js';
import { adopt, keepLeft, readAlone } from './read-alone.js';
import { roomFor } from './room.js';
import { plain } from './open-library.js';

/** @typedef {import('./protocol.js').Calls} Calls */
/** @typedef {import('./protocol.js').Added} Added */
/** @typedef {import('./open-library.js').OpenLibrary} OpenLibrary */
/** @typedef {ReturnType<typeof import('./keeping.js').createKeeping>} Keeping */

/**
 * @typedef {object} How
 * @property {boolean} keeps the user means to keep it, whatever stores it
 * @property {Parameters<Keeping['keep']>[2] | null} text what this worker stores of it
 * @property {number} batch
 * @property {number[]} [left] indices of the papers that were taken
 */

const INDEX_STEP = 32;
const SLICE_MS = 24;

/**
 * @param {OpenLibrary} open
 * @param {Keeping} keeping
 * @param {() => Promise<unknown>} breathe
 * @param {(id: number, done: number, total: number) => void} report
 */
export function createReading(open, keeping, breathe, report) {
  /** @type {import('broadsheet-wasm').Unpacker | undefined} the container being unpacked */
  let unpacker;
  /** @type {Set<number>} */
  const cancelled = new Set();

  /**
   * @param {string} name @param {Uint8Array<ArrayBuffer>} saved @param {How} how
   * @returns {Promise<Added>}
   */
  async function addToLibrary(name, saved, { keeps, text, batch, left }) {
    const { code, added } = await adopt(open, saved, []);
    if (code !== 'ok') return { code };
    const [entry] = added;
    if (!entry) return { code: 'already_open' };
    entry.batch = batch;
    // A digest opened by address is temporary, so it replaces no other digest.
    const remake = keeps && !left ? findRemake(entry, open.staying(), compare) : null;
    if (remake?.older === entry) return comeLate(remake, name, saved, text);
    const kept = text ? await keeping.keep(entry, name, text, saved, { left, remake }) : 'none';
    if (!remake || kept === 'full') return { code: 'ok', entry, kept };
    open.cutLater({ label: remake.older.label, stay: remake.left, heir: entry.label });
    return { code: 'ok', entry, kept, remake: { ...remake, newer: remake.newer.fileName } };
  }

  /** @param {string} newer @param {string} older */
  const compare = (newer, older) => plain(open.library.compareMakings(newer, older));

  /**
   * A newer making is already open.
   * @param {import('./made-again.js').Remake} remake
   * @param {string} name
   * @param {Uint8Array<ArrayBuffer>} saved
   * @param {How['text']} text
   * @returns {Promise<Added>}
   */
  async function comeLate({ newer, older, left }, name, saved, text) {
    const kept = text && left.length > 0 ? await keeping.keep(older, name, text, saved, { left }) : 'none';
    open.cutLater({ label: older.label, stay: left, heir: '' });
    const remake = { newer: newer.fileName, older, left };
    return left.length > 0 ? { code: 'ok', entry: older, kept, remake } : { code: 'older', remake };
  }

  /**
   * Indexes a digest in slices; false if cancelled.
   * @param {import('broadsheet-wasm').Library} alone
   * @param {number} total
   * @param {number} id
   */
  async function index(alone, total, id) {
    for (let left = total; left > 0;) {
      if (cancelled.delete(id)) return false;
      const end = performance.now() + SLICE_MS;
      do left = alone.index(INDEX_STEP);
      while (left > 0 && performance.now() < end);
      report(id, total - left, total);
      if (left > 0) await breathe();
    }
    cancelled.delete(id);
    return true;
  }

  /**
   * Counts the papers of a file, or the works of a collection, without keeping it.
   * @param {string} name
   * @param {import('./protocol.js').Bytes} bytes
   * @returns {Omit<Calls['look']['answer'], 'made'>}
   */
  function count(name, bytes) {
    const alone = new open.core.Library();
    try {
      const { code, info } = plain(alone.read(name, bytes, 0));
      if (code !== 'collection') return { code, papers: code === 'ok' ? info.papers : 0, collections: [] };
      const read = plain(open.core.readCollection(name, bytes));
      const collections = read.code === 'ok' ? [{ name, works: read.works.length }] : [];
      return { code: read.code, papers: 0, collections };
    } finally {
      alone.delete();
    }
  }

  return {
    /** @param {number} id */
    cancel: (id) => cancelled.add(id),

    /** @param {Calls['read']['ask']} ask @param {number} id @returns {Promise<Added>} */
    async read({ name, bytes, keeps, batch, written, left }, id) {
      if (!roomFor(open, bytes.length)) return { code: 'no_room' };
      const alone = new open.core.Library();
      try {
        const result = plain(alone.read(name, bytes, written));
        if (result.code === 'container') {
          unpacker?.delete();
          unpacker = new open.core.Unpacker(name, bytes);
        }
        if (result.code !== 'ok') return { code: result.code, message: result.message };
        if (!(await index(alone, result.info.papers, id))) return { code: 'cancelled' };
        if (left) keepLeft(alone, left);
        const text = keeps ? () => pack(bytes) : null;
        return await addToLibrary(name, plain(alone.save()), { keeps, text, batch, left });
      } finally {
        alone.delete();
      }
    },

    /**
     * Runs in a reader, in parallel to the searching worker.
     * @param {Calls['prepare']['ask']} ask
     * @returns {Promise<Calls['prepare']['answer']>}
     */
    async prepare({ name, bytes, keeps, written, left }) {
      const { result, saved } = readAlone(open, name, bytes, { written, left });
      const text = keeps && result.code === 'ok' ? await pack(bytes) : null;
      return { code: result.code, message: result.message, bytes, saved, text };
    },

    /** @param {Calls['adopt']['ask']} ask @returns {Promise<Added>} */
    adopt: async ({ name, size, saved, text, keeps, batch }) =>
      roomFor(open, size)
        ? addToLibrary(name, saved, { keeps, text: text && (() => text), batch })
        : { code: 'no_room' },

    /** @param {Calls['look']['ask']} ask @returns {Promise<Calls['look']['answer']>} */
    async look({ name, bytes }) {
      if (!roomFor(open, bytes.length)) return { code: 'no_room', papers: 0, collections: [], made: null };
      const counted = count(name, bytes);
      if (counted.code !== 'container') return { ...counted, made: null };
      const inside = new open.core.Unpacker(name, bytes);
      /** @type {Calls['look']['answer']} */
      const looked = { code: 'no_papers', papers: 0, collections: [], made: null };
      try {
        for (let file = plain(inside.next()); file.found; file = plain(inside.next())) {
          await breathe();
          if (file.code !== 'ok') continue;
          if (file.name === MANIFEST) {
            looked.made = file.bytes;
            continue;
          }
          const { papers, collections } = count(file.name, file.bytes);
          looked.papers += papers;
          looked.collections.push(...collections);
        }
      } finally {
        inside.delete();
      }
      if (looked.papers > 0 || looked.collections.length > 0 || looked.made) looked.code = 'ok';
      return looked;
    },

    /** @returns {Calls['unpackNext']['answer']} */
    unpackNext() {
      const file = unpacker && plain(unpacker.next());
      if (file?.found) return file;
      unpacker?.delete();
      unpacker = undefined;
      return null;
    },
  };
}
