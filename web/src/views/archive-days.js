import { fill, h } from '../dom.js';
import { t } from '../i18n/index.js';
import { createArchiveMonth } from './archive-month.js';
import { createLoadButton } from './load-button.js';

/** @typedef {import('../archive/lists.js').ArchiveFile} ArchiveFile */
/** @typedef {import('../archive/days.js').Day} Day */
/** @typedef {import('./load-button.js').StatusOf} StatusOf */
/** @typedef {{ days: Day[], languages: { name: string, chosen: boolean }[], leftOut: number, statusOf: StatusOf }} Shown */

/**
 * The days of an archive, by year and month, and what of them is in the library.
 * @param {object} callbacks
 * @param {(files: ArchiveFile[]) => void} callbacks.onDay
 * @param {(files: ArchiveFile[]) => void} callbacks.onMany
 * @param {(languages: string[]) => void} callbacks.onLanguages
 */
export function createArchiveDays({ onDay, onMany, onLanguages }) {
  const count = h('p', { class: 'archive-count', 'data-testid': 'archive-count' });
  const all = createLoadButton((n) => t('archive.load.all', { n }), onMany, 'archive-all');
  const choice = h('fieldset', { class: 'archive-languages' });
  const years = h('div', {});
  const node = h(
    'div',
    { class: 'archive' },
    h('div', { class: 'archive-head' }, count, all.node),
    choice,
    years,
  );
  /** @type {Day[] | null} */
  let shown = null;
  /** @type {{ update: (statusOf: StatusOf) => void }[]} */
  let parts = [];

  /** @param {Shown} state */
  function rebuild({ days, leftOut, statusOf }) {
    shown = days;
    all.show(days.flatMap((day) => day.files));
    const byYear = group(days, (day) => day.day.slice(0, 4));
    parts = [all];
    fill(
      years,
      ...[...byYear].map(([year, days]) => yearSection(year, days, statusOf)),
      leftOut > 0 && h('p', { class: 'archive-note' }, t('archive.left.out', { n: leftOut })),
    );
  }

  /** @param {Shown['languages']} languages */
  function showChoice(languages) {
    choice.hidden = languages.length < 2;
    const names = languages.map(({ name }) => name).join('\n');
    // Boxes that are there stay: the keyboard may be on one.
    if (choice.dataset.names !== names)
      fill(choice, h('legend', {}, t('archive.languages')), ...languages.map(languageBox));
    choice.dataset.names = names;
    for (const [index, box] of choice.querySelectorAll('input').entries())
      box.checked = languages[index].chosen;
  }

  /** @param {string} year @param {Day[]} days @param {StatusOf} statusOf */
  function yearSection(year, days, statusOf) {
    const months = [...group(days, (day) => day.day.slice(0, 7))].map(([month, days]) =>
      createArchiveMonth({ month, days, statusOf, open: days[0] === shown?.[0], onDay, onMany }),
    );
    const whole = createLoadButton((n) => t('archive.load.year', { n, year }), onMany);
    whole.show(days.flatMap((day) => day.files));
    parts.push(whole, ...months);
    const heading = h('h3', {}, year || t('archive.undated'));
    return h(
      'section',
      { class: 'archive-year' },
      h('div', { class: 'archive-head' }, heading, months.length > 1 && whole.node),
      ...months.map((month) => month.node),
    );
  }

  /** @param {{ name: string }} language */
  function languageBox({ name }) {
    const box = h('input', { type: 'checkbox', name, on: { change } });
    return h('label', {}, box, name);
  }

  function change() {
    const boxes = /** @type {HTMLInputElement[]} */ ([...choice.querySelectorAll('input')]);
    onLanguages(boxes.filter((box) => box.checked).map((box) => box.name));
  }

  return {
    node,
    /** @param {Shown} state */
    update(state) {
      if (state.days !== shown) rebuild(state);
      showChoice(state.languages);
      count.textContent = t('archive.count', { n: state.days.length });
      for (const part of parts) part.update(state.statusOf);
    },
  };
}

/** @template T @param {T[]} values @param {(value: T) => string} keyOf */
function group(values, keyOf) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}
