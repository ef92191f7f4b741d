// Parts of the index are opened without the texts of their digests, most of their bytes: these are read when they are
// wanted, and all of them once there is nothing else to do.

/** @typedef {import('../storage/database.js').KeptPart} KeptPart */
/** @typedef {import('../storage/part-files.js').Source} Source */
/** @typedef {import('../storage/part-files.js').Room} Room */
/** @typedef {import('./open-library.js').OpenLibrary} OpenLibrary */

/** Enough for what tells where the texts begin. */
const HEADER = 4096;
const STEP = 4 << 20;

/**
 * @param {OpenLibrary} open
 * @param {() => Promise<unknown>} breathe lets waiting messages in
 */
export function createLateTexts(open, breathe) {
  /** @type {Set<Source>} texts may still be read from them */
  const sources = new Set();

  return {
    /**
     * Takes a part in; rejects where it cannot be read.
     * @param {Promise<Source>} opens
     * @param {KeptPart} part
     * @param {boolean} own  this release has saved it; of any other all is read, and looked at, before it is believed
     * @param {() => void} onDamage  a text that was wanted later is not what was saved
     */
    async adopt(opens, part, own, onDamage) {
      const source = await opens;
      sources.add(source);
      return open.adopt(part.size, part.digests, async (saved, library) => {
        /** @type {Room} */
        const room = (offset, size) => /** @type {Uint8Array<ArrayBuffer>} */ (saved.room(offset, size));
        const header = Math.min(HEADER, part.size);
        await source.fill(0, header, room);
        const before = own ? saved.bytesBeforeTexts() : part.size;
        await source.fill(header, before, room);
        if (!own) return library.open(saved, false);
        return library.openLate(saved, {
          read: (offset, bytes) => source.read(offset, /** @type {Uint8Array<ArrayBuffer>} */ (bytes)),
          damaged: onDamage,
        });
      });
    },

    /** Reads what is left, a little at a time. */
    async readAll() {
      while (open.library.readLateTexts(STEP) > 0) await breathe();
      for (const source of sources) source.close();
      sources.clear();
    },
  };
}
