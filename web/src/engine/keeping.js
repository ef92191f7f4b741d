// Connects the open library with the stored one: opens it at the start, stores new digests, writes the index when idle,
// and follows changes by other tabs.
import { isFull } from '../storage/database.js';
import { lookAtKept, openOwnLibrary } from '../storage/kept-library.js';
import { createIndexOpener } from './index-opener.js';
import { IDLE_MS, createIndexWriter } from './index-writer.js';

/** @typedef {import('../storage/kept-library.js').KeptLibrary} KeptLibrary */
/** @typedef {import('../storage/kept-library.js').Look} Look */
/** @typedef {import('../storage/packing.js').Packed} Packed */
/** @typedef {import('./open-library.js').OpenLibrary} OpenLibrary */
/** @typedef {import('./protocol.js').Entry} Entry */
/** @typedef {import('./protocol.js').KeptNote} KeptNote */
/** @typedef {import('./made-again.js').Remake} Remake */

/**
 * @param {OpenLibrary} open
 * @param {() => Promise<unknown>} breathe lets waiting messages in
 * @param {object} parts
 * @param {(error: unknown) => void} parts.onStop called if the core crashes outside a request
 * @param {(share: number | null) => void} parts.onSaving share of a large index written so far, 0 if about to start;
 *   null: no longer saving
 * @param {Promise<Look | null>} [parts.looked] a look at the stored library, started in advance
 */
export function createKeeping(open, breathe, { onStop, onSaving, looked }) {
  /** @type {KeptLibrary | null} */
  let kept = null;
  /** @type {Promise<KeptLibrary | null> | undefined} */
  let opening;
  const opener = createIndexOpener(open, breathe, { onRead: (id, saved) => writer.hold(id, saved), onStop });
  const writer = createIndexWriter(open, breathe, {
    kept: () => kept,
    isDamaged: opener.isDamaged,
    onSaving,
    onStop,
  });

  /** Opens the library on first use, and tries again until it gets the page's own. */
  async function ready() {
    kept ??= await (opening ??= openOwnLibrary());
    if (!kept) opening = undefined;
  }

  /** Opens stored digests that are not open yet. @param {Look} look @returns {Promise<KeptNote[]>} */
  async function openAll(look) {
    const { notes, loose } = await opener.openAll(look);
    if (loose > 0) writer.saveSoon();
    self.setTimeout(() => opener.readLateTexts().catch(onStop), IDLE_MS);
    return notes;
  }

  /** Whether this worker stores nothing. */
  const isApart = () => kept === null;

  return {
    isApart,
    /** @param {boolean} stopped the last reader crashed, as the page noticed */
    async openKept(stopped) {
      const look = await (looked ?? lookAtKept(stopped));
      kept = look?.library ?? null;
      const notes = look ? await openAll(look) : [];
      kept?.tidy().catch(() => {});
      return { entries: open.entries, notes, apart: isApart() };
    },
    /**
     * @param {Entry} entry
     * @param {string} name
     * @param {() => Packed | Promise<Packed>} text called only if it is stored: packing does not work in WebKit's
     *   workers on `file://`
     * @param {Uint8Array<ArrayBuffer>} saved
     * @param {{ left?: number[], remake?: Remake | null }} [what] left: indices of its papers to keep; remake: the
     *   digest it replaces
     * @returns {Promise<'kept' | 'full' | 'none'>}
     */
    async keep(entry, name, text, saved, { left, remake } = {}) {
      await ready();
      if (!kept) return 'none';
      const older = remake && remake.older.id > 0 ? { id: remake.older.id, left: remake.left } : undefined;
      try {
        const { id, restId } = await kept.add(name, await text(), { ...entry, left }, older);
        entry.id = id;
        if (remake) remake.older.id = restId;
        if (!left) writer.hold(id, saved);
        writer.limitHeld();
        writer.saveSoon();
        return 'kept';
      } catch (error) {
        return isFull(error) ? 'full' : 'none';
      }
    },
    settle() {
      if (open.isSettled()) return;
      open.settle();
      writer.saveSoon();
    },
    /** @param {Set<string>} labels */
    async remove(labels) {
      const gone = open.entries.filter(({ label }) => labels.has(label));
      await kept?.remove(gone.flatMap(({ id }) => (id > 0 ? [id] : [])));
      open.remove(labels);
      writer.saveSoon();
    },
    /** @param {string[]} labels */
    arrange(labels) {
      if (open.arrange(labels)) writer.saveInOrder();
    },
    async removeAll() {
      await ready();
      writer.stop();
      // A file being read cannot be removed.
      const broken = await opener.readLateTexts().then(
        () => null,
        (error) => error,
      );
      await kept?.removeAll();
      writer.forgetHeld();
      if (broken) throw broken;
      open.reset();
    },
    /** Makes the open library match the stored one after another tab changed it. */
    async follow() {
      await ready();
      if (!kept) return [];
      const ids = new Set(await kept.ids());
      const gone = open.entries.filter(({ id }) => id > 0 && !ids.has(id)).map(({ label }) => label);
      if (gone.length > 0) open.remove(new Set(gone));
      const here = new Set(open.entries.map(({ id }) => id));
      /** @type {KeptNote[]} */
      const notes = [];
      for (const id of ids) if (!here.has(id)) await opener.readDigest(kept, id, notes);
      writer.noteChange();
      return notes;
    },
  };
}
