import { h, setAttribute } from '../dom.js';
import { t } from '../i18n/index.js';
import { ORDERS } from '../state/fragment.js';

/** @typedef {import('../state/fragment.js').Order} Order */

/**
 * The line over the list: how many there are, in which order, and the door to the filters on small screens.
 * @param {object} callbacks
 * @param {(order: Order) => void} callbacks.onOrder
 * @param {() => void} callbacks.onFilters
 * @param {() => void} callbacks.onTop
 */
export function createListHead({ onOrder, onFilters, onTop }) {
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
  const node = h('div', { class: 'list-head' }, count, top, filters, select);
  return {
    node,
    /** @param {{ total: number, paperCount: number, order: Order, filterCount: number, searching: boolean }} state */
    update({ total, paperCount, order, filterCount, searching }) {
      count.textContent = countText(total, paperCount);
      setAttribute(count, 'aria-busy', searching && 'true');
      filters.textContent = filterCount ? t('filters.open.some', { n: filterCount }) : t('filters.open');
      select.value = order;
    },
  };
}

/** @param {number} total @param {number} paperCount */
export const countText = (total, paperCount) =>
  total === paperCount ? t('count.all', { n: total }) : t('count.some', { n: total, total: paperCount });
