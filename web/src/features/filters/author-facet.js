import { h, say, setAttribute } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { createFacet } from './facet.js';

/** @typedef {import('./facet.js').FacetCount} FacetCount */
/** @typedef {{ typed: string, found: FacetCount[] } | null} Found */

/**
 * The most frequent authors, and a field that finds any other.
 * @param {object} callbacks
 * @param {(author: string) => void} callbacks.onToggle
 * @param {(typed: string) => void} callbacks.onFind
 */
export function createAuthorFacet({ onToggle, onFind }) {
  const field = h('input', {
    type: 'search',
    class: 'facet-find',
    'aria-label': t('filters.author.find'),
    placeholder: t('filters.author.find'),
    autocomplete: 'off',
    spellcheck: 'false',
    'data-testid': 'find-author',
    on: { input: find, keydown: onKey },
  });
  const none = h('p', { class: 'facet-none', role: 'status' });
  const facet = createFacet({
    legend: t('filters.authors'),
    testId: 'author-filter',
    onToggle,
    before: h('div', {}, field, none),
  });
  /** @type {FacetCount[]} */
  let shown = [];

  function find() {
    onFind(field.value);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.isComposing) return;
    if (event.key === 'Enter' && field.value.trim() && shown.length > 0) onToggle(shown[0].value);
    if (event.key !== 'Escape' || !field.value) return;
    // It closes the sheet only when there is nothing to clear.
    event.preventDefault();
    field.value = '';
    find();
  }

  return {
    node: facet.node,
    /** @param {FacetCount[]} authors @param {string[]} selected @param {Found} found */
    update(authors, selected, found) {
      // Those chosen stay in sight whatever is typed.
      const chosen = authors.filter(({ value }) => selected.includes(value));
      const others = found?.found.filter(({ value }) => !selected.includes(value)) ?? [];
      shown = found ? found.found : authors;
      facet.update(found ? [...chosen, ...others] : authors, selected);
      say(none, found && found.found.length === 0 ? t('filters.author.none') : '');
      setAttribute(none, 'hidden', !found || found.found.length > 0);
      facet.node.hidden = authors.length === 0 && !found;
    },
  };
}
