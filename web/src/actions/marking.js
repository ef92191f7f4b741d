// What a person says of papers, and the searches that they save.
import { HOME, formatFragment, parseFragment } from '../state/fragment.js';
import { toggleFilter } from '../text/filter-words.js';

/** @typedef {import('../state/state.js').State} State */
/** @typedef {import('../state/state.js').SavedSearch} SavedSearch */

const SEARCHES = 'searches';
const LONGEST_NAME = 120;

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../state/store.js').createStore<State>>} parts.store
 * @param {import('../marks/marks.js').Marks} parts.marks
 * @param {import('../storage/kept-marks.js').KeptMarks} parts.kept
 * @param {ReturnType<typeof import('../engine/row-cache.js').createRowCache>} parts.rows
 * @param {ReturnType<typeof import('./browsing.js').createBrowsing>} parts.browsing
 * @param {() => void} parts.onSearches for the other tabs
 */
export function createMarking({ store, marks, kept, rows, browsing, onSearches }) {
  /** The open paper, or the one under the cursor. */
  function work() {
    const { paper, cursor } = store.get();
    return paper?.work ?? rows.at(cursor)?.work;
  }

  /** @param {'starred' | 'read'} what */
  function toggle(what) {
    const one = work();
    if (one) marks.say(one, { [what]: !marks.get(one)?.[what] });
  }

  /** @param {(before: SavedSearch[]) => SavedSearch[]} change */
  async function changeSearches(change) {
    const before = store.get().searches;
    const all = (/** @type {SavedSearch[] | undefined} */ searches) => change(searches ?? []);
    store.set({ searches: await kept.change(SEARCHES, all).catch(() => change(before)) });
    onSearches();
  }

  /** @param {State} state what of the address makes a search */
  const searchOf = ({ address }) =>
    formatFragment({ ...address, paper: '', sample: false, order: HOME.order });

  return {
    star: () => toggle('starred'),
    unread: () => toggle('read'),
    /** A paper that is opened counts as read. */
    opened() {
      const paper = store.get().paper;
      if (paper && !marks.get(paper.work)?.readAt) marks.say(paper.work, { read: true });
    },
    /** @param {string} filter such as "is:starred" */
    toggleFilter: (filter) => browsing.replaceText(toggleFilter(store.get().address.text, filter)),

    async loadSearches() {
      store.set({ searches: (await kept.setting(SEARCHES).catch(() => null)) ?? [] });
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
      return changeSearches((before) => [
        ...before.filter((each) => each.fragment !== fragment),
        { name, fragment },
      ]);
    },
    /** @param {SavedSearch} search */
    forgetSearch: (search) =>
      changeSearches((before) => before.filter((each) => each.fragment !== search.fragment)),
    /** @param {SavedSearch[]} others of a backup */
    mergeSearches: (others) =>
      changeSearches((before) => [
        ...before,
        ...others.filter((other) => !before.some((each) => each.fragment === other.fragment)),
      ]),
    /** @param {SavedSearch} search */
    openSearch({ fragment }) {
      const { text, categories, days, authors, bare } = parseFragment(fragment);
      browsing.go({ text, categories, days, authors, bare });
    },
  };
}
