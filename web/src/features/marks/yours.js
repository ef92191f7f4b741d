import { h, setAttribute } from '../../dom/dom.js';
import { keyed } from '../../dom/keyed.js';
import { t } from '../../i18n/index.js';
import { hasFilter, tagFilter } from '../../text/filter-words.js';
import { render } from '../../typeset/index.js';

/** @typedef {import('../../app/state.js').SavedSearch} SavedSearch */

/** @typedef {{ text: string, tags: { name: string, count: number }[], searches: SavedSearch[], canSave: boolean }} Shown */
/** @typedef {{ filter: string, label: string, pressed: boolean }} Word */

const MOST_TAGS = 12;

/**
 * The user's own filters, above the others: unread, starred, tags, saved searches.
 * @param {object} callbacks
 * @param {(filter: string) => void} callbacks.onToggle adds a filter to the search box, or removes it
 * @param {(search: SavedSearch) => void} callbacks.onSearch
 * @param {(search: SavedSearch) => void} callbacks.onForget
 * @param {() => void} callbacks.onSave
 */
export function createYours({ onToggle, onSearch, onForget, onSave }) {
  const words = h('ul', { class: 'yours-words' });
  const searches = h('ul', { class: 'yours-searches' });
  const save = h(
    'button',
    { type: 'button', class: 'yours-save', 'data-testid': 'save-search', on: { click: onSave } },
    t('yours.save'),
  );
  const node = h(
    'fieldset',
    { class: 'facet yours' },
    h('legend', {}, t('yours.title')),
    words,
    searches,
    save,
  );

  /** @param {Word} word */
  function createWord({ filter, label }) {
    const button = h(
      'button',
      { type: 'button', 'data-filter': filter, on: { click: () => onToggle(filter) } },
      render(label, { links: false }),
    );
    return {
      node: h('li', {}, button),
      /** @param {Word} word */
      update: ({ pressed }) => setAttribute(button, 'aria-pressed', String(pressed)),
    };
  }

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

  const showWords = keyed(words, { key: ({ filter }) => filter, create: createWord });
  const showSearches = keyed(searches, {
    key: ({ fragment, name }) => JSON.stringify([fragment, name]),
    create: createSaved,
    fallback: () => (save.hidden ? words.querySelector('button') : save),
  });

  /** @type {Partial<Pick<Shown, 'text' | 'tags' | 'searches'>>} */
  let shown = {};

  return {
    node,
    /** @param {Shown} state */
    update({ text, tags, searches: all, canSave }) {
      save.hidden = !canSave;
      if (text === shown.text && tags === shown.tags && all === shown.searches) return;
      shown = { text, tags, searches: all };
      /** @param {string} filter @param {string} label @returns {Word} */
      const word = (filter, label) => ({ filter, label, pressed: hasFilter(text, filter) });
      showWords([
        word('is:unread', t('yours.unread')),
        word('is:starred', t('yours.starred')),
        word('is:noted', t('yours.noted')),
        ...tags.slice(0, MOST_TAGS).map(({ name }) => word(tagFilter(name), `#${name}`)),
      ]);
      showSearches(all);
      setAttribute(searches, 'hidden', all.length === 0);
    },
  };
}
