// Opens the stored library: the usable parts of its index, then each digest that is in none.
import { unpack } from '../storage/packing.js';
import { inOrder, judgeOpened, judgePart } from './index-policy.js';
import { createLateTexts } from './late-texts.js';
import { DAMAGED_PART } from './protocol.js';
import { adopt, readAlone } from './read-alone.js';
import { unlessCrashed } from './unless-crashed.js';

/** @typedef {import('../storage/kept-library.js').KeptLibrary} KeptLibrary */
/** @typedef {import('../storage/kept-library.js').Look} Look */
/** @typedef {import('../storage/database.js').KeptPart} KeptPart */
/** @typedef {import('../storage/part-files.js').Source} Source */
/** @typedef {import('./protocol.js').KeptNote} KeptNote */

/**
 * @param {import('./open-library.js').OpenLibrary} open
 * @param {() => Promise<unknown>} breathe lets waiting messages in
 * @param {object} callbacks
 * @param {(id: number, saved: Uint8Array<ArrayBuffer>) => void} callbacks.onRead a digest that is in no part was read
 * @param {(error: unknown) => void} callbacks.onStop called if a part turns out to be damaged
 */
export function createIndexOpener(open, breathe, { onRead, onStop }) {
  const lateTexts = createLateTexts(open, breathe);
  /** A late text differed from what was saved; the library has blanks in its place. */
  let damaged = false;

  /** @param {KeptLibrary} library @param {number} id @param {KeptNote[]} notes */
  async function readDigest(library, id, notes) {
    const digest = await library.get(id);
    if (!digest) return;
    if (digest.aside) return void notes.push({ code: 'aside', name: digest.name });
    const bytes = await unpack(digest).catch(() => null);
    if (!bytes) return void notes.push({ code: 'damaged_digest', name: digest.name });
    await library.guarded({ digest: id }, async () => {
      const { written = 0, left } = digest;
      const { result, saved } = readAlone(open, digest.name, bytes, { written, left });
      if (result.code !== 'ok') return void notes.push({ code: result.code, name: digest.name });
      await adopt(open, saved, [id]);
      onRead(id, saved);
    });
  }

  /** Resolves to null if the part cannot be read. @param {Look} look @param {KeptPart} part */
  async function openPart({ library, sources }, part) {
    const source = /** @type {Promise<Source>} */ (sources.get(part.id));
    const onDamage = () => {
      damaged = true;
      const accused = library.accuse({ part: part.id }).catch(unlessCrashed);
      accused.then(() => onStop(new Error(DAMAGED_PART)));
    };
    return library
      .guarded({ part: part.id }, () => lateTexts.adopt(source, part, onDamage))
      .catch(unlessCrashed);
  }

  /** @param {Look} look @param {KeptPart} part */
  async function drop({ library, sources }, part) {
    // An open file cannot be removed.
    (await sources.get(part.id)?.catch(unlessCrashed))?.close();
    await library.dropPart(part);
  }

  return {
    readDigest,
    /**
     * Opens stored digests that are not open yet.
     * @param {Look} look
     * @returns {Promise<{ notes: KeptNote[], loose: number }>} loose: number of digests that are in no part
     */
    async openAll(look) {
      const { library, suspect, ids, parts } = look;
      /** @type {KeptNote[]} */
      const notes = [];
      if (suspect?.digest) await library.setAside(suspect.digest);
      const wanted = new Set(ids);
      for (const part of inOrder(parts)) {
        let verdict = judgePart(part, { wanted, build: open.build, suspect: suspect?.part });
        if (verdict.opens) verdict = judgeOpened(part, await openPart(look, part));
        if (verdict.note) notes.push({ code: verdict.note, name: '' });
        if (verdict.opens) for (const id of part.digests) wanted.delete(id);
        else await drop(look, part);
      }
      for (const id of wanted) await readDigest(library, id, notes);
      return { notes, loose: wanted.size };
    },
    /** Reads all texts that are still in storage. A file being read cannot be removed. */
    readLateTexts: lateTexts.readAll,
    isDamaged: () => damaged,
  };
}
