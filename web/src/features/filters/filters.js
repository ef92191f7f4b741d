import { STATES, filterCount } from '../../app/fragment.js';
import { setLabel } from '../../app/filter-labels.js';
import { h } from '../../dom/dom.js';
import { categoryName } from '../../i18n/categories.js';
import { formatLanguage, t } from '../../i18n/index.js';
import { createAuthorFacet } from './author-facet.js';
import { createDayFacet } from './day-facet.js';
import { createFacet } from './facet.js';

/** @typedef {import('../../engine/protocol.js').SearchResult} SearchResult */
/** @typedef {import('../../app/fragment.js').FacetName} FacetName */
/** @typedef {import('../../app/fragment.js').Filters} Filters */
/** @typedef {import('./facet.js').FacetCount} FacetCount */
/** @typedef {{ name: string, colour: string }} Tag */

/** Values of the filters that are on or off. */
const CODE = 'code';
const WITHOUT = 'without';
const TAG = 'tag:';
const COLLECTION = 'collection:';
const IS = STATES.map((state) => `is:${state}`);

/**
 * @param {object} callbacks
 * @param {readonly Node[]} callbacks.top shown above the filters
 * @param {readonly Node[]} callbacks.tagTools shown under the tags
 * @param {readonly Node[]} callbacks.collectionTools shown under the collections
 * @param {readonly Node[]} callbacks.dayTools shown under the days
 * @param {(facet: FacetName, value: string) => void} callbacks.onToggle
 * @param {(days: string[]) => void} callbacks.onDays
 * @param {() => void} callbacks.onWithCode
 * @param {() => void} callbacks.onWithoutSummary
 * @param {(typed: string) => void} callbacks.onFindAuthor
 * @param {() => void} callbacks.onClear
 */
export function createFilters({
  top,
  tagTools,
  collectionTools,
  dayTools,
  onToggle,
  onDays,
  onWithCode,
  onWithoutSummary,
  onFindAuthor,
  onClear,
}) {
  /** @param {FacetName} facet */
  const toggles = (facet) => (/** @type {string} */ value) => onToggle(facet, value);
  /** Of tags, by set. @type {Map<string, string>} */
  let colours = new Map();
  const states = createFacet({
    legend: t('filters.state'),
    testId: 'state-filter',
    label: setLabel,
    onToggle: toggles('sets'),
  });
  const tags = createFacet({
    legend: t('filters.tags'),
    testId: 'tag-filter',
    label: (set) => set.slice(TAG.length),
    onToggle: toggles('sets'),
    colourOf: (set) => colours.get(set) ?? '',
    after: tagTools,
  });
  const collections = createFacet({
    legend: t('filters.collections'),
    testId: 'collection-filter',
    label: (set) => set.slice(COLLECTION.length),
    onToggle: toggles('sets'),
    after: collectionTools,
  });
  const categories = createFacet({
    legend: t('filters.categories'),
    testId: 'category-filter',
    label: (category) => [category, categoryName(category)],
    onToggle: toggles('categories'),
  });
  const days = createDayFacet(onDays, dayTools);
  const authors = createAuthorFacet({ onToggle: toggles('authors'), onFind: onFindAuthor });
  const languages = createFacet({
    legend: t('filters.languages'),
    testId: 'language-filter',
    label: formatLanguage,
    onToggle: toggles('languages'),
  });
  const texts = createFacet({
    legend: t('filters.texts'),
    testId: 'text-filter',
    label: (value) => t(value === CODE ? 'filters.code' : 'filters.without'),
    onToggle: (value) => (value === CODE ? onWithCode() : onWithoutSummary()),
  });
  const clear = h(
    'button',
    { type: 'button', class: 'filters-clear', on: { click: onClear } },
    t('filters.clear'),
  );
  const groups = [states, tags, collections, categories, days, authors, languages, texts];
  const node = h(
    'form',
    { class: 'filters', 'data-testid': 'filters', on: { submit: (event) => event.preventDefault() } },
    clear,
    ...top,
    ...groups.map((each) => each.node),
  );
  return {
    node,
    /** @param {{ result: SearchResult | undefined, selected: Filters, found: import('./author-facet.js').Found, tags: readonly Tag[] }} state */
    update({ result, selected, found, tags: all }) {
      if (!result) return;
      clear.hidden = filterCount(selected) === 0;
      const sets = selected.sets;
      colours = new Map(all.map(({ name, colour }) => [TAG + name, colour]));
      states.update(result.sets.filter(({ value }) => IS.includes(value)).sort(inOrderOf(IS)), sets);
      const isTag = (/** @type {string} */ set) =>
        colours.has(set) || (set.startsWith(TAG) && sets.includes(set));
      tags.update(byCount(result.sets.filter(({ value }) => isTag(value))), sets);
      const isCollection = (/** @type {string} */ set) => set.startsWith(COLLECTION);
      collections.update(byCount(result.sets.filter(({ value }) => isCollection(value))), sets);
      categories.update(byCount(result.categories), selected.categories);
      days.update(result.days, selected.days);
      authors.update(result.authors, selected.authors, found);
      languages.update(tellingApart(byCount(result.languages), selected.languages), selected.languages);
      const { withCode, withoutSummary } = selected;
      texts.update(
        [
          { value: CODE, count: result.withCode },
          { value: WITHOUT, count: result.withoutSummary },
        ].filter(({ value, count }) => count > 0 || (value === CODE ? withCode : withoutSummary)),
        [...(withCode ? [CODE] : []), ...(withoutSummary ? [WITHOUT] : [])],
      );
    },
  };
}

/** @template {FacetCount} C @param {C[]} counts */
const byCount = (counts) => counts.toSorted((a, b) => b.count - a.count);

/** @param {string[]} order @returns {(a: FacetCount, b: FacetCount) => number} */
const inOrderOf = (order) => (a, b) => order.indexOf(a.value) - order.indexOf(b.value);

/** A language that all papers have tells nothing. @param {FacetCount[]} counts @param {string[]} chosen */
const tellingApart = (counts, chosen) =>
  chosen.length > 0 || counts.filter(({ count }) => count > 0).length > 1 ? counts : [];
