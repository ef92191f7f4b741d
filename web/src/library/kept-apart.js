// Stores digests from the page, for workers whose own database is separate and temporary: WebKit on `file://`. There is
// then no index, and every start reads the digests again.
import { DatabaseLate, isFull } from '../storage/database.js';
import { openKeptLibrary } from '../storage/kept-library.js';
import { pack, unpack } from '../storage/packing.js';

/** @typedef {import('./read-files.js').Source} Source */

/** @param {unknown} error */
function unlessLate(error) {
  if (error instanceof DatabaseLate) throw error;
  return null;
}

export function createKeptApart() {
  /** @type {Promise<import('../storage/kept-library.js').KeptLibrary> | undefined} */
  let opened;
  const library = () => (opened ??= openKeptLibrary());
  /** Null if it is not open here. */
  const present = async () => (await opened?.catch(() => null)) ?? null;

  return {
    /**
     * @param {Source} source
     * @param {{ content: string, papers: number, written: number, left?: number[] }} info
     * @param {import('../storage/kept-library.js').Older} [older] the digest it replaces
     * @returns {Promise<{ kept: import('../engine/protocol.js').Kept, id: number, restId: number }>} restId: id of
     *   the rest of the older digest; both are 0 if nothing was stored
     */
    async keep({ name, blob }, info, older) {
      try {
        const text = await pack(new Uint8Array(await blob.arrayBuffer()));
        return { kept: 'kept', ...(await (await library()).add(name, text, info, older)) };
      } catch (error) {
        return { kept: isFull(error) ? 'full' : 'none', id: 0, restId: 0 };
      }
    },
    ids: async () => (await library()).ids(),
    /**
     * @param {Set<number>} known ids of digests that are already open
     * @returns {AsyncGenerator<Source & { id: number }>}
     */
    async *sources(known) {
      for (const id of await (await library()).ids()) {
        if (known.has(id)) continue;
        const digest = await (await library()).get(id);
        if (!digest) continue;
        const { name, left, written: lastModified } = digest;
        yield { id, name, left, blob: new File([await unpack(digest)], name, { lastModified }) };
      }
    },
    // If the database is not open here, the worker has removed them.
    /** @param {number[]} ids */
    remove: async (ids) => (await present())?.remove(ids),
    /**
     * Rejects if the database does not answer. Where nothing can be stored, nothing is left.
     * @param {boolean} alone the worker has not removed them
     */
    async removeAll(alone) {
      let kept = await present();
      // It may answer now although it did not before.
      if (!kept && alone) kept = await openKeptLibrary().catch(unlessLate);
      await kept?.removeAll();
    },
  };
}
