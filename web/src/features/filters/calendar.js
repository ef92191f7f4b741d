import { daysIn, endsOf, isChosen, isMonth } from '../../app/days.js';
import { dayLabel } from '../../app/filter-labels.js';
import { fill, h, say, setAttribute } from '../../dom/dom.js';
import { formatMonth, t } from '../../i18n/index.js';
import { chooseInCalendar } from './calendar-choosing.js';
import { createCalendarGrid } from './calendar-grid.js';
import { createMonthBars } from './calendar-months.js';

/** @typedef {import('../../engine/protocol.js').DayCount} DayCount */

/**
 * Days by month, to choose one or a range.
 * @param {(days: string[]) => void} onDays
 */
export function createCalendar(onDays) {
  /** @type {Map<string, DayCount>} */
  let days = new Map();
  /** Months that have days, the first one first. @type {string[]} */
  let months = [];
  /** @type {string[]} */
  let chosen = [];
  let most = 0;
  /** Another answer has other objects. @type {DayCount | undefined} */
  let newest;
  let active = '';
  /** Until then the newest month is shown, while digests arrive. */
  let hasGone = false;
  /** @type {string | null} */
  let offered = null;

  const grid = createCalendarGrid();
  const bars = createMonthBars(showMonth);
  const earlier = turn('‹', 'filters.month.earlier', -1);
  const later = turn('›', 'filters.month.later', 1);
  const select = h('select', {
    'aria-label': t('filters.month'),
    'data-testid': 'calendar-month',
    on: { change: () => showMonth(select.value) },
  });
  const whole = h('button', {
    type: 'button',
    class: 'calendar-whole',
    on: { click: () => onDays(isWhole() ? [] : [monthOf(active)]) },
  });
  whole.append(t('filters.month.whole'));
  const text = h('span', {});
  const clear = h(
    'button',
    {
      type: 'button',
      'aria-label': t('filters.days.all'),
      title: t('filters.days.all'),
      on: {
        click() {
          onDays([]);
          grid.cell(active)?.focus();
        },
      },
    },
    '×',
  );
  const said = h('p', { class: 'calendar-chosen', 'data-testid': 'calendar-chosen' }, text, clear);
  const node = h(
    'fieldset',
    { class: 'facet calendar', hidden: true },
    h('legend', {}, t('filters.days')),
    bars.node,
    h('div', { class: 'calendar-head' }, earlier, select, later),
    grid.node,
    h('div', { class: 'calendar-foot' }, whole, said),
  );

  /** @param {string} sign @param {string} key @param {1 | -1} by */
  function turn(sign, key, by) {
    return h(
      'button',
      {
        type: 'button',
        'aria-label': t(key),
        title: t(key),
        on: { click: () => showMonth(months[months.indexOf(monthOf(active)) + by]) },
      },
      sign,
    );
  }

  const isWhole = () => chosen.length === 1 && chosen[0] === monthOf(active);

  /** The same day of another month, or its last. @param {string} month */
  function dayIn(month) {
    const day = Math.min(Number(active.slice(8)), daysIn(month));
    return `${month}-${String(day).padStart(2, '0')}`;
  }

  /** @param {string | undefined} month */
  function showMonth(month) {
    if (!month) return;
    hasGone = true;
    active = dayIn(month);
    show();
  }

  function show() {
    const month = monthOf(active);
    const at = months.indexOf(month);
    if (select.value !== month) select.value = month;
    bars.show(month);
    setAttribute(earlier, 'aria-disabled', at <= 0 && 'true');
    setAttribute(later, 'aria-disabled', at >= months.length - 1 && 'true');
    setAttribute(whole, 'aria-pressed', String(isWhole()));
    grid.update({ month, days, most, chosen, offered, active });
    const dates = chosen.filter((value) => isMonth(value) || endsOf(value) || days.has(value));
    say(text, dates.length > 1 ? t('filters.days.some', { n: dates.length }) : dates.map(dayLabel).join());
    said.hidden = dates.length === 0;
  }

  chooseInCalendar(
    grid.node,
    {
      active: () => active,
      go(date) {
        const [first, last] = [`${months[0]}-01`, lastOf(months[months.length - 1])];
        hasGone = true;
        active = date < first ? first : date > last ? last : date;
        show();
      },
      monthAway: (from, by) => {
        const next = months[months.indexOf(monthOf(from)) + by];
        return next ? dayIn(next) : from;
      },
      offer(range) {
        offered = range;
        show();
      },
      pick(day, adds) {
        if (!days.has(day)) return;
        const others = adds ? chosen.filter((value) => value !== day) : [];
        const isTakenAway = chosen.includes(day) && (adds || chosen.length === 1);
        onDays(isTakenAway ? others : [...others, day]);
      },
      choose: (range) => onDays([range]),
    },
    (date) => grid.cell(date)?.focus(),
  );

  return {
    node,
    /** @param {DayCount[]} dates the newest first; none: no calendar @param {string[]} selected */
    update(dates, selected) {
      node.hidden = dates.length === 0;
      if (dates.length === 0) return;
      days = new Map(dates.map((day) => [day.value, day]));
      most = dates.reduce((most, { count }) => Math.max(most, count), 0);
      if (dates[0] !== newest) bars.count(dates);
      newest = dates[0];
      const isNew = selected !== chosen && selected.length > 0;
      chosen = selected;
      const now = [...new Set(dates.map(({ value }) => monthOf(value)))].reverse();
      if (now.join() !== months.join()) {
        months = now;
        fill(select, ...months.map((month) => h('option', { value: month }, formatMonth(month))).reverse());
      }
      // What was chosen elsewhere, as in the contents, comes into sight.
      const outside =
        isNew && !dates.some(({ value }) => monthOf(value) === monthOf(active) && isChosen(chosen, value));
      const shown = outside ? dates.find(({ value }) => isChosen(chosen, value)) : undefined;
      if (shown) {
        hasGone = true;
        active = shown.value;
      } else if (!hasGone || !months.includes(monthOf(active))) active = dates[0].value;
      show();
    },
  };
}

/** @param {string} date */
const monthOf = (date) => date.slice(0, 7);

/** @param {string} month */
const lastOf = (month) => `${month}-${daysIn(month)}`;
