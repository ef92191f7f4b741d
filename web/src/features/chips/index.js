import { activeFilters, withoutFilters } from './active-filters.js';
import { createChips } from './chips.js';

/**
 * What narrows the list, over it.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function chips({ store, browsing, tagging, run }) {
  const view = createChips({
    onRemove: ({ remove }) => browsing.go(remove),
    onClear: () => browsing.go(withoutFilters(store.get().address, tagging.tags())),
    onNone: () => run('list'),
  });
  /** @type {readonly { name: string }[] | null} */
  let tags = null;

  return {
    places: { 'list-notes': view.node },
    update({ address }, before) {
      if (address === before?.address && tags === tagging.tags()) return;
      tags = tagging.tags();
      view.update(activeFilters(address, tags));
    },
  };
}
