import { h } from '../../dom/dom.js';
import { formatCount, t } from '../../i18n/index.js';

/**
 * The numbers of a drawing, for who cannot see it or wants to know them.
 * @param {readonly string[]} days
 * @param {readonly { name: string, values: readonly number[] }[]} lines
 * @param {string} title
 */
export const numbersTable = (days, lines, title) =>
  h(
    'details',
    { class: 'trends-numbers' },
    h('summary', {}, t('trends.numbers')),
    h(
      'div',
      {
        class: 'trends-scroll',
        role: 'region',
        tabindex: 0,
        'aria-label': t('trends.numbers.of', { title }),
      },
      h(
        'table',
        { class: 'trends-table' },
        h('caption', { class: 'visually-hidden' }, title),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, t('trends.day')),
            ...lines.map(({ name }) => h('th', { scope: 'col', dir: 'auto' }, name)),
          ),
        ),
        h(
          'tbody',
          {},
          ...days.map((day, i) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, day),
              ...lines.map(({ values }) => h('td', {}, formatCount(values[i]))),
            ),
          ),
        ),
      ),
    ),
  );
