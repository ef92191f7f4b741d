import { h, setAttribute } from '../../dom/dom.js';
import { keyed } from '../../dom/keyed.js';
import { t } from '../../i18n/index.js';
import { render } from '../../typeset/index.js';

/** @typedef {import('../../app/state.js').SavedSearch} SavedSearch */

/** @typedef {{ searches: SavedSearch[], canSave: boolean }} Shown */

/**
 * Saved searches, above the filters.
 * @param {object} callbacks
 * @param {(search: SavedSearch) => void} callbacks.onSearch
 * @param {(search: SavedSearch) => void} callbacks.onForget
 * @param {() => void} callbacks.onSave
 */
export function createYours({ onSearch, onForget, onSave }) {
  const searches = h('ul', { class: 'yours-searches' });
  const save = h(
    'button',
    { type: 'button', class: 'yours-save', 'data-testid': 'save-search', on: { click: onSave } },
    t('yours.save'),
  );
  const node = h('fieldset', { class: 'facet yours' }, h('legend', {}, t('yours.title')), searches, save);

  /** @param {SavedSearch} search */
  const createSaved = (search) => ({
    node: h(
      'li',
      { 'data-testid': 'saved-search' },
      h(
        'button',
        { type: 'button', on: { click: () => onSearch(search) } },
        render(search.name, { links: false }),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'yours-forget',
          'aria-label': t('yours.forget', { name: search.name }),
          title: t('yours.forget', { name: search.name }),
          on: { click: () => onForget(search) },
        },
        '×',
      ),
    ),
  });

  const showSearches = keyed(searches, {
    key: ({ fragment, name }) => JSON.stringify([fragment, name]),
    create: createSaved,
    fallback: () => (save.hidden ? null : save),
  });

  /** @type {SavedSearch[] | undefined} */
  let shown;

  return {
    node,
    /** @param {Shown} state */
    update({ searches: all, canSave }) {
      save.hidden = !canSave;
      node.hidden = all.length === 0 && !canSave;
      if (all === shown) return;
      shown = all;
      showSearches(all);
      setAttribute(searches, 'hidden', all.length === 0);
    },
  };
}
