import { dateAfter, daysIn, isChosen, weekdayOf } from '../../app/days.js';
import { h, setAttribute } from '../../dom/dom.js';
import { formatDay, t, weekdays } from '../../i18n/index.js';

/** @typedef {import('../../engine/protocol.js').DayCount} DayCount */
/**
 * @typedef {object} Shown
 * @property {string} month such as "2026-01"
 * @property {ReadonlyMap<string, DayCount>} days by date
 * @property {number} most papers of any day
 * @property {string[]} chosen days and ranges
 * @property {string | null} offered the range that would be chosen now
 * @property {string} active the date that takes the focus
 */

/** A month as a table of weeks, a bar in each day: its papers, and those unread in a darker part. */
export function createCalendarGrid() {
  const body = h('tbody');
  const names = weekdays('long');
  const head = weekdays('narrow').map((name, day) =>
    h('th', { scope: 'col', 'aria-label': names[day] }, name),
  );
  const node = h(
    'table',
    {
      class: 'calendar-grid',
      role: 'grid',
      'aria-multiselectable': 'true',
      'aria-label': t('filters.days'),
      'data-testid': 'calendar',
    },
    h('thead', {}, h('tr', {}, ...head)),
    body,
  );
  let month = '';
  /** By date. @type {Map<string, ReturnType<typeof createDay>>} */
  let cells = new Map();

  /** @param {string} next */
  function draw(next) {
    month = next;
    const first = `${month}-01`;
    const before = weekdayOf(first);
    const count = daysIn(month);
    const dates = Array.from({ length: count }, (_, day) => dateAfter(first, day));
    cells = new Map(dates.map((date) => [date, createDay(date)]));
    const weeks = Array.from({ length: Math.ceil((before + count) / 7) }, (_, week) =>
      h(
        'tr',
        {},
        ...Array.from({ length: 7 }, (_, day) => {
          const date = dates[week * 7 + day - before];
          return cells.get(date)?.node ?? h('td', {});
        }),
      ),
    );
    body.replaceChildren(...weeks);
  }

  return {
    node,
    /** @param {string} date @returns {HTMLElement | undefined} */
    cell: (date) => cells.get(date)?.node,
    /** @param {Shown} shown */
    update({ month: next, days, most, chosen, offered, active }) {
      if (next !== month) draw(next);
      for (const [date, cell] of cells)
        cell.update({
          day: days.get(date),
          most,
          isSelected: isChosen(chosen, date),
          isOffered: offered !== null && isChosen([offered], date),
          isActive: date === active,
        });
    },
  };
}

/** @param {string} date */
function createDay(date) {
  const unread = h('span', { class: 'calendar-unread' });
  const bar = h('span', { class: 'calendar-bar' }, unread);
  const node = h(
    'td',
    { class: 'calendar-day', role: 'gridcell', 'data-day': date },
    h('span', { class: 'calendar-number' }, String(Number(date.slice(8)))),
    bar,
  );
  const name = formatDay(date, 'full');
  /** @param {number} count @param {number} left */
  const nameOf = (count, left) =>
    t('filters.day', { day: name, papers: t('count.all', { n: count }), n: left });
  return {
    node,
    /** @param {{ day: DayCount | undefined, most: number, isSelected: boolean, isOffered: boolean, isActive: boolean }} state */
    update({ day, most, isSelected, isOffered, isActive }) {
      const { count, unread: left } = day ?? { count: 0, unread: 0 };
      setAttribute(
        node,
        'aria-label',
        count > 0 ? nameOf(count, left) : t('filters.day.none', { day: name }),
      );
      setAttribute(node, 'aria-selected', String(isSelected));
      setAttribute(node, 'aria-disabled', !day && 'true');
      setAttribute(node, 'data-offered', isOffered);
      setAttribute(node, 'data-void', count === 0);
      setAttribute(node, 'tabindex', isActive ? 0 : -1);
      bar.style.setProperty('--share', String(most > 0 ? count / most : 0));
      unread.style.setProperty('--share', String(count > 0 ? left / count : 0));
    },
  };
}
