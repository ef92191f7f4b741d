import { fill, h, setAttribute } from '../dom.js';
import { formatDay, formatMonth, t } from '../i18n/index.js';
import { createLoadButton, isAbsent } from './load-button.js';
import { refusal } from './refusal.js';

/** @typedef {import('../archive/lists.js').ArchiveFile} ArchiveFile */
/** @typedef {import('../archive/days.js').Day} Day */
/** @typedef {import('./load-button.js').StatusOf} StatusOf */

/**
 * @param {object} options
 * @param {string} options.month  such as "2026-01", or "" for files without a day
 * @param {Day[]} options.days
 * @param {boolean} options.open
 * @param {StatusOf} options.statusOf
 * @param {(files: ArchiveFile[]) => void} options.onDay
 * @param {(files: ArchiveFile[]) => void} options.onMany
 */
export function createArchiveMonth({ month, days, open, statusOf, onDay, onMany }) {
  const name = month ? formatMonth(month) : t('archive.undated');
  const files = days.flatMap((day) => day.files);
  const here = h('small', {});
  const whole = createLoadButton((n) => t('archive.load.month', { n, month: name }), onMany);
  whole.show(files);
  const list = h('ul', {});
  const node = h(
    'details',
    { class: 'archive-month', open, 'data-month': month, on: { toggle: build } },
    h('summary', {}, name, ' ', here),
    whole.node,
    list,
  );
  /** @type {ReturnType<typeof createRow>[]} */
  let rows = [];
  let latest = statusOf;

  /** An archive may have a thousand days: rows are made once somebody looks. */
  function build() {
    if (!node.open || rows.length > 0) return;
    rows = days.map((day) => createRow(day, onDay));
    fill(list, ...rows.map((row) => row.node));
    for (const row of rows) row.update(latest);
  }
  build();

  return {
    node,
    /** @param {StatusOf} statusOf */
    update(statusOf) {
      latest = statusOf;
      const n = files.filter((file) => statusOf(file).kind === 'open').length;
      here.textContent = t('archive.here', { n, total: files.length });
      whole.update(statusOf);
      for (const row of rows) row.update(statusOf);
    },
  };
}

/** @param {Day} day @param {(files: ArchiveFile[]) => void} onDay */
function createRow({ day, files }, onDay) {
  const name = day ? formatDay(day, 'full') : files[0].name;
  const labels = files.map(({ series, language, bytes }) =>
    [day && series, language, bytes && t('archive.bytes', { n: Math.ceil(bytes / 1000) })]
      .filter(Boolean)
      .join(' '),
  );
  const why = h('small', { class: 'archive-why' });
  const button = h('button', { type: 'button', on: { click: () => onDay(files) } });
  const node = h(
    'li',
    { 'data-testid': 'archive-day', 'data-day': day },
    h('span', { class: 'archive-day' }, name, ' ', h('small', {}, labels.filter(Boolean).join(', '))),
    button,
    why,
  );
  return {
    node,
    /** @param {StatusOf} statusOf */
    update(statusOf) {
      const states = files.map(statusOf);
      const failed = states.find((status) => status.kind === 'failed');
      const absent = states.some(isAbsent);
      const word = states.some(({ kind }) => kind === 'loading')
        ? 'archive.loading'
        : failed
          ? 'archive.again'
          : absent
            ? 'archive.load'
            : 'archive.open.already';
      // It stays where the keyboard is, and says what became of the day.
      button.textContent = t(word);
      setAttribute(button, 'aria-label', `${t(word)}: ${name}`);
      setAttribute(button, 'aria-disabled', !absent && 'true');
      why.textContent = failed?.kind === 'failed' ? refusal(failed.code) : '';
    },
  };
}
