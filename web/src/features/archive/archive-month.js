import { h, say, setAttribute } from '../../dom/dom.js';
import { keyed } from '../../dom/keyed.js';
import { formatDay, formatMonth, t } from '../../i18n/index.js';
import { createLoadButton, isAbsent } from './load-button.js';
import { refusal } from '../../i18n/refusal.js';

/** @typedef {import('../../archive/lists.js').ArchiveFile} ArchiveFile */
/** @typedef {import('../../archive/days.js').Day} Day */
/** @typedef {import('./load-button.js').StatusOf} StatusOf */

/** @typedef {{ month: string, days: Day[], statusOf: StatusOf }} MonthShown month: such as "2026-01", or "" for files without a day */
/** @typedef {{ day: Day, statusOf: StatusOf }} DayShown */

/**
 * @param {object} options
 * @param {string} options.month
 * @param {boolean} options.open
 * @param {(files: ArchiveFile[]) => void} options.onDay
 * @param {(files: ArchiveFile[]) => void} options.onMany
 */
export function createArchiveMonth({ month, open, onDay, onMany }) {
  const name = month ? formatMonth(month) : t('archive.undated');
  const here = h('small', {});
  const whole = createLoadButton((n) => t('archive.load.month', { n, month: name }), onMany);
  const list = h('ul', {});
  const node = h(
    'details',
    { class: 'archive-month', open, 'data-month': month, on: { toggle: showDays } },
    h('summary', {}, name, ' ', here),
    whole.node,
    list,
  );
  const show = keyed(list, {
    key: ({ day: { day, files } }) => day || files[0].url,
    create: (/** @type {DayShown} */ { day }) => createRow(day, onDay),
  });
  /** @type {MonthShown | undefined} */
  let shown;

  /** An archive may have a thousand days, so rows are created when the month is opened. */
  function showDays() {
    if (!shown || (!node.open && list.childElementCount === 0)) return;
    const { days, statusOf } = shown;
    show(days.map((day) => ({ day, statusOf })));
  }

  return {
    node,
    /** @param {MonthShown} month */
    update(month) {
      shown = month;
      const { days, statusOf } = month;
      const files = days.flatMap((day) => day.files);
      const n = files.filter((file) => statusOf(file).kind === 'open').length;
      here.textContent = t('archive.here', { n, total: files.length });
      whole.show(files);
      whole.update(statusOf);
      showDays();
    },
  };
}

/** @param {Day} day @param {(files: ArchiveFile[]) => void} onDay */
function createRow({ day, files: [first] }, onDay) {
  const name = day ? formatDay(day, 'full') : first.name;
  /** @type {ArchiveFile[]} */
  let files = [];
  const labels = h('small', {});
  const why = h('small', { class: 'archive-why' });
  const button = h('button', { type: 'button', on: { click: () => onDay(files) } });
  const node = h(
    'li',
    { 'data-testid': 'archive-day', 'data-day': day },
    h('span', { class: 'archive-day' }, name, ' ', labels),
    button,
    why,
  );
  return {
    node,
    /** @param {DayShown} shown */
    update({ day: { files: some }, statusOf }) {
      files = some;
      say(labels, files.map(labelOf(day)).filter(Boolean).join(', '));
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
      // The button may have the focus, so it stays and shows what became of the day.
      button.textContent = t(word);
      setAttribute(button, 'aria-label', `${t(word)}: ${name}`);
      setAttribute(button, 'aria-disabled', !absent && 'true');
      why.textContent = failed?.kind === 'failed' ? refusal(failed.code) : '';
    },
  };
}

/** @param {string} day @returns {(file: ArchiveFile) => string} */
const labelOf =
  (day) =>
  ({ series, language, bytes }) =>
    [day && series, language, bytes && t('archive.bytes', { n: Math.ceil(bytes / 1000) })]
      .filter(Boolean)
      .join(' ');
