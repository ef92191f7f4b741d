// What a person does with the list and the paper.
import { HOME, sameList } from '../state/fragment.js';
import { arxivLinks } from '../text/links.js';

/** @typedef {import('../state/fragment.js').Address} Address */
/** @typedef {import('../state/state.js').State} State */

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../state/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../state/navigation.js').createNavigation>} parts.navigation
 * @param {ReturnType<typeof import('../engine/row-cache.js').createRowCache>} parts.rows
 * @param {ReturnType<typeof import('./searching.js').createSearching>} parts.searching
 */
export function createBrowsing({ store, navigation, rows, searching }) {
  const address = () => store.get().address;

  /** @param {Partial<Address>} patch */
  function go(patch) {
    const next = { ...address(), ...patch };
    navigation.push(next);
    store.set({ address: next });
    searching.search();
  }

  /** @param {number} index @param {(next: Address) => void} remember */
  async function openAt(index, remember) {
    const row = await rows.load(index);
    if (!row) return;
    const next = { ...address(), paper: row.key };
    remember(next);
    store.set({ address: next, cursor: index, position: index, verbatim: false });
    await searching.loadPaper();
  }

  return {
    go,
    /** @param {string} text */
    type(text) {
      const next = { ...address(), text };
      navigation.replaceSoon(next);
      store.set({ address: next });
      searching.search();
    },
    /** @param {'categories' | 'days' | 'authors'} facet @param {string} value */
    toggle(facet, value) {
      const now = address()[facet];
      go({ [facet]: now.includes(value) ? now.filter((each) => each !== value) : [...now, value] });
    },
    /** @param {'categories' | 'days' | 'authors'} facet @param {string} value */
    only: (facet, value) =>
      go({ ...CLEARED, text: '', [facet]: [value], paper: narrow.matches ? '' : address().paper }),
    /** @param {Partial<Pick<Address, 'categories' | 'days' | 'authors'>>} choice */
    choose: (choice) => go({ ...CLEARED, ...choice }),
    clearFilters: () => go(CLEARED),
    /** Another query, as one step that can be gone back. @param {string} text */
    replaceText: (text) => go({ text }),
    clearAll: () => go({ ...CLEARED, text: '' }),
    home: () => go({ ...HOME, sample: address().sample, sources: address().sources }),
    /** @param {import('../state/fragment.js').Order} order */
    order: (order) => go({ order }),

    /** @param {number} index */
    move(index) {
      const total = store.get().answer?.result.total ?? 0;
      if (total) store.set({ cursor: Math.min(Math.max(0, index), total - 1) });
    },
    /** @param {number} index */
    open: (index) =>
      openAt(index, (next) => {
        if (next.paper !== address().paper) navigation.push(next, { overList: address().paper === '' });
      }),
    /** Another appearance of the open paper. @param {string} key */
    async openAppearance(key) {
      const next = { ...address(), paper: key };
      navigation.replace(next);
      store.set({ address: next, verbatim: false });
      await searching.loadPaper();
    },
    /** A paper from beside the open one, wherever it stands in the list. @param {string} key */
    async openSimilar(key) {
      const next = { ...address(), paper: key };
      navigation.push(next);
      store.set({ address: next, verbatim: false });
      await searching.loadPaper();
      const { position } = store.get();
      if (position >= 0) store.set({ cursor: position });
    },
    /** @param {boolean} verbatim */
    async showVerbatim(verbatim) {
      store.set({ verbatim });
      await searching.loadPaper();
    },
    toggleBare: () => go({ bare: !address().bare }),
    /** @param {1 | -1} by */
    step(by) {
      const { position, cursor, address: now } = store.get();
      if (now.paper) return openAt((position < 0 ? cursor : position) + by, navigation.replace);
      return openAt(cursor, (next) => navigation.push(next, { overList: true }));
    },
    close() {
      if (!address().paper) return;
      if (navigation.canGoBackToList()) return navigation.back();
      const next = { ...address(), paper: '' };
      navigation.push(next);
      store.set({ address: next, paper: null, position: -1 });
    },
    /** The person went back or forward. @param {Address} next */
    async moved(next) {
      const before = address();
      store.set({ address: next, verbatim: false });
      if (!sameList(before, next) || (next.paper && next.paper !== before.paper))
        await searching.search({ reveal: true });
      else if (!next.paper) store.set({ paper: null, position: -1 });
    },
    openPage() {
      const { paper, cursor } = store.get();
      const row = rows.at(cursor);
      const links = paper ? arxivLinks(paper) : row ? arxivLinks({ ...row, version: 0, url: '' }) : null;
      if (links) window.open(links.abstract, '_blank', 'noopener');
    },
  };
}

const narrow = window.matchMedia('(width < 44rem)');
const CLEARED = { categories: [], days: [], authors: [], bare: false };
