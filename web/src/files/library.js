// The open digests on the main thread's side: reads files one after another. What is kept comes back from the
// storage; of the rest the sources are held here for a restart.
import { EngineStopped } from '../engine/engine.js';
import { isFull } from '../storage/database.js';
import { createKeptApart } from './kept-apart.js';
import { readAhead } from './prepared.js';
import { SourceUnavailable } from './read-files.js';

/** @typedef {import('./read-files.js').Source} Source */
/** @typedef {import('../engine/protocol.js').Entry} Entry */
/** @typedef {import('../engine/protocol.js').Added} Added */
/** @typedef {import('../engine/protocol.js').KeptNote} KeptNote */
/** @typedef {ReturnType<typeof import('../engine/engine.js').createEngine>} Engine */
/** @typedef {import('../engine/engine.js').Platform} Platform */
/** @typedef {{ name: string, files: number, filesDone: number, papers: number }} Progress filesDone: with the part of the file that is being read */
/** @typedef {(done: number, total: number) => void} OnPapers */
/** @typedef {{ name: string, code: string, again?: boolean }} Refusal again: another try may succeed */
/** @typedef {{ digests: Entry[], refused: Refusal[] }} Shelf */
/** @typedef {ReturnType<typeof readAhead>} Ahead */
/** @typedef {{ keeps: boolean, merges?: boolean }} Options keeps: a reload shall have them again; merges: what is open already is no news */

/** @param {{ name: string, bytes: Uint8Array<ArrayBuffer> }} file @returns {Source} */
const inside = (file) => ({ name: file.name, blob: new Blob([file.bytes]) });

/** A backup puts each digest into a folder of its own. @param {{ name: string, bytes: Uint8Array<ArrayBuffer> }} file */
const restored = ({ name, bytes }) => inside({ name: name.slice(name.lastIndexOf('/') + 1), bytes });

/** @param {unknown} error */
function reasonOf(error) {
  if (error instanceof SourceUnavailable) return error.code;
  return error instanceof EngineStopped ? 'stopped' : 'unreadable';
}

const QUIET_MS = 200;
const REFRESH_MS = 400;

/**
 * @param {Engine} engine
 * @param {Platform} platform
 * @param {object} callbacks
 * @param {(shelf: Shelf) => void} callbacks.onShelf       the open digests changed
 * @param {(progress: Progress | null) => void} callbacks.onProgress
 * @param {(notes: KeptNote[]) => void} callbacks.onNotes  what was kept is not as it was
 * @param {(name: string) => void} callbacks.onFull        there is no room to keep that one
 * @param {() => void} callbacks.onKept                    what is kept changed here
 * @param {(file: import('../engine/protocol.js').UnpackedFile) => Promise<boolean>} callbacks.onBackup  takes what is no digest
 */
export function createLibrary(engine, platform, callbacks) {
  const { onShelf, onProgress, onNotes, onFull, onKept, onBackup } = callbacks;
  const apart = createKeptApart();
  let workerKeeps = true;
  /** Those that are open and not kept, by their label. @type {Map<string, Source>} */
  const unkept = new Map();
  /** @type {Shelf} */
  let shelf = { digests: [], refused: [] };
  let abort = new AbortController();
  let lost = false;
  let shown = 0;
  let changed = false;
  /** @type {Promise<unknown>} */
  let queue = Promise.resolve();

  /** Shows what has been opened, now and then. */
  function showSoon() {
    if (performance.now() - shown < REFRESH_MS) return;
    shown = performance.now();
    onShelf(shelf);
  }

  /**
   * Gives how many files of the batch are read or refused: fewer than all where it was cancelled.
   * @param {Source[]} batch @param {Options} options
   */
  async function readBatch(batch, options) {
    const { signal } = abort;
    const begin = performance.now();
    shown = begin;
    let papers = 0;
    /** @param {string} name @param {number} index @param {number} [done] @param {number} [total] */
    const report = (name, index, done = 0, total = 1) => {
      if (performance.now() - begin < QUIET_MS) return;
      onProgress({ name, files: batch.length, filesDone: index + done / total, papers: papers + done });
    };
    const ahead = readAhead(batch, platform, options.keeps && workerKeeps, signal);
    const end = () => ahead.end();
    signal.addEventListener('abort', end);
    let done = 0;
    // A download may say nothing for long.
    const waiting = setTimeout(() => batch[done] && report(batch[done].name, done), 2 * QUIET_MS);
    for (const [index, source] of batch.entries()) {
      if (lost) await readAgain();
      if (signal.aborted) break;
      report(source.name, index);
      const before = shelf;
      const onPapers = /** @type {OnPapers} */ ((...part) => report(source.name, index, ...part));
      papers += await readOne(source, ahead, options, signal, onPapers);
      if (shelf !== before || !signal.aborted) done = index + 1;
      showSoon();
    }
    clearTimeout(waiting);
    signal.removeEventListener('abort', end);
    end();
    if (lost) await readAgain();
    onProgress(null);
    onShelf(shelf);
    if (changed) onKept();
    changed = false;
    return done;
  }

  /**
   * @param {Source} source @param {Ahead | null} ahead @param {Options} options
   * @param {AbortSignal} signal @param {OnPapers} onPapers
   * @returns {Promise<number>} its papers
   */
  async function readOne(source, ahead, options, signal, onPapers) {
    const { code, entry, kept, again } = await ask(source, ahead, options.keeps, signal, onPapers);
    if (code === 'cancelled') return 0;
    if (code === 'container') return readContainer(source.name, options, signal, onPapers);
    if (code === 'already_open' && options.merges) return 0;
    if (!entry) return refuse(source.name, code, again);
    shelf = { digests: [...shelf.digests, entry], refused: withoutTriesOf(source.name) };
    const outcome = kept === 'none' && options.keeps ? await keepApart(source, entry) : kept;
    if (outcome === 'kept') changed = true;
    else unkept.set(entry.label, source);
    if (outcome === 'full') onFull(source.name);
    return entry.papers;
  }

  /** @param {Source} source @param {Entry} entry @returns {Promise<import('../engine/protocol.js').Kept>} */
  async function keepApart(source, entry) {
    try {
      entry.id = await apart.keep(source, entry);
      return 'kept';
    } catch (error) {
      return isFull(error) ? 'full' : 'none';
    }
  }

  async function readApart() {
    const known = new Set(shelf.digests.map(({ id }) => id));
    for await (const source of apart.sources(known)) {
      const before = shelf.digests.length;
      await readOne(source, null, { keeps: false, merges: true }, abort.signal, () => {});
      const entry = shelf.digests[before];
      if (!entry) continue;
      entry.id = source.id;
      unkept.delete(entry.label);
    }
  }

  /** What another tab did with what is kept apart. */
  async function followApart() {
    const ids = new Set(await apart.ids());
    const gone = shelf.digests.filter(({ id }) => id > 0 && !ids.has(id)).map(({ label }) => label);
    if (gone.length > 0) shelf = { ...shelf, digests: withIds(await engine.remove(gone)) };
    await readApart();
    return shelf.digests;
  }

  /** Of what is kept apart the worker does not know the ids. @param {Entry[]} entries */
  function withIds(entries) {
    const known = new Map(shelf.digests.map(({ label, id }) => [label, id]));
    return entries.map((entry) => ({ ...entry, id: known.get(entry.label) ?? entry.id }));
  }

  /** @param {string} name @param {string} code @param {boolean} [again] */
  function refuse(name, code, again = false) {
    shelf = { ...shelf, refused: [...withoutTriesOf(name), { name, code, again }] };
    return 0;
  }

  /** @param {string} name of a file that was tried once more */
  const withoutTriesOf = (name) => shelf.refused.filter((refusal) => refusal.name !== name || !refusal.again);

  /**
   * Opens the files of a gzip or zip as if each had been dropped. Gives the number of their papers.
   * @param {string} name @param {Options} options @param {AbortSignal} signal @param {OnPapers} onPapers
   */
  async function readContainer(name, options, signal, onPapers) {
    let papers = 0;
    let within = options;
    try {
      for await (const file of engine.unpacked()) {
        if (signal.aborted) break;
        // A backup says so in its first file; what is there already is then no news. A link is not asked for marks.
        if (file.code === 'ok' && options.keeps && (await onBackup(file)))
          within = { ...options, merges: true };
        else if (file.code === 'ok')
          papers += await readOne(
            within.merges ? restored(file) : inside(file),
            null,
            within,
            signal,
            onPapers,
          );
        else refuse(file.name === name ? name : `${name}/${file.name}`, file.code);
        showSoon();
      }
    } catch (error) {
      refuse(name, reasonOf(error));
    }
    return papers;
  }

  /**
   * @param {Source} source @param {Ahead | null} ahead @param {boolean} keeps
   * @param {AbortSignal} signal @param {OnPapers} onPapers
   * @returns {Promise<Added & { again?: boolean }>}
   */
  async function ask(source, ahead, keeps, signal, onPapers) {
    const { name } = source;
    try {
      const prepared = await ahead?.take(source);
      if (signal.aborted) return { code: 'cancelled' };
      if (prepared?.code === 'ok') {
        const { bytes, saved, text } = prepared;
        return await engine.adopt({ name, size: bytes.length, saved, text });
      }
      if (prepared && prepared.code !== 'container') return { code: prepared.code };
      const bytes = prepared?.bytes ?? new Uint8Array(await source.blob.arrayBuffer(signal));
      return await engine.read({ name, bytes, keeps }, { signal, onProgress: onPapers });
    } catch (error) {
      if (signal.aborted) return { code: 'cancelled' };
      return { code: reasonOf(error), again: error instanceof SourceUnavailable };
    }
  }

  /** A new worker knows nothing. The file that stopped the old one was neither kept nor held. */
  async function readAgain() {
    lost = false;
    await openKept(true, false);
    const held = [...unkept.values()];
    unkept.clear();
    for (const source of held) await readOne(source, null, { keeps: false }, abort.signal, () => {});
  }

  /** @param {boolean} stopped @param {boolean} marked */
  async function openKept(stopped, marked) {
    try {
      const { entries, notes, apart: isApart } = await engine.openKept(stopped, marked);
      shelf = { ...shelf, digests: entries };
      workerKeeps = !isApart;
      if (isApart) await readApart().catch(() => {});
      if (notes.length > 0) onNotes(notes);
    } catch (error) {
      if (!(error instanceof EngineStopped)) throw error;
    }
  }

  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  function enqueue(work) {
    const result = queue.then(work);
    queue = result;
    return result;
  }

  function cancel() {
    abort.abort();
    abort = new AbortController();
  }

  /** @param {() => Promise<Entry[]>} change */
  const changeShelf = (change) =>
    enqueue(async () => {
      if (lost) await readAgain();
      try {
        const digests = await change();
        shelf = { ...shelf, digests };
      } catch (error) {
        if (!(error instanceof EngineStopped)) throw error;
      }
      onShelf(shelf);
    });

  return {
    /** Would another start of the page show the same? */
    isKept: () => unkept.size === 0,
    /** @param {Source[]} batch @param {Options} options */
    open: (batch, options) => enqueue(() => readBatch(batch, options)),
    cancel,
    /** @param {{ marked: boolean }} known the page's database is marked already */
    openKept: ({ marked }) =>
      enqueue(async () => {
        await openKept(false, marked);
        if (lost) await readAgain();
        onShelf(shelf);
      }),
    restore() {
      lost = true;
      return enqueue(() => readBatch([], { keeps: false }));
    },
    /** Another tab changed what is kept. */
    follow: () =>
      changeShelf(async () => {
        const { entries, notes, apart: isApart } = await engine.follow();
        if (notes.length > 0) onNotes(notes);
        workerKeeps = !isApart;
        return isApart ? followApart().catch(() => shelf.digests) : entries;
      }),
    /** @param {string[]} labels */
    async remove(labels) {
      const ids = shelf.digests.flatMap(({ id, label }) => (id > 0 && labels.includes(label) ? [id] : []));
      await changeShelf(async () => withIds(await engine.remove(labels)));
      await apart.remove(ids).catch(() => {});
      for (const label of labels) unkept.delete(label);
      onKept();
    },
    async closeAll() {
      cancel();
      await enqueue(async () => {
        unkept.clear();
        shelf = { digests: [], refused: [] };
        await engine.reset();
        await apart.removeAll().catch(() => {});
      });
      onShelf(shelf);
      onKept();
    },
  };
}
