// Reads files into the open library: each becomes a saved library of its own first, which is taken in whole or not at
// all, and is what is kept of it.
import { pack } from '../storage/packing.js';
import { roomFor } from './room.js';
import { plain } from './open-library.js';

/** @typedef {import('./protocol.js').Calls} Calls */
/** @typedef {import('./protocol.js').Added} Added */
/** @typedef {import('./open-library.js').OpenLibrary} OpenLibrary */
/** @typedef {ReturnType<typeof import('./keeping.js').createKeeping>} Keeping */
/** @typedef {import('./protocol.js').Plain<import('broadsheet-wasm').ReadResult>} ReadResult */

const INDEX_STEP = 32;
const SLICE_MS = 24;

/**
 * @param {OpenLibrary} open
 * @param {Keeping} keeping
 * @param {() => Promise<unknown>} breathe
 * @param {(id: number, done: number, total: number) => void} report
 */
export function createReading(open, keeping, breathe, report) {
  /** @type {import('broadsheet-wasm').Unpacker | undefined} the container that is being opened */
  let unpacker;
  /** @type {Set<number>} */
  const cancelled = new Set();

  /**
   * @param {string} name @param {Uint8Array<ArrayBuffer>} saved
   * @param {Parameters<Keeping['keep']>[2] | null} text  what is kept of it
   * @returns {Promise<Added>}
   */
  async function take(name, saved, text) {
    const { code, added } = await keeping.adopt(saved, []);
    if (code !== 'ok') return { code };
    const [entry] = added;
    if (!entry) return { code: 'already_open' };
    const kept = text ? await keeping.keep(entry, name, text, saved) : 'none';
    return { code: 'ok', entry, kept };
  }

  /**
   * Indexes a digest in slices; false if it was cancelled.
   * @param {import('broadsheet-wasm').Library} alone @param {number} total @param {number} id
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

  return {
    /** @param {number} id */
    cancel: (id) => cancelled.add(id),

    /** @param {Calls['read']['ask']} ask @param {number} id @returns {Promise<Added>} */
    async read({ name, bytes, keeps }, id) {
      if (!roomFor(open, bytes.length)) return { code: 'no_room' };
      const alone = new open.core.Library();
      try {
        const result = plain(alone.read(name, bytes));
        if (result.code === 'container') {
          unpacker?.delete();
          unpacker = new open.core.Unpacker(name, bytes);
        }
        if (result.code !== 'ok') return { code: result.code };
        if (!(await index(alone, result.info.papers, id))) return { code: 'cancelled' };
        return await take(name, plain(alone.save()), keeps ? () => pack(bytes) : null);
      } finally {
        alone.delete();
      }
    },

    /** In a worker beside the one that searches. @param {Calls['prepare']['ask']} ask @returns {Promise<Calls['prepare']['answer']>} */
    async prepare({ name, bytes, keeps }) {
      const { result, saved } = keeping.readAlone(name, bytes);
      const text = keeps && result.code === 'ok' ? await pack(bytes) : null;
      return { code: result.code, bytes, saved, text };
    },

    /** @param {Calls['adopt']['ask']} ask @returns {Promise<Added>} */
    adopt: async ({ name, size, saved, text }) =>
      roomFor(open, size) ? take(name, saved, text && (() => text)) : { code: 'no_room' },

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
