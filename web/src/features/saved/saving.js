// The user's saved searches: saved, named, put in order, forgotten. Each is a step that can be undone.
import { HOME, filterWords, filtersOf, formatFragment, parseFragment, sameList } from '../../app/fragment.js';
import { t } from '../../i18n/index.js';
import {
  inverseOf,
  joinedSearches,
  keptSearch,
  lastPlace,
  mergedSearches,
  movedTo,
  searchName,
  searchRecordsFrom,
  shownSearches,
  statedSearches,
} from '../../marks/saved-search.js';

/** @typedef {import('../../app/state.js').State} State */
/** @typedef {import('../../app/state.js').SavedSearch} SavedSearch */
/** @typedef {import('../../app/fragment.js').Address} Address */
/** @typedef {import('../../storage/database.js').SavedRecord} SavedRecord */
/** @typedef {import('../../marks/saved-search.js').SaidOfSearch} SaidOfSearch */

const SEARCHES = 'searches';

/** The part of an address that makes up a search. @param {Address} address */
const searchOf = (address) => ({ text: address.text, ...filtersOf(address) });
/** @param {Address} address */
const wordsOf = (address) => [address.text, ...filterWords(address)].filter(Boolean).join(' · ');

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {Pick<import('../../marks/kept-marks.js').KeptMarks, 'setting' | 'change'>} parts.kept
 * @param {ReturnType<typeof import('../list/browsing.js').createBrowsing>} parts.browsing
 * @param {import('../../app/undo.js').Undo} parts.undo
 * @param {() => void} parts.onSearches notifies the other tabs
 */
export function createSaving({ store, kept, browsing, undo, onSearches }) {
  /** Also those that were forgotten. @type {SavedRecord[]} */
  let records = [];

  /** @param {SavedRecord[]} next */
  function show(next) {
    records = next;
    store.set({ searches: shownSearches(records) });
  }

  /** Changes what is kept, which another tab may have changed. @param {(records: SavedRecord[]) => SavedRecord[]} change */
  async function change(change) {
    let next = change(records);
    try {
      await kept.change(SEARCHES, (stored) => {
        next = change(mergedSearches(searchRecordsFrom(stored), records));
        return next.map(keptSearch);
      });
    } catch {
      // It lasts until the page is closed.
    }
    show(next);
    onSearches();
  }

  /** @param {readonly SaidOfSearch[]} all */
  const say = (all) => change((before) => statedSearches(before, all));

  /** @param {readonly SaidOfSearch[]} all @param {string} text for the notice @param {string} [extended] as in Step */
  function act(all, text, extended) {
    const back = inverseOf(records, all);
    undo.record({ text, extends: extended, undo: () => say(back), redo: () => say(all) });
    return say(all);
  }

  /** @param {State} state */
  const fragmentOf = ({ address }) => formatFragment({ ...HOME, ...searchOf(address) });
  /** @param {string} fragment */
  const indexOf = (fragment) => store.get().searches.findIndex((each) => each.fragment === fragment);

  return {
    async load() {
      show(mergedSearches(records, searchRecordsFrom(await kept.setting(SEARCHES).catch(() => null))));
    },
    canSave(/** @type {State} */ state) {
      const fragment = fragmentOf(state);
      return fragment !== '' && !state.searches.some((each) => each.fragment === fragment);
    },
    save() {
      const state = store.get();
      const fragment = fragmentOf(state);
      const name = searchName(wordsOf(state.address));
      const said = { name: name || searchName(fragment), on: true };
      const save = () =>
        change((before) => statedSearches(before, [[fragment, { ...said, place: lastPlace(before) }]]));
      const back = inverseOf(records, [[fragment, { ...said, place: 0 }]]);
      undo.record({ text: t('undo.saved'), undo: () => say(back), redo: save });
      return save();
    },
    /** @param {SavedSearch} search @param {string} text */
    rename({ fragment, name: before }, text) {
      const name = searchName(text);
      if (name && name !== before) return act([[fragment, { name }]], t('undo.renamed', { name }));
    },
    /** @param {SavedSearch} search @param {number} index among the others, from 0 */
    move({ fragment, name }, index) {
      const last = store.get().searches.length - 1;
      const to = Math.min(Math.max(0, index), last);
      if (to === indexOf(fragment)) return;
      // The keys move it by one each time.
      return act(movedTo(records, fragment, to), t('undo.moved', { name }), `move ${fragment}`);
    },
    /** @param {SavedSearch} search */
    forget: ({ fragment, name }) => act([[fragment, { on: false }]], t('undo.forgotten', { name })),
    /** @param {SavedSearch} search */
    open: ({ fragment }) => browsing.go(searchOf(parseFragment(fragment))),

    /** All, for a backup. */
    all: () => records.map(keptSearch),
    /** How many searches more there would be. @param {SavedRecord[]} others from a backup */
    added: (others) =>
      shownSearches(mergedSearches(records, others)).filter(({ fragment }) => indexOf(fragment) < 0).length,
    /** @param {SavedRecord[]} others from a backup */
    merge: (others) => change((before) => joinedSearches(before, others)),

    say,
    /** What restores what these statements change. @param {readonly SaidOfSearch[]} all */
    inverse: (all) => inverseOf(records, all),
    /** What makes the searches ask for something else. @param {(address: Address) => Address} change */
    replaced: (change) =>
      records.flatMap(({ fragment, name, place, on }) => {
        const address = parseFragment(fragment);
        const other = change(address);
        if (!on || sameList(other, address)) return [];
        const next = formatFragment(other);
        const said = {
          name: searchName(name.replace(wordsOf(address), () => wordsOf(other))),
          place,
          on: true,
        };
        /** @type {SaidOfSearch[]} */
        const all = [[fragment, { on: false }]];
        return indexOf(next) < 0 ? [...all, /** @type {SaidOfSearch} */ ([next, said])] : all;
      }),
    forgetAll: () => show([]),
  };
}

/** @typedef {ReturnType<typeof createSaving>} Saving */
