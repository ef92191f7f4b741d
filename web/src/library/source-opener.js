// Opens one source: reads it into the engine, puts what it holds on the shelf, and stores it where the worker cannot.
import { readContainer } from './read-container.js';
import { isPageName } from './read-files.js';
import { readSource } from './read-source.js';
import { addDigest, addKnown, addUnstored, cutSource, digestOf, refuse, replaceIds } from './shelf.js';

/** @typedef {import('./read-files.js').Source} Source */
/** @typedef {import('./shelf.js').Refusal} Refusal */
/** @typedef {import('./tally.js').Tally} Tally */
/** @typedef {import('../engine/protocol.js').Remade} Remade */
/** @typedef {import('../engine/protocol.js').UnpackedFile} UnpackedFile */
/** @typedef {import('../storage/backup.js').About} About */
/** @typedef {ReturnType<typeof import('./prepared.js').readAhead>} Ahead */
/** @typedef {'accept' | 'ask' | 'ignore'} Marks what to do with the user's marks in a file */
/** @typedef {'take' | 'leave'} SettingsSaid what the user has said of the settings in a file */
/**
 * @typedef {object} Options
 * @property {boolean} keeps store the files, so that they survive a reload
 * @property {Marks} [marks]
 * @property {SettingsSaid} [settings] if it is missing, the user is asked
 * @property {boolean} [merges] do not report files that are already open
 * @property {boolean} [fromAddress] the page's address reopens them; by default, if they are not to be stored
 * @property {boolean} [unasked] nobody waits to hear that nothing was found
 * @property {boolean} [passing] do not put refused files on the shelf
 */
/** @typedef {Options & { batch: number, tally: Tally }} Job */
/**
 * @typedef {object} Reading
 * @property {AbortSignal} signal
 * @property {Ahead} [ahead] may have read it already
 * @property {(done: number, total: number, name?: string) => void} [onPart] name: of a file inside a container
 */
/** @typedef {(name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<import('./tally.js').TakenCollection>} OnCollection */
/** @typedef {(file: UnpackedFile, from: { name: string, marks: Marks, settings?: SettingsSaid }) => Promise<Map<string, About> | null>} OnBackup */

/** What is said of a page that is no list of papers. */
const NO_LIST = new Set(['no_papers', 'only_contents', 'empty_file', 'not_text', 'doubtful_encoding']);

/** A page of a website that the user did not name. @param {Source} source @param {string} code */
const isPassed = ({ name, found }, code) => Boolean(found) && isPageName(name) && NO_LIST.has(code);

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../engine/engine.js').createEngine>} parts.engine
 * @param {import('./current-shelf.js').CurrentShelf} parts.shelf
 * @param {ReturnType<typeof import('./kept-apart.js').createKeptApart>} parts.apart
 * @param {OnBackup} parts.onBackup
 * @param {OnCollection} parts.onCollection
 * @param {(name: string) => void} parts.onFull there is no room to store that file
 * @param {() => void} parts.onStored
 * @param {() => void} parts.onRemade an older making of a digest is in the library, too
 */
export function createSourceOpener({
  engine,
  shelf,
  apart,
  onBackup,
  onCollection,
  onFull,
  onStored,
  onRemade,
}) {
  /** @param {Source} source @param {Job} job @param {Reading} reading @returns {Promise<void>} */
  async function open(source, job, { signal, ahead, onPart = () => {} }) {
    const { tally, keeps, batch, fromAddress = !keeps } = job;
    const { name } = source;
    const prepared = async () => (await ahead?.claim(source)) ?? null;
    const how = { keeps, batch, signal, prepared, onProgress: onPart };
    const { code, message, entry, kept, again, remake } = await readSource(engine, source, how);
    if (code === 'cancelled') return;
    if (code === 'container') return openContainer(source, job, { signal, onPart });
    if (code === 'collection') return openCollection(source, job, signal);
    if (remake) onRemade();
    if (code === 'already_open' || code === 'older') {
      if (job.merges) return;
      tally[code === 'older' ? 'older' : 'known'].push(name);
      return shelf.set(addKnown(shelf.get(), name));
    }
    if (!entry && isPassed(source, code)) return void (tally.passed += 1);
    if (!entry) return refuseFile({ name, code, message, again }, job);
    const isOlder = remake?.older.content === entry.content;
    if (isOlder) tally.older.push(name);
    else tally.opened += 1;
    tally.papers += entry.papers;
    shelf.set(addDigest(shelf.get(), entry, name));
    const outcome = kept === 'none' && keeps ? await storeApart(source, entry, remake) : kept;
    if (outcome === 'kept') onStored();
    else shelf.set(addUnstored(shelf.get(), entry.content, { source, fromAddress }));
    if (outcome === 'full') onFull(name);
    if (!remake || outcome === 'full') return;
    tally.left += remake.left.length;
    if (!isOlder) tally.remade.push(remake.newer);
    shelf.set(cutSource(shelf.get(), remake));
  }

  /**
   * A collection is the user's own, like a tag: one that an address names is not taken.
   * @param {Source} source @param {Job} job @param {AbortSignal} signal
   */
  async function openCollection({ name, blob }, job, signal) {
    if (!job.keeps) return refuseFile({ name, code: 'no_papers' }, job);
    const bytes = new Uint8Array(await blob.arrayBuffer(signal));
    const taken = await onCollection(name, bytes);
    if (taken.code === 'ok') job.tally.collections.push(taken);
    else refuseFile({ name, code: taken.code }, job);
  }

  /** @param {Source} source @param {Job} job @param {Required<Omit<Reading, 'ahead'>>} reading */
  const openContainer = (source, job, { signal, onPart }) =>
    readContainer(source, engine.unpacked(), signal, {
      readManifest: (file) =>
        onBackup(file, { name: source.name, marks: job.marks ?? 'ignore', settings: job.settings }),
      // The digests of a backup that are already open are not reported.
      open: (file, isBackup) => open(file, isBackup ? { ...job, merges: true } : job, { signal }),
      refuse: (refusal) => refuseFile(refusal, job),
      onFile: (share, name) => onPart(share, 1, name),
      onFileDone: shelf.publishSoon,
    });

  /**
   * @param {Source} source @param {import('../engine/protocol.js').Entry} entry @param {Remade} [remake]
   * @returns {Promise<import('../engine/protocol.js').Kept>}
   */
  async function storeApart(source, entry, remake) {
    const isOlder = remake?.older.content === entry.content;
    const before = isOlder ? undefined : digestOf(shelf.get(), remake?.older.content);
    const older = before && before.id > 0 && remake ? { id: before.id, left: remake.left } : undefined;
    const left = isOlder ? remake?.left : source.left;
    const { kept, id, restId } = await apart.keep(source, { ...entry, left }, older);
    if (kept !== 'kept') return kept;
    const ids = new Map([[entry.content, id]]);
    if (before) ids.set(before.content, restId);
    shelf.set(replaceIds(shelf.get(), ids));
    return kept;
  }

  /** @param {Refusal} refusal @param {Job} job */
  function refuseFile(refusal, { tally, passing }) {
    tally.refused.push(refusal);
    if (!passing) shelf.set(refuse(shelf.get(), refusal));
  }

  return { open, refuse: refuseFile };
}
