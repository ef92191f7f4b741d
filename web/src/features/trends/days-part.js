import { isPhone } from '../../app/layout.js';
import { h } from '../../dom/dom.js';
import { categoryName } from '../../i18n/categories.js';
import { formatDay, t } from '../../i18n/index.js';
import { render } from '../../typeset/index.js';
import { changesTable } from './changes-table.js';
import { numbersTable } from './numbers-table.js';
import { plot } from './plots.js';

/** @typedef {import('./trends-view.js').Search} Search */
/**
 * @typedef {object} Part
 * @property {NonNullable<import('../../app/state.js').State['trends']>} trends
 * @property {number} since index of the first day of the new window
 * @property {ReadonlySet<string>} words what is for the user
 * @property {(search: Search) => void} onSearch
 */

const MOST_CATEGORIES = 12;

/** Papers of each day, and of each category. @param {Part} part */
export function daysPart({ trends, since, onSearch }) {
  const { days, categories } = trends.found;
  const dates = days.map(({ day }) => day);
  const works = days.map(({ works }) => works);
  const title = t('trends.per-day');
  return [
    h('h3', {}, title),
    h(
      'figure',
      { class: 'trends-figure', 'data-testid': 'trends-days' },
      plot(trends.drawing, dates, [{ name: title, values: works }], {
        label: title,
        since,
        isNarrow: isPhone(),
        hasBars: true,
      }),
      numbersTable(
        dates.map((day) => formatDay(day, 'long')),
        [{ name: t('trends.papers'), values: works }],
        title,
      ),
    ),
    h(
      'div',
      { class: 'trends-categories', role: 'group', 'aria-label': t('trends.categories') },
      changesTable(
        trends.drawing,
        t('trends.category'),
        categories.slice(0, MOST_CATEGORIES).map((category, i) => {
          const values = days.map((day) => day.categories[i]);
          return {
            name: [
              h(
                'button',
                { type: 'button', on: { click: () => onSearch({ categories: [category] }) } },
                render(category, { links: false }),
              ),
              h('small', {}, categoryName(category)),
            ],
            values,
            before: sum(values.slice(0, since)),
            now: sum(values.slice(since)),
          };
        }),
      ),
    ),
  ];
}

/** @param {readonly number[]} values */
const sum = (values) => values.reduce((all, value) => all + value, 0);
