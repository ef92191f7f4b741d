// The browser's storage: usage, persistence, saving and restoring backups, and removing everything.
import { saveFile } from '../../library/save-file.js';
import { marksFrom } from '../../marks/mark.js';
import { MANIFEST, VERSION, aboutDigests, readManifest, writeBackup } from '../../storage/backup.js';
import { searchesFrom } from '../../storage/kept-rows.js';
import { forgetLocal } from '../../storage/local.js';

/** @typedef {import('../../app/state.js').State} State */

/** WebKit may let a page wait forever for what another page, since left, has begun. */
const REMOVING_MS = 20_000;

/** Resolves to false if it takes too long. @param {Promise<boolean>} work */
const inTime = (work) =>
  Promise.race([
    work,
    new Promise((/** @type {(done: boolean) => void} */ resolve) => setTimeout(resolve, REMOVING_MS, false)),
  ]);

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../../library/library.js').createLibrary>} parts.library
 * @param {import('../../marks/marks.js').Marks} parts.marks
 * @param {ReturnType<typeof import('../marks/marking.js').createMarking>} parts.marking
 * @param {import('../../marks/kept-marks.js').KeptMarks} parts.kept
 * @param {(key: string, values?: Record<string, string | number>) => void} parts.notify
 * @param {(offer: import('./asking.js').MarksOffer) => Promise<boolean>} parts.askMarks
 * @param {() => Promise<void>} parts.forgetShared removes files handed over by other apps
 * @param {() => void} parts.onForget called before everything is removed
 * @param {() => void} parts.onForgotten called when the user's marks are gone
 */
export function createStoring(parts) {
  const { store, library, marks, marking, kept, notify, askMarks, forgetShared, onForget, onForgotten } =
    parts;
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

  /** Browsers that ask the user for permission do so here. */
  async function persist() {
    await navigator.storage?.persist?.();
    await measure();
  }

  /** @typedef {{ marks: import('../../storage/database.js').Mark[], searches: import('../../app/state.js').SavedSearch[] }} Given */

  /**
   * Returns null if there is no manifest, or if it has a newer version.
   * @param {any} manifest
   * @returns {Given | null}
   */
  const contentOf = (manifest) =>
    manifest && !(manifest.version > VERSION)
      ? { marks: marksFrom(manifest.marks), searches: searchesFrom(manifest.searches) }
      : null;

  /** Returns null if nothing would change. @param {Given} given */
  function changesOf(given) {
    const known = new Set(store.get().searches.map(({ fragment }) => fragment));
    const searches = given.searches.filter(({ fragment }) => !known.has(fragment)).length;
    const changes = { ...marks.changes(given.marks), searches };
    return Object.values(changes).some((count) => count > 0) ? changes : null;
  }

  /** @param {Given} given */
  async function merge(given) {
    await marks.merge(given.marks);
    if (given.searches.length > 0) await marking.mergeSearches(given.searches);
  }

  /** @param {import('./asking.js').MarksOffer} offer @param {Given} given */
  async function mergeIfAgreed(offer, given) {
    if (await askMarks(offer)) await merge(given);
  }

  return {
    measure,
    persist,
    /** Call once something is stored; asks for persistence only once. */
    async keepForGood() {
      if (asked) return;
      asked = true;
      await persist().catch(() => {});
    },

    async backUp() {
      const made = { marks: marks.all(), searches: store.get().searches };
      const blob = await writeBackup(made, kept.digests).catch(() => null);
      if (!blob) return notify('backup.failed');
      saveFile(blob, `${new Date().toISOString().slice(0, 10)}.broadsheet`);
    },
    /**
     * What a backup would change in the user's own data; null if nothing, or if this is not a backup.
     * @param {Uint8Array | null} made
     */
    changesBy(made) {
      const given = made && contentOf(readManifest({ name: MANIFEST, bytes: made }));
      return given ? changesOf(given) : null;
    },
    /**
     * Takes the user's data from a backup, as far as the user wants. Returns what the manifest says about the digests,
     * or null if the file is not a manifest.
     * @param {{ name: string, bytes: Uint8Array }} file
     * @param {{ name: string, marks: import('../../library/source-opener.js').Marks }} from the file that contains it
     */
    async readBackup(file, { name, marks: how }) {
      const manifest = readManifest(file);
      if (!manifest) return null;
      const about = aboutDigests(manifest);
      if (how === 'ignore') return about;
      const given = contentOf(manifest);
      if (!given) notify('backup.newer');
      else if (how === 'accept') await merge(given);
      else {
        // Do not await the user's answer: the digests need not wait for it.
        const changes = changesOf(given);
        if (changes) mergeIfAgreed({ name, size: file.bytes.length, changes }, given);
      }
      return about;
    },

    /** Removes digests, marks and searches: everything of this user. If one step fails, the others still run. */
    async forgetEverything() {
      onForget();
      const digests = await inTime(library.closeAll());
      const said = await inTime(
        kept.clear().then(
          () => true,
          // If nothing can be stored, nothing is left.
          async () => !(await kept.keeps()),
        ),
      );
      await forgetShared().catch(() => {});
      forgetLocal();
      marks.forgetAll();
      store.set({ searches: [] });
      onForgotten();
      if (!digests || !said) notify('storage.forget.failed');
    },
  };
}
