import { h, setAttribute } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { ORDERS } from '../../app/fragment.js';

/** @typedef {import('../../app/fragment.js').Order} Order */

/**
 * The line above the list: the count, the order, and on small screens the button for the filters.
 * @param {object} callbacks
 * @param {(order: Order) => void} callbacks.onOrder
 * @param {() => void} callbacks.onFilters
 * @param {() => void} callbacks.onTop
 * @param {() => void} callbacks.onSelect taps select papers from now on, or no more
 */
export function createListHead({ onOrder, onFilters, onTop, onSelect }) {
  const count = h('p', { class: 'count', 'data-testid': 'count' });
  const top = h(
    'button',
    {
      type: 'button',
      class: 'list-top',
      'aria-label': t('list.top'),
      title: t('list.top'),
      on: { click: onTop },
    },
    '↑',
  );
  const many = h(
    'button',
    { type: 'button', class: 'list-select', 'data-testid': 'select-many', on: { click: onSelect } },
    t('selection.start'),
  );
  const filters = h('button', { type: 'button', class: 'filters-open', on: { click: onFilters } });
  /** @type {HTMLSelectElement} */
  const select = h(
    'select',
    {
      'data-testid': 'order',
      'aria-label': t('order.label'),
      on: { change: () => onOrder(/** @type {Order} */ (select.value)) },
    },
    ...ORDERS.map((order) => h('option', { value: order }, t(`order.${order}`))),
  );
  const [best] = select.options;
  const node = h('div', { class: 'list-head' }, count, top, many, filters, select);
  return {
    node,
    /** @param {{ total: number, paperCount: number, order: Order, hasQuery: boolean, filterCount: number, searching: boolean, selects: boolean }} state */
    update({ total, paperCount, order, hasQuery, filterCount, searching, selects }) {
      setAttribute(many, 'aria-pressed', String(selects));
      count.textContent = countText(total, paperCount);
      setAttribute(count, 'aria-busy', searching && 'true');
      filters.textContent = filterCount ? t('filters.open.some', { n: filterCount }) : t('filters.open');
      // Without a query nothing matches better than anything else: the newest come first.
      best.hidden = best.disabled = !hasQuery;
      select.value = hasQuery || order !== 'relevance' ? order : 'newest';
    },
  };
}

/** @param {number} total @param {number} paperCount */
export const countText = (total, paperCount) =>
  total === paperCount ? t('count.all', { n: total }) : t('count.some', { n: total, total: paperCount });
