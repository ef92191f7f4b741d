import { h } from '../../dom/dom.js';
import { formatDay, t } from '../../i18n/index.js';
import { createFacet } from './facet.js';

/** @typedef {import('../../engine/protocol.js').SearchResult} SearchResult */
/** @typedef {'categories' | 'days' | 'authors'} FacetName */

const WITHOUT = 'without';

/**
 * @param {object} callbacks
 * @param {Node} callbacks.yours shown above the filters
 * @param {(facet: FacetName, value: string) => void} callbacks.onToggle
 * @param {() => void} callbacks.onWithoutSummary
 * @param {() => void} callbacks.onClear
 */
export function createFilters({ yours, onToggle, onWithoutSummary, onClear }) {
  const facets = {
    categories: createFacet({
      legend: t('filters.categories'),
      testId: 'category-filter',
      onToggle: (value) => onToggle('categories', value),
    }),
    days: createFacet({
      legend: t('filters.days'),
      testId: 'day-filter',
      label: (day) => formatDay(day, 'long'),
      onToggle: (value) => onToggle('days', value),
    }),
    authors: createFacet({
      legend: t('filters.authors'),
      testId: 'author-filter',
      onToggle: (value) => onToggle('authors', value),
    }),
  };
  const withoutSummaryFacet = createFacet({
    legend: t('filters.summary'),
    testId: 'summary-filter',
    label: () => t('filters.without'),
    onToggle: onWithoutSummary,
  });
  const clear = h(
    'button',
    { type: 'button', class: 'filters-clear', on: { click: onClear } },
    t('filters.clear'),
  );
  const node = h(
    'form',
    { class: 'filters', 'data-testid': 'filters', on: { submit: (event) => event.preventDefault() } },
    clear,
    yours,
    facets.categories.node,
    facets.days.node,
    facets.authors.node,
    withoutSummaryFacet.node,
  );
  return {
    node,
    /** @param {{ result: SearchResult | undefined, selected: Record<FacetName, string[]>, withoutSummary: boolean }} state */
    update({ result, selected, withoutSummary }) {
      if (!result) return;
      clear.hidden =
        selected.categories.length + selected.days.length + selected.authors.length === 0 && !withoutSummary;
      facets.categories.update(result.categories, selected.categories);
      facets.days.update(result.days, selected.days);
      facets.authors.update(result.authors, selected.authors);
      const count = result.withoutSummary;
      withoutSummaryFacet.update(
        count > 0 || withoutSummary ? [{ value: WITHOUT, count }] : [],
        withoutSummary ? [WITHOUT] : [],
      );
    },
  };
}
