import { h, setAttribute } from '../../dom/dom.js';
import { keyed } from '../../dom/keyed.js';
import { formatMonth } from '../../i18n/index.js';

/** @typedef {import('../../engine/protocol.js').DayCount} DayCount */
/** @typedef {{ month: string, count: number, unread: number, most: number }} MonthCount */

/** Fewer say nothing that the list of months does not. */
const FEWEST = 3;

/**
 * A bar for each month, to see where the papers are and to go there. It is for the pointer: the list of months does the
 * same.
 * @param {(month: string) => void} onMonth
 */
export function createMonthBars(onMonth) {
  const node = h('div', {
    class: 'calendar-months',
    'aria-hidden': 'true',
    on: {
      click({ target }) {
        const month = target instanceof Element && target.closest('[data-month]')?.getAttribute('data-month');
        if (month) onMonth(month);
      },
    },
  });
  const showBars = keyed(node, { key: ({ month }) => month, create: createBar });

  return {
    node,
    /** @param {DayCount[]} days the newest first */
    count(days) {
      /** @type {Map<string, MonthCount>} */
      const months = new Map();
      for (const { value, count, unread } of days.toReversed()) {
        const month = value.slice(0, 7);
        const sum = months.get(month) ?? { month, count: 0, unread: 0, most: 0 };
        months.set(month, { ...sum, count: sum.count + count, unread: sum.unread + unread });
      }
      const most = Math.max(...[...months.values()].map(({ count }) => count));
      node.hidden = months.size < FEWEST;
      if (!node.hidden) showBars([...months.values()].map((each) => ({ ...each, most })));
    },
    /** @param {string} month the one shown */
    show(month) {
      for (const bar of node.children)
        setAttribute(bar, 'data-current', bar.getAttribute('data-month') === month);
    },
  };
}

/** @param {MonthCount} of */
function createBar({ month }) {
  const unread = h('span', { class: 'calendar-unread' });
  const bar = h('span', { class: 'calendar-bar' }, unread);
  const node = h('span', { class: 'calendar-month', 'data-month': month, title: formatMonth(month) }, bar);
  return {
    node,
    /** @param {MonthCount} month */
    update({ count, unread: left, most }) {
      bar.style.setProperty('--share', String(most > 0 ? count / most : 0));
      unread.style.setProperty('--share', String(count > 0 ? left / count : 0));
    },
  };
}
