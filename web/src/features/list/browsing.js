// What the user does with the list and the paper.
import { HOME, NO_FILTERS, sameList } from '../../app/fragment.js';
import { isPhone } from '../../app/layout.js';
import { arxivLinks } from '../../text/links.js';

/** @typedef {import('../../app/fragment.js').Address} Address */
/** @typedef {import('../../app/fragment.js').FacetName} FacetName */
/** @typedef {import('../../app/fragment.js').Filters} Filters */
/** @typedef {import('../../app/state.js').State} State */

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../../app/navigation.js').createNavigation>} parts.navigation
 * @param {ReturnType<typeof import('../../engine/row-cache.js').createRowCache>} parts.rows
 * @param {ReturnType<typeof import('../search/searching.js').createSearching>} parts.searching
 */
export function createBrowsing({ store, navigation, rows, searching }) {
  const address = () => store.get().address;

  /** @param {Partial<Address>} patch */
  function go(patch) {
    const next = { ...address(), alone: false, trends: 0, compared: [], ...patch };
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

  /** Moves the cursor. @param {number} index */
  function move(index) {
    const total = store.get().answer?.result.total ?? 0;
    if (total) store.set({ cursor: Math.min(Math.max(0, index), total - 1) });
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
    /** @param {FacetName} facet @param {string} value */
    toggle(facet, value) {
      const now = address()[facet];
      go({ [facet]: now.includes(value) ? now.filter((each) => each !== value) : [...now, value] });
    },
    /** @param {FacetName} facet @param {string} value */
    showOnly: (facet, value) =>
      go({ ...NO_FILTERS, text: '', [facet]: [value], paper: isPhone() ? '' : address().paper }),
    /** @param {Partial<Filters>} choice takes the place of all filters */
    choose: (choice) => go({ ...NO_FILTERS, ...choice }),
    /** @param {string[]} days */
    chooseDays: (days) => go({ days }),
    clearFilters: () => go(NO_FILTERS),
    /** Replaces the query as one step in the history. @param {string} text */
    replaceText: (text) => go({ text }),
    clearAll: () => go({ ...NO_FILTERS, text: '' }),
    home: () => go({ ...HOME, sample: address().sample, sources: address().sources }),
    /** @param {import('../../app/fragment.js').Order} order */
    order: (order) => go({ order }),

    move,
    /** @param {number} index */
    open: (index) =>
      openAt(index, (next) => {
        if (next.paper !== address().paper) navigation.push(next, { overList: address().paper === '' });
      }),
    /** Leads back to a place in the list, in the pane if a paper is open. @param {{ index: number }} place */
    goTo: ({ index }) => (address().paper ? openAt(index, navigation.replace) : move(index)),
    /** Makes another paper the open one; the next search loads it. @param {string} key */
    replacePaper(key) {
      const next = { ...address(), paper: key };
      navigation.replace(next);
      store.set({ address: next, verbatim: false });
    },
    /** Opens another appearance of the open paper. @param {string} key */
    async openAppearance(key) {
      const next = { ...address(), paper: key };
      navigation.replace(next);
      store.set({ address: next, verbatim: false });
      await searching.loadPaper();
    },
    /** Opens a paper similar to the open one, wherever it is in the list. @param {string} key */
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
    toggleWithCode: () => go({ withCode: !address().withCode }),
    toggleWithoutSummary: () => go({ withoutSummary: !address().withoutSummary }),
    /** @param {1 | -1} by */
    step(by) {
      const { position, cursor, address: now } = store.get();
      if (now.paper) return openAt((position < 0 ? cursor : position) + by, navigation.replace);
      return openAt(cursor, (next) => navigation.push(next, { overList: true }));
    },
    /** Shows nothing but the paper, or the rest again. @param {boolean} alone */
    showAlone(alone) {
      const next = { ...address(), alone };
      navigation.replace(next);
      store.set({ address: next });
    },
    close() {
      if (!address().paper) return;
      if (navigation.canGoBackToList()) return navigation.back();
      const next = { ...address(), paper: '', alone: false };
      navigation.push(next);
      store.set({ address: next, paper: null, position: -1 });
    },
    /** The user went back or forward. @param {Address} next */
    async moved(next) {
      const before = address();
      store.set({ address: next, verbatim: false });
      if (!sameList(before, next) || (next.paper && next.paper !== before.paper))
        await searching.search({ reveal: true, place: navigation.place() });
      else if (!next.paper) store.set({ paper: null, position: -1 });
    },
    /** Opens the paper, or the one under the cursor, on arXiv. @param {'abstract' | 'pdf'} what */
    openPage(what) {
      const { paper, cursor } = store.get();
      const row = rows.at(cursor);
      const links = paper ? arxivLinks(paper) : row ? arxivLinks({ ...row, version: 0, url: '' }) : null;
      if (links) window.open(links[what], '_blank', 'noopener');
    },
  };
}
