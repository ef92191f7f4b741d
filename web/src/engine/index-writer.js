// Writes the index some time after the last change: a part for each new digest, or the whole library as one part.
import { removePart, writePart } from '../storage/part-files.js';
import { holdsFresh, planSave, savesMuch } from './index-policy.js';
import { plain } from './open-library.js';
import { unlessCrashed } from './unless-crashed.js';

/** @typedef {import('../storage/kept-library.js').KeptLibrary} KeptLibrary */

/** Delay after a change; a batch of files counts as one. */
export const IDLE_MS = 1500;
const STEP = 4 << 20;
const LOCK = 'broadsheet-index';

/**
 * @param {import('./open-library.js').OpenLibrary} open
 * @param {() => Promise<unknown>} breathe lets waiting messages in
 * @param {object} parts
 * @param {() => KeptLibrary | null} parts.kept null: nothing is stored
 * @param {() => boolean} parts.isDamaged the open library has blanks where texts should be
 * @param {(share: number | null) => void} parts.onSaving share of a large index written so far, 0 if about to start;
 *   null: no longer saving
 * @param {(error: unknown) => void} parts.onStop called if the core crashes
 */
export function createIndexWriter(open, breathe, { kept, isDamaged, onSaving, onStop }) {
  /** Saved libraries of digests that are in no part yet. @type {Map<number, Uint8Array<ArrayBuffer>>} */
  const fresh = new Map();
  let timer = 0;
  let changes = 0;
  let saves = 0;
  let isReported = false;
  /** The digests are in another order than the parts give. */
  let isArranged = false;

  /** @param {number} share */
  function reportSaving(share) {
    isReported = true;
    onSaving(share);
  }

  function reportSaved() {
    if (isReported) onSaving(null);
    isReported = false;
  }

  function saveSoon() {
    changes += 1;
    clearTimeout(timer);
    const save = ++saves;
    timer = self.setTimeout(
      () =>
        navigator.locks
          .request(LOCK, saveIndex)
          .catch(unlessCrashed)
          .catch(onStop)
          // Later changes are written by a later save.
          .finally(() => save === saves && reportSaved()),
      IDLE_MS,
    );
    if (kept() && savesMuch({ open: open.entries.length, fresh: fresh.size })) reportSaving(0);
  }

  /** A failure only makes the next start slower. */
  async function saveIndex() {
    const library = kept();
    if (!library) return;
    const [ids, parts] = await Promise.all([library.ids(), library.parts()]);
    const { write, loose } = planSave({
      open: open.entries,
      isSettled: open.isSettled(),
      stored: new Set(ids),
      parts,
      fresh: new Set(fresh.keys()),
      isArranged,
    });
    if (write === 'whole') await saveWhole(library);
    else if (write === 'parts') for (const id of loose) await savePart(library, id);
    // Digests that arrived meanwhile are saved later.
    for (const id of loose) fresh.delete(id);
  }

  /** @param {KeptLibrary} library @param {number} id of a fresh digest */
  async function savePart(library, id) {
    const pieces = [/** @type {Uint8Array<ArrayBuffer>} */ (fresh.get(id)), new Uint8Array()];
    const place = await writePart(async () => pieces.shift() ?? null);
    if (place) await library.addPart([id], place, open.build);
  }

  /** @param {KeptLibrary} library */
  async function saveWhole(library) {
    const begun = changes;
    const ids = open.entries.map(({ id }) => id);
    const saver = new open.core.Saver(open.library);
    const size = saver.size();
    try {
      // The blanks of a damaged text must not be stored.
      if (isDamaged()) return;
      let written = 0;
      const place = await writePart(async () => {
        await breathe();
        reportSaving(written / size);
        written += STEP;
        return changes === begun ? plain(/** @type {Uint8Array<ArrayBuffer>} */ (saver.next(STEP))) : null;
      });
      // The library may have changed between two pieces.
      if (place?.size === size) {
        await library.addPart(ids, place, open.build);
        isArranged = false;
      } else if (place) await removePart(place);
    } finally {
      saver.delete();
    }
  }

  return {
    saveSoon,
    /** As saveSoon(); what is saved also gives the order of the digests. */
    saveInOrder() {
      isArranged = true;
      saveSoon();
    },
    /** The open library has changed, as has the stored one: what is being written is out of date. */
    noteChange: () => void (changes += 1),
    /** Holds the saved library of a digest until it is in a part. @param {number} id @param {Uint8Array<ArrayBuffer>} saved */
    hold: (id, saved) => void fresh.set(id, saved),
    /** Drops what is held if the whole index will be written. */
    limitHeld: () => holdsFresh(fresh.size) || fresh.clear(),
    /** Nothing is saved until the next change. */
    stop() {
      clearTimeout(timer);
      reportSaved();
      changes += 1;
    },
    forgetHeld: () => fresh.clear(),
  };
}
