// Papers count as read when they were open for a while, and saved searches.
import { searchesFrom } from '../../storage/kept-rows.js';
import { HOME, formatFragment, parseFragment } from '../../app/fragment.js';
import { t } from '../../i18n/index.js';
import { toggleFilter } from '../../text/filter-words.js';

/** @typedef {import('../../app/state.js').State} State */
/** @typedef {import('../../app/state.js').SavedSearch} SavedSearch */

const SEARCHES = 'searches';
const LONGEST_NAME = 120;
/** A paper that is open for so long counts as read, if the user wants that soon. */
const READ_MS = 2000;

/** @param {SavedSearch[]} searches @param {string} fragment */
const without = (searches, fragment) => searches.filter((each) => each.fragment !== fragment);

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {import('../../marks/marks.js').Marks} parts.marks
 * @param {import('../../marks/kept-marks.js').KeptMarks} parts.kept
 * @param {() => 'soon' | 'at-once' | 'never'} parts.countsAsRead when an open paper does
 * @param {ReturnType<typeof import('../list/browsing.js').createBrowsing>} parts.browsing
 * @param {import('../../app/undo.js').Undo} parts.undo
 * @param {() => void} parts.onSearches notifies the other tabs
 */
export function createMarking({ store, marks, kept, countsAsRead, browsing, undo, onSearches }) {
  let timer = 0;
  /** The work that is about to count as read. */
  let soon = '';
  store.subscribe(({ paper }) => {
    if (paper?.work === soon) return;
    clearTimeout(timer);
    soon = '';
  });

  /** @param {(before: SavedSearch[]) => SavedSearch[]} change */
  async function changeSearches(change) {
    const before = store.get().searches;
    const all = (/** @type {unknown} */ searches) => change(searchesFrom(searches));
    store.set({ searches: await kept.change(SEARCHES, all).catch(() => change(before)) });
    onSearches();
  }

  /** @param {State} state returns the part of the address that makes up a search */
  const searchOf = ({ address }) =>
    formatFragment({ ...address, paper: '', sample: false, order: HOME.order });

  return {
    /** An open paper counts as read after a while, unless the user has marked it read or unread before. */
    async opened() {
      await marks.loaded();
      const { work = '' } = store.get().paper ?? {};
      const when = countsAsRead();
      if (!work || work === soon || when === 'never' || marks.get(work)?.readAt) return;
      const read = () => marks.say(work, { read: true });
      if (when === 'at-once') return read();
      soon = work;
      timer = window.setTimeout(read, READ_MS);
    },
    /** @param {string} filter such as "is:starred" */
    toggleFilter: (filter) => browsing.replaceText(toggleFilter(store.get().address.text, filter)),

    async loadSearches() {
      store.set({ searches: searchesFrom(await kept.setting(SEARCHES).catch(() => null)) });
    },
    canSave(/** @type {State} */ state) {
      const fragment = searchOf(state);
      return fragment !== '' && !state.searches.some((each) => each.fragment === fragment);
    },
    saveSearch() {
      const { address } = store.get();
      const fragment = searchOf(store.get());
      const parts = [address.text, ...address.categories, ...address.days, ...address.authors];
      const name = parts.filter(Boolean).join(' · ').slice(0, LONGEST_NAME) || fragment;
      const save = () => changeSearches((before) => [...without(before, fragment), { name, fragment }]);
      undo.record({
        text: t('undo.saved'),
        undo: () => changeSearches((before) => without(before, fragment)),
        redo: save,
      });
      return save();
    },
    /** @param {SavedSearch} search */
    forgetSearch(search) {
      const { name, fragment } = search;
      const at = store.get().searches.findIndex((each) => each.fragment === fragment);
      const forget = () => changeSearches((before) => without(before, fragment));
      undo.record({
        text: t('undo.forgotten', { name }),
        undo: () => changeSearches((before) => without(before, fragment).toSpliced(at, 0, search)),
        redo: forget,
      });
      return forget();
    },
    /** @param {SavedSearch[]} others from a backup */
    mergeSearches: (others) =>
      changeSearches((before) => [
        ...before,
        ...others.filter((other) => !before.some((each) => each.fragment === other.fragment)),
      ]),
    /** @param {SavedSearch} search */
    openSearch({ fragment }) {
      const { text, categories, days, authors, withoutSummary } = parseFragment(fragment);
      browsing.go({ text, categories, days, authors, withoutSummary });
    },
  };
}
