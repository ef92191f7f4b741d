// The browser's storage: how much is used, that it stays, a backup out and in, and taking digests away.
import { saveFile } from '../files/save-file.js';
import { markFrom } from '../marks/mark.js';
import { VERSION, readManifest, writeBackup } from '../storage/backup.js';

/** @typedef {import('../state/state.js').State} State */

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../state/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../files/library.js').createLibrary>} parts.library
 * @param {import('../marks/marks.js').Marks} parts.marks
 * @param {ReturnType<typeof import('./marking.js').createMarking>} parts.marking
 * @param {import('../storage/kept-marks.js').KeptMarks} parts.kept
 * @param {(key: string, values?: Record<string, string | number>) => void} parts.notify
 * @param {() => void} parts.onForget    everything is going
 * @param {() => void} parts.onForgotten the person's marks are gone
 */
export function createStoring({ store, library, marks, marking, kept, notify, onForget, onForgotten }) {
  let asked = false;

  async function measure() {
    const storage = navigator.storage;
    const [{ usage = 0, quota = 0 }, persisted, keeps] = await Promise.all([
      storage?.estimate?.() ?? {},
      storage?.persisted?.() ?? false,
      kept.keeps(),
    ]);
    store.set({ storage: { used: usage, quota, persisted, keeps } });
  }

  /** Browsers that ask the person do so when it is first wanted. */
  async function persist() {
    await navigator.storage?.persist?.();
    await measure();
  }

  return {
    measure,
    persist,
    /** Once something is kept. */
    async keepForGood() {
      if (asked) return;
      asked = true;
      await persist().catch(() => {});
    },

    async backUp() {
      const made = { marks: marks.all(), searches: store.get().searches };
      const blob = await writeBackup(made, kept.digests()).catch(() => null);
      if (!blob) return notify('backup.failed');
      saveFile(blob, `${new Date().toISOString().slice(0, 10)}.broadsheet`);
    },
    /**
     * Takes what a backup says of the person; false if the file is not the head of one.
     * @param {{ name: string, bytes: Uint8Array }} file
     */
    async takeBackup(file) {
      const manifest = readManifest(file);
      if (!manifest) return false;
      if (manifest.version > VERSION) {
        notify('backup.newer');
        return true;
      }
      const list = (/** @type {unknown} */ value) => (Array.isArray(value) ? value : []);
      await marks.merge(
        list(manifest.marks)
          .map(markFrom)
          .filter((mark) => mark !== null),
      );
      const searches = list(manifest.searches).filter(
        (each) => typeof each?.name === 'string' && typeof each?.fragment === 'string',
      );
      if (searches.length > 0)
        await marking.mergeSearches(searches.map(({ name, fragment }) => ({ name, fragment })));
      return true;
    },

    /** @param {string[]} labels */
    remove: (labels) => library.remove(labels),
    /** Of all digests between two days, both included; empty: no bound. @param {string} from @param {string} to */
    async removeDays(from, to) {
      const labels = store
        .get()
        .shelf.digests.filter(({ date }) => date && date >= from && (!to || date <= to))
        .map(({ label }) => label);
      if (labels.length > 0) await library.remove(labels);
      return labels.length;
    },
    /** Digests, marks, searches: nothing of this person is left here. */
    async forgetEverything() {
      onForget();
      await library.closeAll();
      await kept.clear().catch(() => {});
      marks.forgetAll();
      store.set({ searches: [] });
      onForgotten();
    },
  };
}
