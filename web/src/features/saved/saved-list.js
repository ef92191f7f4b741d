import { h, setAttribute } from '../../dom/dom.js';
import { keyed } from '../../dom/keyed.js';
import { t } from '../../i18n/index.js';
import { createDrag } from './drag.js';
import { createSavedRow } from './saved-row.js';

/** @typedef {import('../../app/state.js').SavedSearch} SavedSearch */
/** @typedef {{ searches: readonly SavedSearch[], unseen: Record<string, number>, canSave: boolean }} Shown */

/**
 * @param {object} callbacks
 * @param {(search: SavedSearch) => void} callbacks.onOpen
 * @param {(search: SavedSearch, name: string) => void} callbacks.onRename
 * @param {(search: SavedSearch, index: number) => void} callbacks.onMove
 * @param {(search: SavedSearch) => void} callbacks.onForget
 * @param {() => void} callbacks.onSave saves the search that is shown
 */
export function createSavedList({ onOpen, onRename, onMove, onForget, onSave }) {
  const list = h('ul', { class: 'saved-list' });
  const save = h(
    'button',
    { type: 'button', class: 'yours-save', 'data-testid': 'save-search', on: { click: onSave } },
    t('yours.save'),
  );
  const node = h('fieldset', { class: 'facet saved' }, h('legend', {}, t('saved.title')), list, save);
  /** @type {Partial<Shown>} */
  let shown = {};
  createDrag(list, (from, to) => {
    const search = shown.searches?.[from];
    if (search) onMove(search, to);
  });

  const show = keyed(list, {
    key: ({ search }) => search.fragment,
    create: () => createSavedRow({ onOpen, onRename, onMove, onForget }),
    fallback: () => (save.hidden ? null : save),
  });

  return {
    node,
    /** @param {Shown} state */
    update(state) {
      save.hidden = !state.canSave;
      node.hidden = state.searches.length === 0 && !state.canSave;
      if (state.searches === shown.searches && state.unseen === shown.unseen) return;
      shown = state;
      const { searches, unseen } = state;
      show(
        searches.map((search, index) => ({
          search,
          index,
          isLast: index === searches.length - 1,
          unseen: unseen[search.fragment] ?? 0,
        })),
      );
      setAttribute(list, 'hidden', searches.length === 0);
    },
  };
}
