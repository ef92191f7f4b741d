import { fill, h, setAttribute } from '../dom.js';
import { t } from '../i18n/index.js';
import { hasFilter, tagFilter } from '../text/filter-words.js';
import { render } from '../typeset/index.js';

/** @typedef {import('../state/state.js').SavedSearch} SavedSearch */

const MOST_TAGS = 12;

/**
 * What is the person's own, over the filters: unread, starred, tags, saved searches.
 * @param {object} callbacks
 * @param {(filter: string) => void} callbacks.onToggle puts a filter into the search box, or takes it out
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
  let before = '';

  /** @param {string} filter @param {string} label @param {string} text */
  const word = (filter, label, text) =>
    h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          'data-filter': filter,
          'aria-pressed': String(hasFilter(text, filter)),
          on: { click: () => onToggle(filter) },
        },
        render(label, { links: false }),
      ),
    );

  /** @param {SavedSearch} search */
  const saved = (search) =>
    h(
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
    );

  return {
    node,
    /** @param {{ text: string, tags: { name: string, count: number }[], searches: SavedSearch[], canSave: boolean }} state */
    update({ text, tags, searches: all, canSave }) {
      save.hidden = !canSave;
      const now = JSON.stringify([text, tags, all]);
      if (now === before) return;
      before = now;
      const focused = document.activeElement?.getAttribute('data-filter');
      fill(
        words,
        word('is:unread', t('yours.unread'), text),
        word('is:starred', t('yours.starred'), text),
        word('is:noted', t('yours.noted'), text),
        ...tags.slice(0, MOST_TAGS).map(({ name }) => word(tagFilter(name), `#${name}`, text)),
      );
      fill(searches, ...all.map(saved));
      setAttribute(searches, 'hidden', all.length === 0);
      if (focused)
        /** @type {HTMLElement | null} */ (
          words.querySelector(`[data-filter="${CSS.escape(focused)}"]`)
        )?.focus();
    },
  };
}
