import { h, setAttribute } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { ORDERS } from '../../app/fragment.js';

/** @typedef {import('../../app/fragment.js').Order} Order */

/**
 * The line above the list: the count, the order, on small screens the button for the filters, and one that unfolds what
 * can be done with the list.
 * @param {object} callbacks
 * @param {(order: Order) => void} callbacks.onOrder
 * @param {() => void} callbacks.onFilters
 * @param {() => void} callbacks.onTop
 * @param {() => void} callbacks.onSelect taps select papers from now on, or no more
 * @param {() => void} callbacks.onExport
 */
export function createListHead({ onOrder, onFilters, onTop, onSelect, onExport }) {
  const count = h('p', { class: 'count', 'data-testid': 'count' });
  const top = h(
    'button',
    {
      type: 'button',
      class: 'list-top',
      'aria-label': t('list.top'),
      title: t('list.top'),
      hidden: true,
      on: { click: onTop },
    },
    '↑',
  );
  const filters = h('button', { type: 'button', class: 'filters-open', on: { click: onFilters } });
  const more = h(
    'button',
    {
      type: 'button',
      class: 'list-more',
      'aria-label': t('list.more'),
      title: t('list.more'),
      'aria-expanded': 'false',
      'aria-controls': 'list-tools',
      'data-testid': 'list-more',
      on: { click: unfold },
    },
    h('span', { 'aria-hidden': 'true' }, '⋯'),
  );
  const many = h(
    'button',
    { type: 'button', class: 'list-select', 'data-testid': 'select-many', on: { click: onSelect } },
    t('selection.start'),
  );
  const out = h(
    'button',
    {
      type: 'button',
      class: 'list-export',
      title: t('list.export.title'),
      'data-testid': 'list-export',
      on: { click: onExport },
    },
    t('list.export'),
  );
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
  const forYou = select.options[ORDERS.indexOf('foryou')];
  const tools = h('div', { class: 'list-tools', id: 'list-tools' }, many, out, select);
  const node = h('div', { class: 'list-head' }, count, top, filters, more, tools);
  function unfold() {
    setAttribute(more, 'aria-expanded', String(more.getAttribute('aria-expanded') !== 'true'));
  }

  return {
    node,
    /** @param {boolean} isAway the top of the list is out of sight */
    showTop(isAway) {
      if (top.hidden === isAway) top.hidden = !isAway;
    },
    /**
     * @param {object} state
     * @param {number} state.total
     * @param {number} state.paperCount
     * @param {Order} state.order
     * @param {boolean} state.hasWords of the query: some papers match them better than others
     * @param {boolean} state.knowsYou enough is known to say what is for the user
     * @param {number} state.filterCount
     * @param {boolean} state.searching
     * @param {boolean} state.selects
     */
    update({ total, paperCount, order, hasWords, knowsYou, filterCount, searching, selects }) {
      setAttribute(many, 'aria-pressed', String(selects));
      out.disabled = total === 0;
      count.textContent = countText(total, paperCount);
      setAttribute(count, 'aria-busy', searching && 'true');
      filters.textContent = filterCount ? t('filters.open.some', { n: filterCount }) : t('filters.open');
      // Where nothing matches better than anything else, the newest come first.
      best.hidden = best.disabled = !hasWords;
      forYou.hidden = forYou.disabled = !knowsYou && order !== 'foryou';
      select.value = hasWords || order !== 'relevance' ? order : 'newest';
    },
  };
}

/** @param {number} total @param {number} paperCount */
export const countText = (total, paperCount) =>
  total === paperCount ? t('count.all', { n: total }) : t('count.some', { n: total, total: paperCount });
