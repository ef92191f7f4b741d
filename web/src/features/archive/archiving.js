// The archive next to the page: finds it, loads its days, and loads the newest day automatically.
import { chooseDays, languagesOf, understood } from '../../archive/days.js';
import { SourceUnavailable } from '../../library/read-files.js';
import { t } from '../../i18n/index.js';
import { language } from '../../i18n/language.js';
import { keepLocal, readLocal } from '../../storage/local.js';
import { isText, listOf, maybe, recordOf } from '../../storage/shape.js';

/** @typedef {import('../../archive/lists.js').ArchiveFile} ArchiveFile */
/** @typedef {import('../../app/state.js').State} State */
/** @typedef {{ newest?: string, languages?: string[] }} Remembered newest: the last day loaded automatically */

const isRemembered = recordOf({ newest: maybe(isText), languages: maybe(listOf(isText)) });

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {import('../../archive/site.js').Site | null} parts.site
 * @param {ReturnType<typeof import('../open/opening.js').createOpening>} parts.opening
 * @param {(key: string, values?: Record<string, string | number>) => void} parts.notify
 */
export function createArchiving({ store, site, opening, notify }) {
  const key = `broadsheet.archive:${site?.folder}`;

  /** @returns {Remembered} */
  function remembered() {
    const kept = readLocal(key);
    return isRemembered(kept) ? /** @type {Remembered} */ (kept) : {};
  }

  /** If storing fails, every visit requests the newest day. @param {Remembered} patch */
  const remember = (patch) => void keepLocal(key, { ...remembered(), ...patch });

  /** @param {(loading: string[]) => string[]} change takes the addresses being loaded */
  function changeLoading(change) {
    const { archive } = store.get();
    if (archive) store.set({ archive: { ...archive, loading: new Set(change([...archive.loading])) } });
  }

  /** @type {{ archive: import('../../app/state.js').Archive, spoken: string, days: import('../../archive/days.js').Day[] } | null} */
  let latest = null;

  /**
   * Returns the same array while nothing in it has changed, so that views can keep what they built from it.
   * @param {import('../../app/state.js').Archive} archive
   */
  function daysOf(archive) {
    const spoken = language();
    const same = latest?.archive.files === archive.files && latest.archive.languages === archive.languages;
    if (!latest || !same || latest.spoken !== spoken)
      latest = { archive, spoken, days: chooseDays(archive.files, archive.languages, spoken) };
    return latest.days;
  }

  /** The current state of the archive's days; empty if there is no archive. */
  function shown() {
    const { archive, shelf } = store.get();
    const open = new Set(shelf.digests.map((digest) => digest.name));
    const known = new Set(shelf.known);
    const refusals = new Map(shelf.refused.map((refusal) => [refusal.name, refusal]));
    const days = archive ? daysOf(archive) : [];
    const languages = languagesOf(archive?.files ?? []);
    const chosen = archive?.languages ?? understood(languages, language());
    return {
      days,
      languages: languages.map((name) => ({ name, chosen: chosen.includes(name) })),
      leftOut: archive?.leftOut ?? 0,
      /** @param {ArchiveFile} file @returns {import('./load-button.js').Status} */
      statusOf(file) {
        if (open.has(file.digest) || known.has(file.name)) return { kind: 'open' };
        if (archive?.loading.has(file.url)) return { kind: 'loading' };
        const refusal = refusals.get(file.name);
        if (!refusal) return { kind: 'absent' };
        const { code, again = false } = refusal;
        return { kind: 'failed', code, again };
      },
    };
  }

  /** Skips files that are open or being loaded. @param {ArchiveFile[]} files */
  async function load(files) {
    const { statusOf } = shown();
    const wanted = files.filter((file) => ['absent', 'failed'].includes(statusOf(file).kind));
    if (!site || wanted.length === 0) return;
    const urls = wanted.map((file) => file.url);
    changeLoading((others) => [...others, ...urls]);
    // The site chooses what the files hold, so marks in them are not taken.
    await opening.open(wanted.map(site.source), { keeps: true, marks: 'ignore' });
    changeLoading((others) => others.filter((url) => !urls.includes(url)));
  }

  async function loadNewest() {
    const { archive } = store.get();
    const newest = archive && daysOf(archive)[0];
    if (!newest?.day || newest.day <= (remembered().newest ?? '')) return;
    await load(newest.files);
    const states = newest.files.map(shown().statusOf);
    const done = states.every(
      (status) => status.kind === 'open' || (status.kind === 'failed' && !status.again),
    );
    if (done) remember({ newest: newest.day });
  }

  return {
    shown,
    load,
    /** @param {{ newest: boolean }} options newest: also load the newest day if it is newer than the last one loaded */
    async find({ newest }) {
      try {
        const list = await site?.findArchive();
        if (!list) return;
        const known = languagesOf(list.files);
        const languages = remembered().languages?.filter((each) => known.includes(each)) ?? [];
        store.set({
          archive: { ...list, languages: languages.length ? languages : null, loading: new Set() },
        });
      } catch (error) {
        if (!(error instanceof SourceUnavailable)) throw error;
        return notify('archive.unread', { reason: t(`refused.${error.code}`) });
      }
      if (newest) await loadNewest();
    },
    /** @param {string[]} languages */
    choose(languages) {
      const { archive } = store.get();
      if (!archive) return;
      remember({ languages });
      store.set({ archive: { ...archive, languages: languages.length ? languages : null } });
    },
  };
}
