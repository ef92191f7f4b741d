import { h, setAttribute } from '../../dom/dom.js';
import { keyed } from '../../dom/keyed.js';
import { t } from '../../i18n/index.js';
import { render } from '../../typeset/index.js';

/** @typedef {import('./active-filters.js').ActiveFilter} ActiveFilter */

/**
 * The filters that narrow the list, each a button that takes it off.
 * @param {object} callbacks
 * @param {(filter: ActiveFilter) => void} callbacks.onRemove
 * @param {() => void} callbacks.onClear
 * @param {() => void} callbacks.onNone the focus has nowhere to go here
 */
export function createChips({ onRemove, onClear, onNone }) {
  const list = h('ul', { class: 'chips-list' });
  const clear = h(
    'button',
    {
      type: 'button',
      class: 'chips-clear',
      'data-testid': 'chips-clear',
      on: {
        click() {
          onNone();
          onClear();
        },
      },
    },
    t('chips.clear'),
  );
  const node = h(
    'div',
    { class: 'chips', role: 'group', 'aria-label': t('chips.title'), 'data-testid': 'chips', hidden: true },
    list,
    clear,
  );

  /** @param {ActiveFilter} filter */
  function createChip(filter) {
    let shown = filter;
    const button = h(
      'button',
      {
        type: 'button',
        class: 'chip',
        'data-testid': 'chip',
        'data-filter': filter.id,
        'aria-label': t('chips.remove', { label: filter.label }),
        title: t('chips.remove', { label: filter.label }),
        on: {
          click: remove,
          keydown(event) {
            if (event.key !== 'Delete' && event.key !== 'Backspace') return;
            event.preventDefault();
            remove();
          },
        },
      },
      h('span', { class: 'chip-label', dir: 'auto' }, render(filter.label, { links: false })),
      h('span', { class: 'chip-sign', 'aria-hidden': 'true' }, '×'),
    );
    const item = h('li', {}, button);

    /** The focus goes to the next chip, else to the list. */
    function remove() {
      const next = item.nextElementSibling?.querySelector('button');
      if (next) next.focus();
      else onNone();
      onRemove(shown);
    }

    return {
      node: item,
      /** @param {ActiveFilter} next */
      update(next) {
        shown = next;
      },
    };
  }

  const show = keyed(list, { key: ({ id, label }) => `${id}\n${label}`, create: createChip });

  return {
    node,
    /** @param {readonly ActiveFilter[]} filters */
    update(filters) {
      show(filters);
      clear.hidden = filters.length < 2;
      setAttribute(node, 'hidden', filters.length === 0);
    },
  };
}
