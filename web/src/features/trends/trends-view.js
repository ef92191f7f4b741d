import { rangeOf } from '../../app/days.js';
import { WINDOWS } from '../../app/fragment.js';
import { fill, h, say, setAttribute } from '../../dom/dom.js';
import { formatDays, t } from '../../i18n/index.js';
import { createComparison } from './comparison.js';
import { daysPart } from './days-part.js';
import { newAuthors, risingAndFalling } from './lists.js';

/** @typedef {import('../../app/state.js').State} State */
/** @typedef {import('../../app/fragment.js').Address} Address */
/** @typedef {Partial<Pick<Address, 'text' | 'categories' | 'authors' | 'days'>>} Search */

/**
 * One page of print: what was published, what rises and falls, who is new, and searches side by side.
 * @param {object} callbacks
 * @param {() => void} callbacks.onClose
 * @param {(days: number) => void} callbacks.onWindow
 * @param {(texts: readonly string[]) => void} callbacks.onCompare
 * @param {(search: Search) => void} callbacks.onSearch
 */
export function createTrendsView({ onClose, onWindow, onCompare, onSearch }) {
  const title = h('h2', { id: 'trends-title', tabindex: -1 }, t('trends.title'));
  const windows = h(
    'select',
    {
      'aria-label': t('trends.window'),
      'data-testid': 'trends-window',
      on: { change: () => onWindow(Number(windows.value)) },
    },
    ...WINDOWS.map((days) => h('option', { value: days }, t('trends.days', { n: days }))),
  );
  const close = h(
    'button',
    { type: 'button', 'data-testid': 'trends-close', on: { click: onClose } },
    t('trends.close'),
  );
  const state = h('p', { class: 'trends-state', 'data-testid': 'trends-state' });
  const parts = h('div', { class: 'trends-parts' });
  const comparison = createComparison({ onCompare });
  const node = h(
    'section',
    {
      class: 'trends',
      'aria-labelledby': 'trends-title',
      'data-testid': 'trends',
      hidden: true,
      on: {
        // In a field, too.
        keydown(event) {
          if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
          event.preventDefault();
          onClose();
        },
      },
    },
    h(
      'div',
      { class: 'trends-page' },
      h('div', { class: 'trends-head' }, title, windows, close),
      state,
      parts,
      comparison.node,
    ),
  );
  /** @type {State['trends']} */
  let shown = null;
  /** @type {State['interest'] | null} */
  let shownInterest = null;

  /** @param {State} state */
  function draw({ trends, interest }) {
    if (trends === shown && interest === shownInterest) return;
    shown = trends;
    shownInterest = interest;
    if (!trends) return;
    const { days, before } = trends.found;
    const since = firstOfNew(trends);
    const range = days.length > 0 ? rangeOf(days[since]?.day ?? days[0].day, days[days.length - 1].day) : '';
    /** In the new window. @param {Search} search */
    const search = (search) => onSearch({ days: range ? [range] : [], ...search });
    const part = { trends, since, words: new Set(interest.words), onSearch: search };
    say(state, sentence(trends, since));
    fill(
      parts,
      ...(days.length > 0 ? daysPart(part) : []),
      ...(before > 0 ? [...risingAndFalling(part), ...newAuthors(part)] : []),
    );
  }

  return {
    node,
    focus: () => title.focus(),
    /** @param {State} now @param {boolean} isOpen */
    update(now, isOpen) {
      node.hidden = !isOpen;
      if (!isOpen) return;
      windows.value = String(now.address.trends);
      const isThere = now.trends?.window === now.address.trends;
      setAttribute(node, 'aria-busy', !isThere && 'true');
      if (!now.trends) say(state, t('trends.counting'));
      draw(now);
      comparison.update(now, shown ? firstOfNew(shown) : 0);
    },
  };
}

const DAY_MS = 86_400_000;

/** Index of the first day of the new window. @param {NonNullable<State['trends']>} trends */
function firstOfNew({ found, window }) {
  const last = Date.parse(found.days.at(-1)?.day ?? '');
  const first = found.days.findIndex(({ day }) => Date.parse(day) > last - window * DAY_MS);
  return Math.max(0, first);
}

/** @param {NonNullable<State['trends']>} trends @param {number} since */
function sentence({ found, window }, since) {
  const { days, before, after } = found;
  if (days.length === 0) return t('trends.none');
  const span = formatDays(days[since].day, days[days.length - 1].day);
  return before > 0
    ? t('trends.span', { span, n: after, before, days: window })
    : t('trends.nothing-before', { span, n: after, days: window });
}
