import { fill, h } from '../dom.js';
import { formatCount, t } from '../i18n/index.js';
import { render } from '../typeset/index.js';

/** @typedef {{ value: string, count: number }} FacetCount */

const SHORT = 10;

/**
 * One group of filters: checkboxes that live as long as their value, so that focus stays.
 * @param {object} options
 * @param {string} options.legend
 * @param {string} options.testId
 * @param {(value: string) => string} [options.label]
 * @param {(value: string) => void} options.onToggle
 */
export function createFacet({ legend, testId, label = (value) => value, onToggle }) {
  /** @type {Map<string, ReturnType<typeof createChoice>>} */
  const choices = new Map();
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

  /** @param {string} value */
  function choiceOf(value) {
    const known = choices.get(value);
    if (known) return known;
    const made = createChoice(value, label(value), testId, () => onToggle(value));
    choices.set(value, made);
    return made;
  }

  function show() {
    const shown = counts.filter(({ value }, index) => whole || index < SHORT || selected.includes(value));
    const nodes = shown.map(({ value, count }) => {
      const choice = choiceOf(value);
      choice.update(count, selected.includes(value));
      return choice.node;
    });
    if (!sameNodes(list.children, nodes)) fill(list, ...nodes);
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
    /** @param {number} count @param {boolean} checked */
    update(count, checked) {
      input.checked = checked;
      number.textContent = formatCount(count);
      node.classList.toggle('is-void', count === 0 && !checked);
    },
  };
}

/** @param {HTMLCollection} children @param {Node[]} nodes */
const sameNodes = (children, nodes) =>
  children.length === nodes.length && nodes.every((node, index) => children[index] === node);
