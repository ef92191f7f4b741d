// The archive that the page lies beside: finds it, loads its days, and the newest one by itself.
import { chooseDays, languagesOf, understood } from '../archive/days.js';
import { SourceUnavailable } from '../files/read-files.js';
import { t } from '../i18n/index.js';
import { language } from '../i18n/language.js';

/** @typedef {import('../archive/lists.js').ArchiveFile} ArchiveFile */
/** @typedef {import('../state/state.js').State} State */
/** @typedef {{ newest?: string, languages?: string[] }} Remembered newest: the last day that was loaded by itself */

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../state/store.js').createStore<State>>} parts.store
 * @param {import('../archive/site.js').Site | null} parts.site
 * @param {ReturnType<typeof import('./opening.js').createOpening>} parts.opening
 * @param {(key: string, values?: Record<string, string | number>) => void} parts.notify
 */
export function createArchiving({ store, site, opening, notify }) {
  const key = `broadsheet.archive:${site?.folder}`;

  /** @returns {Remembered} */
  function remembered() {
    try {
      return JSON.parse(localStorage.getItem(key) ?? '{}');
    } catch {
      return {};
    }
  }

  /** @param {Remembered} patch */
  function remember(patch) {
    try {
      localStorage.setItem(key, JSON.stringify({ ...remembered(), ...patch }));
    } catch {
      // The newest day is then asked for at every visit.
    }
  }

  /** @param {(loading: string[]) => string[]} change of the addresses that are on their way */
  function changeLoading(change) {
    const { archive } = store.get();
    if (archive) store.set({ archive: { ...archive, loading: new Set(change([...archive.loading])) } });
  }

  /** @type {{ archive: import('../state/state.js').Archive, spoken: string, days: import('../archive/days.js').Day[] } | null} */
  let latest = null;

  /** The same list as long as nothing about it changed: views keep what they made of it. @param {import('../state/state.js').Archive} archive */
  function daysOf(archive) {
    const spoken = language();
    const same = latest?.archive.files === archive.files && latest.archive.languages === archive.languages;
    if (!latest || !same || latest.spoken !== spoken)
      latest = { archive, spoken, days: chooseDays(archive.files, archive.languages, spoken) };
    return latest.days;
  }

  /** What the days of the archive look like now; nothing is shown where there is none. */
  function shown() {
    const { archive, shelf } = store.get();
    const open = new Set(shelf.digests.map((digest) => digest.name));
    const refusals = new Map(shelf.refused.map((refusal) => [refusal.name, refusal]));
    const days = archive ? daysOf(archive) : [];
    const languages = languagesOf(archive?.files ?? []);
    const chosen = archive?.languages ?? understood(languages, language());
    return {
      days,
      languages: languages.map((name) => ({ name, chosen: chosen.includes(name) })),
      leftOut: archive?.leftOut ?? 0,
      /** @param {ArchiveFile} file @returns {import('../views/load-button.js').Status} */
      statusOf(file) {
        if (open.has(file.digest)) return { kind: 'open' };
        if (archive?.loading.has(file.url)) return { kind: 'loading' };
        const refusal = refusals.get(file.name);
        if (!refusal) return { kind: 'absent' };
        const { code, again = false } = refusal;
        return code === 'already_open' ? { kind: 'open' } : { kind: 'failed', code, again };
      },
    };
  }

  /** Files that are open, or on their way, are left alone. @param {ArchiveFile[]} files */
  async function load(files) {
    const { statusOf } = shown();
    const wanted = files.filter((file) => ['absent', 'failed'].includes(statusOf(file).kind));
    if (!site || wanted.length === 0) return;
    const urls = wanted.map((file) => file.url);
    changeLoading((others) => [...others, ...urls]);
    await opening.open(wanted.map(site.source));
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
    /** @param {{ newest: boolean }} options newest: a day that is newer than the last one is loaded */
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
