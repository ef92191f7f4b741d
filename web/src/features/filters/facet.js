import { h } from '../../dom/dom.js';
import { keyed } from '../../dom/keyed.js';
import { formatCount, t } from '../../i18n/index.js';
import { render } from '../../typeset/index.js';

/** @typedef {{ value: string, count: number }} FacetCount */
/** @typedef {FacetCount & { checked: boolean }} Choice */

const SHORT = 10;

/**
 * One group of filters.
 * @param {object} options
 * @param {string} options.legend
 * @param {string} options.testId
 * @param {(value: string) => string} [options.label]
 * @param {(value: string) => void} options.onToggle
 */
export function createFacet({ legend, testId, label = (value) => value, onToggle }) {
  let whole = false;
  /** @type {FacetCount[]} */
  let counts = [];
  /** @type {string[]} */
  let selected = [];

  const list = h('ul');
  const more = h('button', {
    type: 'button',
    class: 'facet-more',
    on: {
      click() {
        whole = !whole;
        show();
      },
    },
  });
  const node = h('fieldset', { class: 'facet' }, h('legend', {}, legend), list, more);

  const showChoices = keyed(list, {
    key: ({ value }) => value,
    create: (/** @type {Choice} */ { value }) =>
      createChoice(value, label(value), testId, () => onToggle(value)),
    fallback: () => more,
  });

  function show() {
    const choices = counts.map((each) => ({ ...each, checked: selected.includes(each.value) }));
    showChoices(choices.filter(({ checked }, index) => whole || index < SHORT || checked));
    more.hidden = counts.length <= SHORT;
    more.textContent = whole ? t('filters.less') : t('filters.more', { n: counts.length });
    more.setAttribute('aria-expanded', String(whole));
    node.hidden = counts.length === 0;
  }

  return {
    node,
    /** @param {FacetCount[]} newCounts @param {string[]} newSelected */
    update(newCounts, newSelected) {
      counts = newCounts;
      selected = newSelected;
      show();
    },
  };
}

/** @param {string} value @param {string} text @param {string} testId @param {() => void} onToggle */
function createChoice(value, text, testId, onToggle) {
  const input = h('input', {
    type: 'checkbox',
    'data-testid': testId,
    'data-value': value,
    on: { change: onToggle },
  });
  const number = h('span', { class: 'facet-count' });
  const node = h(
    'li',
    {},
    h(
      'label',
      {},
      input,
      h('span', { class: 'facet-value', title: text }, render(text, { links: false })),
      ' ',
      number,
    ),
  );
  return {
    node,
    /** @param {Choice} choice */
    update({ count, checked }) {
      input.checked = checked;
      number.textContent = formatCount(count);
      node.classList.toggle('is-void', count === 0 && !checked);
    },
  };
}
