// Opens parts of the index without the texts of their digests, which are most of the bytes. Texts are read on demand,
// and all of them once the worker is idle.

/** @typedef {import('../storage/database.js').KeptPart} KeptPart */
/** @typedef {import('../storage/part-files.js').Source} Source */
/** @typedef {import('../storage/part-files.js').Room} Room */
/** @typedef {import('./open-library.js').OpenLibrary} OpenLibrary */

/** Enough to find where the texts begin. */
const HEADER = 4096;
const STEP = 4 << 20;

/**
 * @param {OpenLibrary} open
 * @param {() => Promise<unknown>} breathe lets waiting messages in
 */
export function createLateTexts(open, breathe) {
  /** @type {Set<Source>} files that texts may still be read from */
  const sources = new Set();

  return {
    /**
     * Opens a part saved by this build. Rejects if it cannot be read.
     * @param {Promise<Source>} opens
     * @param {KeptPart} part
     * @param {() => void} onDamage called if a text read later differs from what was saved
     */
    async adopt(opens, part, onDamage) {
      const source = await opens;
      sources.add(source);
      return open.adopt(part.size, part.digests, async (saved, library) => {
        /** @type {Room} */
        const room = (offset, size) => /** @type {Uint8Array<ArrayBuffer>} */ (saved.room(offset, size));
        const header = Math.min(HEADER, part.size);
        await source.fill(0, header, room);
        await source.fill(header, saved.bytesBeforeTexts(), room);
        return library.openLate(saved, {
          read: (offset, bytes) => source.read(offset, /** @type {Uint8Array<ArrayBuffer>} */ (bytes)),
          damaged: onDamage,
        });
      });
    },

    /** Reads the remaining texts in steps. */
    async readAll() {
      while (open.library.readLateTexts(STEP) > 0) await breathe();
      for (const source of sources) source.close();
      sources.clear();
    },
  };
}
