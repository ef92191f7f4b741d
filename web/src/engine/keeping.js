// Between the open library and what is kept: opens it at the start, keeps what is opened, writes the index when
// nothing else is asked, follows what other tabs do.
import { isFull } from '../storage/database.js';
import { lookAtKept, openOwnLibrary } from '../storage/kept-library.js';
import { unpack } from '../storage/packing.js';
import { removePart, writePart } from '../storage/part-files.js';
import { createLateTexts } from './late-texts.js';
import { plain } from './open-library.js';
import { DAMAGED_PART } from './protocol.js';

/** @typedef {import('../storage/kept-library.js').KeptLibrary} KeptLibrary */
/** @typedef {import('../storage/kept-library.js').Look} Look */
/** @typedef {import('../storage/database.js').KeptPart} KeptPart */
/** @typedef {import('../storage/packing.js').Packed} Packed */
/** @typedef {import('../storage/part-files.js').Source} Source */
/** @typedef {import('./open-library.js').OpenLibrary} OpenLibrary */
/** @typedef {import('./protocol.js').Entry} Entry */
/** @typedef {import('./protocol.js').KeptNote} KeptNote */
/** @typedef {import('./protocol.js').Plain<import('broadsheet-wasm').ReadResult>} ReadResult */

/** Behind a change; a batch of files is one. */
const IDLE_MS = 1500;
/** With so many digests in small parts or in none, the next start would be felt. */
const MOST_LOOSE = 12;
const STEP = 4 << 20;
const LOCK = 'broadsheet-index';

/** A core that has stopped is of no use any more, whatever else an error may cost. @param {unknown} error @returns {null} */
function nothing(error) {
  if (error instanceof WebAssembly.RuntimeError) throw error;
  return null;
}

/**
 * @param {OpenLibrary} open
 * @param {() => Promise<unknown>} breathe lets waiting messages in
 * @param {(error: unknown) => void} onStop  the core has stopped while nothing was asked
 * @param {Promise<Look | null>} [looked]  at what there is, before it was asked for
 */
export function createKeeping(open, breathe, onStop, looked) {
  /** @type {KeptLibrary | null} */
  let kept = null;
  /** @type {Promise<KeptLibrary | null> | undefined} */
  let opening;
  /** Saved libraries of digests that are in no part yet. @type {Map<number, Uint8Array<ArrayBuffer>>} */
  let fresh = new Map();
  let timer = 0;
  let changes = 0;
  /** A text that was wanted is not what was kept: blanks stand in its place. */
  let damaged = false;
  const lateTexts = createLateTexts(open, breathe);

  /** Opened when it is first wanted, and again as long as it is not the page's. */
  async function ready() {
    kept ??= await (opening ??= openOwnLibrary());
    if (!kept) opening = undefined;
  }

  /** @param {string} name @param {Uint8Array<ArrayBuffer>} bytes @returns {{ result: ReadResult, saved: Uint8Array<ArrayBuffer> }} */
  function readAlone(name, bytes) {
    const alone = new open.core.Library();
    try {
      const result = plain(alone.read(name, bytes));
      if (result.code !== 'ok') return { result, saved: new Uint8Array() };
      while (alone.index(1 << 20) > 0);
      return { result, saved: plain(alone.save()) };
    } finally {
      alone.delete();
    }
  }

  /** @param {Uint8Array<ArrayBuffer>} saved @param {number[]} ids */
  const adopt = (saved, ids) =>
    open.adopt(saved.length, ids, (room, library) => {
      room.room(0, saved.length).set(saved);
      return library.open(room, true);
    });

  /** @param {KeptLibrary} library @param {number} id @param {KeptNote[]} notes */
  async function readKept(library, id, notes) {
    const digest = await library.get(id);
    if (!digest) return;
    if (digest.aside) return void notes.push({ code: 'aside', name: digest.name });
    const bytes = await unpack(digest).catch(() => null);
    if (!bytes) return void notes.push({ code: 'damaged_digest', name: digest.name });
    await library.guarded({ digest: id }, async () => {
      const { result, saved } = readAlone(digest.name, bytes);
      if (result.code !== 'ok') return void notes.push({ code: result.code, name: digest.name });
      await adopt(saved, [id]);
      fresh.set(id, saved);
    });
  }

  /** @param {Look} look @param {KeptPart} part */
  async function drop({ library, sources }, part) {
    // A file that is open cannot be removed.
    (await sources.get(part.id)?.catch(nothing))?.close();
    await library.dropPart(part);
  }

  /** @param {Look} look @param {KeptPart} part @param {Set<number>} ids @param {KeptNote[]} notes */
  async function openPart(look, part, ids, notes) {
    const { library, sources } = look;
    const source = /** @type {Promise<Source>} */ (sources.get(part.id));
    // A digest of it was taken away, or is in another part: what is left is read again.
    if (!part.digests.every((id) => ids.has(id))) return drop(look, part);
    const own = part.release === open.core.version();
    const onDamage = () => {
      damaged = true;
      const accused = library.accuse({ part: part.id }).catch(nothing);
      accused.then(() => onStop(new Error(DAMAGED_PART)));
    };
    const opened = await library
      .guarded({ part: part.id }, () => lateTexts.adopt(source, part, own, onDamage))
      .catch(nothing);
    if (opened?.code === 'ok' && opened.added.length === part.digests.length)
      return part.digests.forEach((id) => ids.delete(id));
    if (opened?.code !== 'ok')
      notes.push({ code: opened?.code === 'other_version' ? 'older_index' : 'damaged_index', name: '' });
    await drop(look, part);
  }

  /** Opens what is kept and not open yet. @param {Look} look @returns {Promise<KeptNote[]>} */
  async function openAll(look) {
    const { library, suspect, ids, parts } = look;
    /** @type {KeptNote[]} */
    const notes = [];
    if (suspect?.digest) await library.setAside(suspect.digest);
    const left = new Set(ids);
    for (const part of parts.sort((a, b) => a.digests[0] - b.digests[0])) {
      if (part.id === suspect?.part) {
        await drop(look, part);
        notes.push({ code: 'damaged_index', name: '' });
      } else await openPart(look, part, left, notes);
    }
    for (const id of left) await readKept(library, id, notes);
    if (left.size > 0) saveSoon();
    self.setTimeout(() => lateTexts.readAll().catch(onStop), IDLE_MS);
    return notes;
  }

  function saveSoon() {
    changes += 1;
    clearTimeout(timer);
    timer = self.setTimeout(
      () => navigator.locks.request(LOCK, saveIndex).catch(nothing).catch(onStop),
      IDLE_MS,
    );
  }

  /** Failing costs nothing but time at the next start. */
  async function saveIndex() {
    if (!kept) return;
    const [ids, parts] = await Promise.all([kept.ids(), kept.parts()]);
    const there = new Set(ids);
    // A part that holds a digest which was taken away opens no more.
    const whole = parts.filter(({ digests }) => digests.every((id) => there.has(id)));
    const covered = new Set(whole.flatMap(({ digests }) => digests));
    const loose = open.entries.filter(({ id }) => id > 0 && !covered.has(id));
    const small = whole.filter(({ digests }) => digests.length === 1).length;
    if (loose.length === 0 && small <= MOST_LOOSE) return;
    if (loose.length + small > MOST_LOOSE || loose.some(({ id }) => !fresh.has(id))) await saveWhole(kept);
    else
      for (const { id } of loose)
        await savePart(kept, id, /** @type {Uint8Array<ArrayBuffer>} */ (fresh.get(id)));
    // What came in meanwhile has its turn later.
    for (const { id } of loose) fresh.delete(id);
  }

  /** @param {KeptLibrary} library @param {number} id @param {Uint8Array<ArrayBuffer>} saved */
  async function savePart(library, id, saved) {
    const pieces = [saved, new Uint8Array()];
    const place = await writePart(async () => pieces.shift() ?? null);
    if (place) await library.addPart([id], place, open.core.version());
  }

  /** @param {KeptLibrary} library */
  async function saveWhole(library) {
    // A digest that is not kept is in the library as well: then there is no part that holds all.
    if (open.entries.some(({ id }) => id === 0)) return;
    const begun = changes;
    const ids = open.entries.map(({ id }) => id);
    const saver = new open.core.Saver(open.library);
    const size = saver.size();
    try {
      // Blanks must not be kept.
      if (damaged) return;
      const place = await writePart(async () => {
        await breathe();
        return changes === begun ? plain(/** @type {Uint8Array<ArrayBuffer>} */ (saver.next(STEP))) : null;
      });
      // The library may have changed between two pieces.
      if (place?.size === size) await library.addPart(ids, place, open.core.version());
      else if (place) await removePart(place);
    } finally {
      saver.delete();
    }
  }

  /** Is nothing kept from within the worker? */
  const isApart = () => kept === null;

  return {
    readAlone,
    adopt,
    isApart,
    /** @param {boolean} stopped the last reader stopped, as the page saw */
    async openKept(stopped) {
      const look = await (looked ?? lookAtKept(stopped));
      kept = look?.library ?? null;
      const notes = look ? await openAll(look) : [];
      kept?.tidy().catch(() => {});
      return { entries: open.entries, notes, apart: isApart() };
    },
    /**
     * @param {Entry} entry @param {string} name
     * @param {() => Packed | Promise<Packed>} text  asked for where it is kept: WebKit never packs in a worker of `file://`
     * @param {Uint8Array<ArrayBuffer>} saved
     * @returns {Promise<'kept' | 'full' | 'none'>}
     */
    async keep(entry, name, text, saved) {
      await ready();
      if (!kept) return 'none';
      try {
        const id = await kept.add(name, await text(), entry);
        entry.id = id;
        fresh.set(id, saved);
        if (fresh.size > MOST_LOOSE) fresh.clear();
        saveSoon();
        return 'kept';
      } catch (error) {
        return isFull(error) ? 'full' : 'none';
      }
    },
    /** @param {Set<string>} labels */
    async remove(labels) {
      const gone = open.entries.filter(({ label }) => labels.has(label));
      await kept?.remove(gone.flatMap(({ id }) => (id > 0 ? [id] : [])));
      open.remove(labels);
      saveSoon();
    },
    async removeAll() {
      await ready();
      clearTimeout(timer);
      changes += 1;
      // A file that is being read cannot be removed.
      await lateTexts.readAll();
      await kept?.removeAll();
      fresh = new Map();
      open.reset();
    },
    /** Makes the open library what is kept, after another tab changed that. */
    async follow() {
      await ready();
      if (!kept) return [];
      const ids = new Set(await kept.ids());
      const gone = open.entries.filter(({ id }) => id > 0 && !ids.has(id)).map(({ label }) => label);
      if (gone.length > 0) open.remove(new Set(gone));
      const here = new Set(open.entries.map(({ id }) => id));
      /** @type {KeptNote[]} */
      const notes = [];
      for (const id of ids) if (!here.has(id)) await readKept(kept, id, notes);
      changes += 1;
      return notes;
    },
  };
}
