import { h } from '../../dom/dom.js';
import { keyed } from '../../dom/keyed.js';
import { t } from '../../i18n/index.js';
import { createArchiveMonth } from './archive-month.js';
import { createLoadButton } from './load-button.js';

/** @typedef {import('../../archive/lists.js').ArchiveFile} ArchiveFile */
/** @typedef {import('../../archive/days.js').Day} Day */
/** @typedef {import('./load-button.js').StatusOf} StatusOf */
/** @typedef {{ days: Day[], languages: { name: string, chosen: boolean }[], leftOut: number, statusOf: StatusOf }} Shown */
/** @typedef {{ year: string, days: Day[], statusOf: StatusOf }} YearShown */
/** @typedef {import('./archive-month.js').MonthShown} MonthShown */

/**
 * An archive's days by year and month, and which of them are in the library.
 * @param {object} callbacks
 * @param {(files: ArchiveFile[]) => void} callbacks.onDay
 * @param {(files: ArchiveFile[]) => void} callbacks.onMany
 * @param {(languages: string[]) => void} callbacks.onLanguages
 */
export function createArchiveDays({ onDay, onMany, onLanguages }) {
  const count = h('p', { class: 'archive-count', 'data-testid': 'archive-count' });
  const all = createLoadButton((n) => t('archive.load.all', { n }), onMany, 'archive-all');
  const legend = h('legend', {}, t('archive.languages'));
  const choice = h('fieldset', { class: 'archive-languages', hidden: true });
  const years = h('div', {});
  const note = h('p', { class: 'archive-note' });
  const node = h(
    'div',
    { class: 'archive' },
    h('div', { class: 'archive-head' }, count, all.node),
    choice,
    h('div', {}, years, note),
  );
  /** @type {Day | undefined} */
  let newest;
  const showYears = keyed(years, { key: ({ year }) => year, create: createYear });
  const showLanguages = keyed(choice, { key: ({ name }) => name, create: createLanguage });

  /** @param {{ year: string }} of */
  function createYear({ year }) {
    const whole = createLoadButton((n) => t('archive.load.year', { n, year }), onMany);
    const head = h('div', { class: 'archive-head' }, h('h3', {}, year || t('archive.undated')), whole.node);
    const node = h('section', { class: 'archive-year' }, head);
    const showMonths = keyed(node, {
      key: ({ month }) => month,
      create: (/** @type {MonthShown} */ { month, days }) =>
        createArchiveMonth({ month, open: days[0] === newest, onDay, onMany }),
    });
    return {
      node,
      /** @param {YearShown} year */
      update({ days, statusOf }) {
        const months = [...group(days, (day) => day.day.slice(0, 7))];
        whole.show(days.flatMap((day) => day.files));
        whole.update(statusOf);
        if (months.length < 2) whole.node.hidden = true;
        showMonths(months.map(([month, days]) => ({ month, days, statusOf })));
      },
    };
  }

  /** @param {Shown['languages'][number]} language */
  function createLanguage({ name }) {
    const box = h('input', { type: 'checkbox', name, on: { change } });
    return {
      node: h('label', {}, box, name),
      /** @param {{ chosen: boolean }} language */
      update: ({ chosen }) => void (box.checked = chosen),
    };
  }

  function change() {
    const boxes = /** @type {HTMLInputElement[]} */ ([...choice.querySelectorAll('input')]);
    onLanguages(boxes.filter((box) => box.checked).map((box) => box.name));
  }

  return {
    node,
    /** @param {Shown} state */
    update({ days, languages, leftOut, statusOf }) {
      newest = days[0];
      all.show(days.flatMap((day) => day.files));
      all.update(statusOf);
      choice.hidden = languages.length < 2;
      // A page without an archive has no such words.
      if (legend.parentNode !== choice) choice.append(legend);
      showLanguages(languages);
      count.textContent = t('archive.count', { n: days.length });
      const byYear = group(days, (day) => day.day.slice(0, 4));
      showYears([...byYear].map(([year, days]) => ({ year, days, statusOf })));
      note.hidden = leftOut === 0;
      note.textContent = leftOut > 0 ? t('archive.left.out', { n: leftOut }) : '';
    },
  };
}

/** @template T @param {T[]} values @param {(value: T) => string} keyOf */
function group(values, keyOf) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const value of values) {
    const key = keyOf(value);
    const some = groups.get(key);
    if (some) some.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
