import { MOST_COMPARED } from '../../app/fragment.js';
import { isPhone } from '../../app/layout.js';
import { removable } from '../../app/removable.js';
import { fill, h } from '../../dom/dom.js';
import { formatDay, t } from '../../i18n/index.js';
import { numbersTable } from './numbers-table.js';
import { plot } from './plots.js';

/** @typedef {import('../../app/state.js').State} State */

/** With more days than this a point is a week. */
const MOST_POINTS = 62;
const WEEK = 7;

/**
 * Searches over time, side by side.
 * @param {object} callbacks
 * @param {(texts: readonly string[]) => void} callbacks.onCompare
 */
export function createComparison({ onCompare }) {
  /** @type {readonly string[]} */
  let texts = [];
  const options = h('datalist', { id: 'trends-searches' });
  const field = h('input', {
    type: 'text',
    id: 'trends-query',
    autocomplete: 'off',
    list: 'trends-searches',
    placeholder: t('trends.query.example'),
    'data-testid': 'trends-query',
    on: {
      keydown(event) {
        if (event.key !== 'Enter' || event.isComposing) return;
        event.preventDefault();
        submit();
      },
    },
  });
  const add = h(
    'button',
    { type: 'button', 'data-testid': 'trends-add', on: { click: submit } },
    t('trends.add'),
  );
  const entry = h(
    'div',
    { class: 'trends-compare' },
    h('label', { for: 'trends-query' }, t('trends.query')),
    field,
    add,
    options,
  );
  const full = h('p', { class: 'trends-note' }, t('trends.full', { n: MOST_COMPARED }));
  const chosen = h('ul', { class: 'trends-chosen', 'data-testid': 'trends-chosen' });
  const figure = h('figure', { class: 'trends-figure', 'data-testid': 'trends-comparison' });
  const node = h(
    'section',
    { 'aria-labelledby': 'trends-compare-title' },
    h('h3', { id: 'trends-compare-title' }, t('trends.compare')),
    entry,
    full,
    chosen,
    figure,
  );
  /** @type {State['comparison']} */
  let shown = null;
  /** @type {State['searches'] | null} */
  let offered = null;

  function submit() {
    const text = field.value.trim();
    field.value = '';
    field.focus();
    if (text) onCompare([...texts, text]);
  }

  /** @param {string} text @param {number} i */
  function line(text, i) {
    const item = removable(text, t('trends.remove', { text }), () => {
      field.focus();
      onCompare(texts.filter((other) => other !== text));
    });
    item.prepend(h('span', { class: 'trends-key', 'data-line': i, 'aria-hidden': 'true' }));
    return item;
  }

  /** @param {State} state @param {number} since */
  function draw({ comparison, trends }, since) {
    shown = comparison;
    if (!comparison?.length || !trends) return fill(figure);
    const dates = trends.found.days.map(({ day }) => day);
    const size = dates.length > MOST_POINTS ? WEEK : 1;
    const lines = comparison.map(({ text, days }) => ({
      name: text,
      values: sums(
        dates.map((day) => days.get(day) ?? 0),
        size,
      ),
    }));
    const points = dates.filter((_, i) => i % size === 0);
    const title = t('trends.compare');
    fill(
      figure,
      plot(trends.drawing, points, lines, {
        label: title,
        since: Math.floor(since / size),
        isNarrow: isPhone(),
      }),
      numbersTable(
        points.map((day) => formatDay(day, 'long')),
        lines,
        title,
      ),
    );
  }

  return {
    node,
    /** @param {State} state @param {number} since index of the first day of the new window */
    update(state, since) {
      const { compared } = state.address;
      if (state.searches !== offered) {
        offered = state.searches;
        const queries = new Set(
          offered.map(({ fragment }) => new URLSearchParams(fragment.slice(1)).get('q')),
        );
        fill(options, ...[...queries].map((query) => query && h('option', { value: query })));
      }
      if (compared !== texts) {
        texts = compared;
        fill(chosen, ...texts.map(line));
        full.hidden = texts.length < MOST_COMPARED;
        add.disabled = texts.length >= MOST_COMPARED;
      }
      if (state.comparison !== shown) draw(state, since);
    },
  };
}

/** Sums of so many neighbours. @param {readonly number[]} values @param {number} size */
const sums = (values, size) =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, i) =>
    values.slice(i * size, (i + 1) * size).reduce((sum, value) => sum + value, 0),
  );
