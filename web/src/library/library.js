// The open digests as seen from the main thread: joins the shelf, the queue of steps, and the reading of files. Stored
// digests are reopened from storage; for the rest, the shelf keeps the sources in case the worker restarts.
import { unlessStopped } from '../engine/unless-stopped.js';
import { DatabaseLate } from '../storage/database.js';
import { createCurrentShelf } from './current-shelf.js';
import { createKeptApart } from './kept-apart.js';
import { readAhead } from './prepared.js';
import { createProgressReport } from './progress-report.js';
import * as shelves from './shelf.js';
import { createSourceOpener } from './source-opener.js';
import { createStepQueue } from './step-queue.js';
import { newTally } from './tally.js';

/** @typedef {import('./read-files.js').Source} Source */
/** @typedef {import('./tally.js').Tally} Tally */
/** @typedef {import('./source-opener.js').Options} Options */
/** @typedef {import('./source-opener.js').Job} Job */
/** @typedef {import('../engine/protocol.js').Entry} Entry */

/**
 * @param {ReturnType<typeof import('../engine/engine.js').createEngine>} engine
 * @param {import('../engine/engine.js').Platform} platform
 * @param {object} callbacks
 * @param {(shelf: import('./shelf.js').Shelf) => void} callbacks.onShelf the open digests changed
 * @param {(progress: import('./progress-report.js').Progress | null) => void} callbacks.onProgress
 * @param {(notes: import('../engine/protocol.js').KeptNote[]) => void} callbacks.onNotes something stored is not as it
 *   was last time, or does not answer
 * @param {(name: string) => void} callbacks.onFull there is no room to store that file
 * @param {() => void} callbacks.onKept this tab changed what is stored
 * @param {(error: unknown) => void} callbacks.onFailed a step failed; the next one runs nevertheless
 * @param {import('./source-opener.js').OnBackup} callbacks.onBackup called for a file that may be a backup's manifest;
 *   returns what it says about the digests that follow, or null
 * @param {import('./source-opener.js').OnCollection} callbacks.onCollection called for a bibliography or a list of ids
 */
export function createLibrary(engine, platform, callbacks) {
  const { onShelf, onProgress, onNotes, onFull, onKept, onFailed, onBackup, onCollection } = callbacks;
  const apart = createKeptApart();
  const steps = createStepQueue(onFailed);
  const progress = createProgressReport(onProgress);
  const shelf = createCurrentShelf(onShelf);
  const opener = createSourceOpener({
    engine,
    shelf,
    apart,
    onBackup,
    onCollection,
    onFull,
    onStored: () => (storedSome = true),
    onRemade: () => (unsettled = true),
  });
  let workerKeeps = true;
  let batches = 0;
  /** A digest was stored, and the other tabs have not been told. */
  let storedSome = false;
  /** Older makings are still in the library. */
  let unsettled = false;
  /** The worker stopped; the next one has to be given everything that is open. */
  let lost = false;

  /** @param {Options} options @returns {Job} */
  const newJob = (options) => ({ ...options, batch: ++batches, tally: newTally() });

  /** @param {Source[]} batch @param {Options} options @returns {Promise<Tally>} */
  async function readBatch(batch, options) {
    const { signal } = steps;
    const job = newJob(options);
    const { tally } = job;
    const ahead = readAhead(batch, platform, options.keeps && workerKeeps, signal);
    const { reportFile, end } = progress.beginBatch(batch, tally);
    shelf.holdBack();
    signal.addEventListener('abort', ahead.end);
    try {
      for (const [index, source] of batch.entries()) {
        if (lost) await readAgain();
        if (signal.aborted) break;
        reportFile(source.name, index);
        const before = shelf.get();
        /** @param {number} done @param {number} total @param {string} [inside] name of a file in a container */
        const onPart = (done, total, inside) =>
          inside
            ? reportFile(inside, index, done / total)
            : reportFile(source.name, index, done / total, done);
        await opener.open(source, job, { signal, ahead, onPart }).catch((error) => {
          onFailed(error);
          opener.refuse({ name: source.name, code: 'other' }, job);
        });
        if (shelf.get() !== before || !signal.aborted) tally.done = index + 1;
        shelf.publishSoon();
      }
      if (!lost) await settle();
      if (lost) await readAgain();
    } finally {
      signal.removeEventListener('abort', ahead.end);
      ahead.end();
      end();
    }
    shelf.publish();
    if (storedSome) onKept();
    storedSome = false;
    return tally;
  }

  /** Removes older makings from the library. */
  async function settle() {
    if (!unsettled) return;
    unsettled = false;
    const entries = await unlessStopped(engine.settle());
    if (entries) replaceDigests(entries);
  }

  /** @param {Entry[]} entries as the worker knows them */
  const replaceDigests = (entries) =>
    shelf.set(shelves.replaceDigests(shelf.get(), shelves.withKnownIds(shelf.get(), entries)));

  /** Opens the digests stored by the page. */
  async function readApart() {
    const known = new Set(shelf.get().digests.map(({ id }) => id));
    for await (const source of apart.sources(known)) {
      const before = shelf.get().digests.length;
      await opener.open(source, newJob({ keeps: false, merges: true }), { signal: steps.signal });
      const entry = shelf.get().digests[before];
      if (entry) shelf.set(shelves.markStored(shelf.get(), entry.content, source.id));
    }
  }

  /** Applies another tab's changes to the digests stored by the page. */
  async function followApart() {
    const gone = shelves.labelsWithout(shelf.get(), new Set(await apart.ids()));
    if (gone.length > 0) replaceDigests(await engine.remove(gone));
    await readApart();
    return shelf.get().digests;
  }

  /** A new worker knows nothing. The file that crashed the old one was neither stored nor put on the shelf. */
  async function readAgain() {
    lost = false;
    await openKept(true, false);
    const { unstored } = shelf.get();
    shelf.set(shelves.forgetSources(shelf.get(), unstored.keys()));
    for (const { source, fromAddress } of unstored.values())
      await opener.open(source, newJob({ keeps: false, fromAddress }), { signal: steps.signal });
  }

  /** @param {boolean} stopped the last worker died @param {boolean} marked */
  async function openKept(stopped, marked) {
    const opened = await unlessStopped(engine.openKept(stopped, marked));
    if (!opened) return;
    const { entries, notes, apart: isApart } = opened;
    shelf.set(shelves.replaceDigests(shelf.get(), entries));
    for (const { name, code } of notes) if (name) opener.refuse({ name, code }, newJob({ keeps: false }));
    workerKeeps = !isApart;
    if (isApart)
      await readApart().catch((error) => {
        if (error instanceof DatabaseLate) notes.push({ code: 'late_storage', name: '' });
      });
    if (notes.length > 0) onNotes(notes);
  }

  /** Resolves to true if it was done. @param {() => Promise<import('./shelf.js').Shelf['digests']>} change */
  const changeDigests = (change) =>
    steps.run(async () => {
      if (lost) await readAgain();
      // If the worker stops, the next one says which digests are left.
      const digests = await unlessStopped(change());
      if (digests) shelf.set(shelves.replaceDigests(shelf.get(), digests));
      shelf.publish();
      return digests !== null;
    }, false);

  return {
    /** Whether a reload of the page would show the same. */
    isKept: () => shelf.get().unstored.size === 0,
    isReading: steps.isBusy,
    /** Sources of those of these digests that are not stored. @param {readonly string[]} labels */
    unstoredOf: (labels) => shelves.unstoredOf(shelf.get(), labels),
    /** Whether a reload of the page would lose something that the user has opened. */
    wouldLose: () => shelves.wouldLose(shelf.get()),
    /** @param {Source[]} batch @param {Options} options */
    open: (batch, options) => steps.run(() => readBatch(batch, options), newTally()),
    cancel: steps.cancel,
    /** @param {{ marked: boolean }} known the database is already marked as the page's */
    openKept: ({ marked }) =>
      steps.run(async () => {
        await openKept(false, marked);
        if (lost) await readAgain();
        shelf.publish();
      }, undefined),
    restore() {
      lost = true;
      return steps.run(() => readBatch([], { keeps: false }), newTally());
    },
    showSaving: progress.showSaving,
    /** Another tab changed what is stored. */
    follow: () =>
      changeDigests(async () => {
        const { entries, notes, apart: isApart } = await engine.follow();
        if (notes.length > 0) onNotes(notes);
        workerKeeps = !isApart;
        return isApart ? followApart().catch(() => shelf.get().digests) : entries;
      }),
    /** Resolves to true if it was done. @param {string[]} labels */
    async remove(labels) {
      const going = shelf.get().digests.filter(({ label }) => labels.includes(label));
      // Removed digests may be opened again, so forget which files were known.
      shelf.set(shelves.forgetKnown(shelf.get()));
      const remove = async () => shelves.withKnownIds(shelf.get(), await engine.remove(labels));
      if (!(await changeDigests(remove))) return false;
      const contents = going.map(({ content }) => content);
      shelf.set(shelves.forgetSources(shelf.get(), contents));
      const ids = going.flatMap(({ id }) => (id > 0 ? [id] : []));
      const removed = await apart.remove(ids).then(
        () => true,
        () => false,
      );
      onKept();
      return removed;
    },
    /**
     * Puts the digests into the order in which they were; those opened since are last.
     * @param {readonly string[]} contents of the digests as they were, some of which may be gone
     */
    arrange: (contents) =>
      changeDigests(async () => {
        const labels = shelves.arranged(shelf.get(), contents).map(({ label }) => label);
        return shelves.withKnownIds(shelf.get(), await engine.arrange(labels));
      }),
    /**
     * Resolves to true if no digest is left.
     * @param {() => Promise<unknown>} also removes what is not the library's, before anything else is opened
     */
    closeAll(also) {
      steps.cancel();
      return steps.run(async () => {
        shelf.set(shelves.forgetSources(shelf.get(), shelf.get().unstored.keys()));
        const stopped = await engine.reset().then(
          () => false,
          () => true,
        );
        shelf.set(shelves.EMPTY_SHELF);
        // A worker that is dead or has no database removes nothing, so the page does it. Show the empty shelf only once
        // everything is removed.
        await apart
          .removeAll(stopped || !workerKeeps)
          .finally(onKept)
          .finally(also)
          .finally(shelf.publish);
        return true;
      }, false);
    },
  };
}
