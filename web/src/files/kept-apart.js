// Keeps digests from the page's side where its worker has another database, which is gone with it: WebKit, from
// `file://`. There is no index then; the digests are read again at each start.
import { openKeptLibrary } from '../storage/kept-library.js';
import { pack, unpack } from '../storage/packing.js';

/** @typedef {import('./read-files.js').Source} Source */

export function createKeptApart() {
  /** @type {Promise<import('../storage/kept-library.js').KeptLibrary> | undefined} */
  let opened;
  const library = () => (opened ??= openKeptLibrary());

  return {
    /** Rejects where there is no room. @param {Source} source @param {{ content: string, papers: number }} info */
    keep: async ({ name, blob }, info) =>
      (await library()).add(name, await pack(new Uint8Array(await blob.arrayBuffer())), info),
    ids: async () => (await library()).ids(),
    /** @param {Set<number>} known  those that are open already @returns {AsyncGenerator<Source & { id: number }>} */
    async *sources(known) {
      for (const id of await (await library()).ids()) {
        if (known.has(id)) continue;
        const digest = await (await library()).get(id);
        if (digest) yield { id, name: digest.name, blob: new Blob([await unpack(digest)]) };
      }
    },
    // Where it was never asked for anything, the worker has removed them.
    /** @param {number[]} ids */
    remove: async (ids) => (await opened)?.remove(ids),
    removeAll: async () => (await opened)?.removeAll(),
  };
}
