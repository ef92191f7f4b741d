import { filtersOf } from '../../app/fragment.js';
import { WIDE } from '../../app/layout.js';
import { createFiltersSheet } from './filters-sheet.js';
import { createFilters } from './filters.js';

/**
 * What narrows the list: a column, or a sheet on small screens.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function filters({ browsing, finding, tagging, placed }) {
  const list = createFilters({
    top: placed('filters-top'),
    tagTools: placed('filters-tags'),
    collectionTools: placed('filters-collections'),
    dayTools: placed('filters-days'),
    onToggle: browsing.toggle,
    onDays: browsing.chooseDays,
    onWithCode: browsing.toggleWithCode,
    onWithoutSummary: browsing.toggleWithoutSummary,
    onFindAuthor: finding.authors,
    onClear: browsing.clearFilters,
  });
  /** @type {ReturnType<typeof tagging.tags> | null} */
  let tags = null;
  const wide = window.matchMedia(WIDE);
  const sheet = createFiltersSheet(list.node, wide);
  return {
    places: { filters: list.node, over: sheet.node },
    commands: [
      { name: 'filters', applies: ({ answer }) => answer !== null && !wide.matches, run: sheet.show },
    ],
    update({ address, answer, recounted, foundAuthors }, before) {
      const isSame =
        address === before?.address &&
        answer === before.answer &&
        recounted === before.recounted &&
        foundAuthors === before.foundAuthors &&
        tagging.tags() === tags;
      if (isSame) return;
      tags = tagging.tags();
      const result = recounted && recounted.answer === answer ? recounted.result : answer?.result;
      list.update({ result, selected: filtersOf(address), found: foundAuthors, tags });
    },
  };
}
