import { WIDE } from '../../app/layout.js';
import { createFiltersSheet } from './filters-sheet.js';
import { createFilters } from './filters.js';

/**
 * Categories, days and authors: a column, or a sheet on small screens.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function filters({ browsing, placed }) {
  const [yours] = placed('yours');
  const list = createFilters({
    yours,
    onToggle: browsing.toggle,
    onWithoutSummary: browsing.toggleWithoutSummary,
    onClear: browsing.clearFilters,
  });
  const wide = window.matchMedia(WIDE);
  const sheet = createFiltersSheet(list.node, wide);
  return {
    places: { filters: list.node, over: sheet.node },
    commands: [
      { name: 'filters', applies: ({ answer }) => answer !== null && !wide.matches, run: sheet.show },
    ],
    update({ address, answer }) {
      const { categories, days, authors, withoutSummary } = address;
      list.update({ result: answer?.result, selected: { categories, days, authors }, withoutSummary });
    },
  };
}
