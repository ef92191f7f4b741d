// The browser's storage: usage, persistence, saving and restoring backups, and removing everything.
import { saveFile } from '../../library/save-file.js';
import { marksFrom } from '../../marks/mark.js';
import { searchRecordsFrom } from '../../marks/saved-search.js';
import { collectionsFrom } from '../../marks/collections.js';
import { interestsFrom } from '../../marks/interests.js';
import { coloursFrom } from '../../marks/tag-colours.js';
import { t } from '../../i18n/index.js';
import { MANIFEST, VERSION, aboutDigests, readManifest, writeBackup } from '../../storage/backup.js';
import { DatabaseLate } from '../../storage/database.js';
import { inTime } from '../../storage/in-time.js';
import { forgetLocal } from '../../storage/local.js';

/** @typedef {import('../../app/state.js').State} State */

/** WebKit may let a page wait forever for what another page, since left, has begun. */
const REMOVING_MS = 60_000;

/** Resolves to false if it takes too long. @param {Promise<boolean>} work */
const removedInTime = (work) => inTime(work, REMOVING_MS, () => false);

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../../library/library.js').createLibrary>} parts.library
 * @param {import('../../marks/marks.js').Marks} parts.marks
 * @param {import('../saved/saving.js').Saving} parts.saving
 * @param {import('../../marks/tag-colours.js').TagColourStore} parts.colours
 * @param {import('../../marks/collections.js').CollectionStore} parts.collections
 * @param {import('../../marks/interests.js').InterestStore} parts.interests
 * @param {import('../../marks/kept-marks.js').KeptMarks} parts.kept
 * @param {(key: string, values?: Record<string, string | number>) => void} parts.notify
 * @param {() => import('../../app/settings.js').Settings} parts.settings
 * @param {import('../../app/undo.js').Undo} parts.undo
 * @param {(offer: import('./asking.js').MarksOffer) => Promise<import('./asking.js').Answer>} parts.askMarks
 * @param {() => Promise<void>} parts.forgetShared removes files handed over by other apps
 * @param {() => void} parts.onForget called before everything is removed
 * @param {() => void} parts.onForgotten called when the user's marks are gone
 */
export function createStoring(parts) {
  const {
    store,
    library,
    marks,
    saving,
    colours,
    collections,
    interests,
    kept,
    settings,
    undo,
    notify,
    askMarks,
  } = parts;
  const { forgetShared, onForget, onForgotten } = parts;
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

  /**
   * @typedef {object} Given
   * @property {import('../../storage/database.js').Mark[]} marks
   * @property {import('../../storage/database.js').SavedRecord[]} searches
   * @property {import('../../storage/database.js').TagColours} tags
   * @property {import('../../marks/collections.js').Collections} collections
   * @property {import('../../marks/interests.js').Interests} interests
   * @property {unknown} settings as they are in the file
   */

  /**
   * Returns null if there is no manifest, or if it has a newer version.
   * @param {any} manifest
   * @returns {Given | null}
   */
  const contentOf = (manifest) =>
    manifest && !(manifest.version > VERSION)
      ? {
          marks: marksFrom(manifest.marks),
          searches: searchRecordsFrom(manifest.searches),
          tags: coloursFrom(manifest.tags),
          collections: collectionsFrom(manifest.collections),
          interests: interestsFrom(manifest.interests),
          settings: manifest.settings,
        }
      : null;

  /** Names of the settings that would change. @param {Given} given */
  const settingsOf = (given) => Object.keys(settings().changes(given.settings));

  /** Returns null if nothing would change. @param {Given} given */
  function changesOf(given) {
    const changes = {
      ...marks.changes(given.marks),
      searches: saving.added(given.searches),
      colours: colours.changed(given.tags),
      collections: collections.changed(given.collections),
      interests: interests.changed(given.interests) ? 1 : 0,
    };
    return Object.values(changes).some((count) => count > 0) ? changes : null;
  }

  /** @param {Given} given */
  async function merge(given) {
    await marks.merge(given.marks);
    if (given.searches.length > 0) await saving.merge(given.searches);
    await colours.merge(given.tags);
    await collections.merge(given.collections);
    await interests.merge(given.interests);
  }

  /** @param {Given} given */
  function takeSettings(given) {
    if (settingsOf(given).length === 0) return;
    const before = settings().take(given.settings);
    undo.record({
      text: t('undo.settings'),
      undo: () => settings().take(before),
      redo: () => settings().take(given.settings),
    });
  }

  /** @param {import('./asking.js').MarksOffer} offer @param {Given} given */
  async function takeWhatIsAgreed(offer, given) {
    const answer = await askMarks(offer);
    if (answer && offer.changes) await merge(given);
    if (answer === 'all') takeSettings(given);
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
      const made = {
        marks: marks.all(),
        searches: saving.all(),
        tags: colours.all(),
        collections: collections.records(),
        interests: interests.state(),
        settings: settings().chosen(),
      };
      const blob = await writeBackup(made, kept.digests).catch(() => null);
      if (!blob) return notify('backup.failed');
      saveFile(blob, `${new Date().toISOString().slice(0, 10)}.broadsheet`);
    },
    /**
     * What a backup would change in the user's own data; nothing, if this is not a backup.
     * @param {Uint8Array | null} made
     */
    changesBy(made) {
      const given = made && contentOf(readManifest({ name: MANIFEST, bytes: made }));
      return { changes: given ? changesOf(given) : null, settings: given ? settingsOf(given) : [] };
    },
    /**
     * Takes the user's data from a backup, as far as the user wants. Returns what the manifest says about the digests,
     * or null if the file is not a manifest.
     * @param {{ name: string, bytes: Uint8Array }} file
     * @param {Parameters<import('../../library/source-opener.js').OnBackup>[1]} from the file that contains it
     */
    async readBackup(file, { name, marks: how, settings: said }) {
      const manifest = readManifest(file);
      if (!manifest) return null;
      const about = aboutDigests(manifest);
      if (how === 'ignore') return about;
      const given = contentOf(manifest);
      if (!given) {
        notify('backup.newer');
        return about;
      }
      if (how === 'accept') await merge(given);
      if (said === 'take') takeSettings(given);
      const offer = {
        name,
        size: file.bytes.length,
        changes: how === 'accept' ? null : changesOf(given),
        settings: said ? [] : settingsOf(given),
      };
      // Do not await the user's answer: the digests need not wait for it.
      if (offer.changes || offer.settings.length > 0) takeWhatIsAgreed(offer, given);
      return about;
    },

    /** Removes digests, marks and searches: everything of this user. If one step fails, the others still run. */
    async forgetEverything() {
      onForget();
      /** @type {Promise<boolean> | undefined} */
      let begun;
      const forget = () => (begun ??= forgetSaid());
      // What is opened meanwhile comes after that, and stays.
      const digests = await removedInTime(library.closeAll(forget));
      const said = await forget();
      if (!digests || !said) notify('storage.forget.failed');
    },
  };

  /** What is kept beside the digests. Resolves to true if nothing is left. */
  async function forgetSaid() {
    const said = await removedInTime(
      kept.clear().then(
        () => true,
        // If nothing can be stored, nothing is left.
        async (error) => !(error instanceof DatabaseLate) && !(await kept.keeps()),
      ),
    );
    await forgetShared().catch(() => {});
    forgetLocal();
    marks.forgetAll();
    saving.forgetAll();
    colours.forgetAll();
    collections.forgetAll();
    interests.forgetAll();
    onForgotten();
    return said;
  }
}
