import { h } from '../../dom/dom.js';
import { formatCount, t } from '../../i18n/index.js';
import { spark } from './plots.js';

/**
 * @typedef {object} Change
 * @property {(Node | string | false)[]} name
 * @property {readonly number[]} values over time
 * @property {number} before
 * @property {number} now
 */

/**
 * What changed, a line each, with a small line over time.
 * @param {import('./plots.js').Drawing} drawing
 * @param {string} what column of the names
 * @param {readonly Change[]} changes
 */
export const changesTable = (drawing, what, changes) =>
  h(
    'table',
    { class: 'trends-table' },
    h(
      'thead',
      { class: 'visually-hidden' },
      h(
        'tr',
        {},
        ...[what, t('trends.over-time'), t('trends.before'), t('trends.now')].map((column) =>
          h('th', { scope: 'col' }, column),
        ),
      ),
    ),
    h('tbody', {}, ...changes.map((change) => line(drawing, change))),
  );

/** @param {import('./plots.js').Drawing} drawing @param {Change} change */
function line(drawing, { name, values, before, now }) {
  const overTime = h('td', { class: 'trends-spark' });
  overTime.append(spark(drawing, values));
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, ...name),
    overTime,
    h('td', {}, formatCount(before)),
    h('td', {}, formatCount(now)),
  );
}
