import { h } from '../../dom/dom.js';
import { keyed } from '../../dom/keyed.js';
import { formatDay, formatMonth, t } from '../../i18n/index.js';
import { keyOfReported, reported } from './report-file.js';

/** @typedef {import('../../library/groups.js').Month} Month */
/** @typedef {import('../../library/groups.js').Day} Day */

/**
 * The files of a month by day, built when the month is unfolded.
 * @param {string} month such as "2026-01", or "" for files without a date
 * @param {Map<string, boolean>} unfolded months that the user has folded or unfolded
 * @param {(label: string) => void} onRemove
 */
export function createReportMonth(month, unfolded, onRemove) {
  const count = h('small', {});
  const body = h('div', {});
  const node = h(
    'details',
    { class: 'report-month', 'data-testid': 'report-month', on: { toggle: toggled } },
    h('summary', {}, month ? formatMonth(month) : t('archive.undated'), ' ', count),
    body,
  );
  const showDays = keyed(body, {
    key: (/** @type {Day} */ { day }) => day,
    create: ({ day }) => createDay(month && formatDay(day, 'full'), onRemove),
  });
  /** @type {Day[]} */
  let days = [];
  let opens = false;

  function toggled() {
    if (node.open !== opens || unfolded.has(month)) unfolded.set(month, node.open);
    build();
  }

  function build() {
    if (node.open || body.childElementCount > 0) showDays(days);
  }

  return {
    node,
    /** @param {{ month: Month, folds: boolean }} section folds: unless the user has unfolded it */
    update({ month: { files, days: some }, folds }) {
      days = some;
      opens = !folds;
      node.open = unfolded.get(month) ?? opens;
      count.textContent = t('report.files', { n: files });
      build();
    },
  };
}

/** @param {string} title @param {(label: string) => void} onRemove */
function createDay(title, onRemove) {
  // A heading all the same, so that those of the files are under one.
  const heading = title ? h('h3', {}, title) : h('h3', { class: 'visually-hidden' }, t('archive.undated'));
  const node = h('section', { class: 'report-day' }, heading);
  const showFiles = keyed(node, {
    key: keyOfReported,
    create: (/** @type {import('./report-file.js').Reported} */ file) => ({ node: reported(file, onRemove) }),
  });
  return {
    node,
    /** @param {Day} day */
    update: ({ files }) => void showFiles(files.map((file) => ({ file }))),
  };
}
