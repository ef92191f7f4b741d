import { isChosen, isDate, toggled } from '../../app/days.js';
import { dayLabel } from '../../app/filter-labels.js';
import { h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { createCalendar } from './calendar.js';
import { createFacet } from './facet.js';

/** @typedef {import('../../engine/protocol.js').DayCount} DayCount */

/** More days are a calendar. */
const MOST_LISTED = 7;

/**
 * A list of days or, if there are many, a calendar; digests without a date are listed in any case.
 * @param {(days: string[]) => void} onDays
 * @param {readonly Node[]} tools shown under them
 */
export function createDayFacet(onDays, tools) {
  /** @type {DayCount[]} */
  let listed = [];
  /** @type {string[]} */
  let chosen = [];
  const list = createFacet({
    legend: t('filters.days'),
    testId: 'day-filter',
    label: dayLabel,
    onToggle: (day) =>
      onDays(
        toggled(
          chosen,
          day,
          listed.map(({ value }) => value),
        ),
      ),
  });
  const calendar = createCalendar(onDays);
  return {
    node: h('div', { class: 'day-facet' }, calendar.node, list.node, ...tools),
    /** @param {DayCount[]} days the newest first @param {string[]} selected */
    update(days, selected) {
      const dates = days.filter(({ value }) => isDate(value));
      const isCalendar = dates.length > MOST_LISTED;
      listed = isCalendar ? days.filter(({ value }) => !isDate(value)) : days;
      chosen = selected;
      calendar.update(isCalendar ? dates : [], selected);
      list.update(
        listed,
        listed.map(({ value }) => value).filter((value) => isChosen(selected, value)),
      );
    },
  };
}
