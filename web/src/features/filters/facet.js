import { h, setAttribute } from '../../dom/dom.js';
import { keyed } from '../../dom/keyed.js';
import { tagSign } from '../../app/tag-sign.js';
import { formatCount, t } from '../../i18n/index.js';
import { render } from '../../typeset/index.js';

/** @typedef {{ value: string, count: number }} FacetCount */
/** @typedef {FacetCount & { checked: boolean }} Choice */
/** @typedef {string | [code: string, name: string]} Label */

const SHORT = 10;

/**
 * One group of filters. Values that nothing has are folded away with those beyond the first.
 * @param {object} options
 * @param {string} options.legend
 * @param {string} options.testId
 * @param {(value: string) => Label} [options.label]
 * @param {(value: string) => void} options.onToggle
 * @param {(value: string) => string} [options.colourOf] of a tag: "" if it has none
 * @param {HTMLElement} [options.before] shown above the values
 * @param {readonly Node[]} [options.after] shown under them
 */
export function createFacet({
  legend,
  testId,
  label = (value) => value,
  onToggle,
  colourOf,
  before,
  after = [],
}) {
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
  const node = h('fieldset', { class: 'facet' }, h('legend', {}, legend), before, list, more, ...after);

  const showChoices = keyed(list, {
    key: ({ value }) => value,
    create: (/** @type {Choice} */ { value }) =>
      createChoice(value, label(value), { testId, colourOf, onToggle: () => onToggle(value) }),
    fallback: () => more,
  });

  function show() {
    const choices = counts.map((each) => ({ ...each, checked: selected.includes(each.value) }));
    let shown = 0;
    const first = choices.filter(({ count, checked }) => checked || (count > 0 && shown++ < SHORT));
    showChoices(whole ? choices : first);
    more.hidden = first.length === counts.length;
    more.textContent = whole ? t('filters.less') : t('filters.more', { n: counts.length });
    more.setAttribute('aria-expanded', String(whole));
    node.hidden = counts.length === 0 && !before;
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

/**
 * @param {string} value
 * @param {Label} label
 * @param {{ testId: string, colourOf?: (value: string) => string, onToggle: () => void }} options
 */
function createChoice(value, label, { testId, colourOf, onToggle }) {
  const [text, name] = typeof label === 'string' ? [label, ''] : label;
  const input = h('input', {
    type: 'checkbox',
    'data-testid': testId,
    'data-value': value,
    on: { change: onToggle },
  });
  const sign = colourOf && tagSign('');
  const number = h('span', { class: 'facet-count' });
  const node = h(
    'li',
    {},
    h(
      'label',
      {},
      input,
      h(
        'span',
        { class: 'facet-value', title: [text, name].filter(Boolean).join(' ') },
        sign,
        render(text, { links: false }),
        name && ' ',
        name && h('span', { class: 'facet-name' }, name),
      ),
      ' ',
      number,
    ),
  );
  return {
    node,
    /** @param {Choice} choice */
    update({ count, checked }) {
      input.checked = checked;
      if (sign) setAttribute(sign, 'data-colour', colourOf(value) || false);
      number.textContent = formatCount(count);
      node.classList.toggle('is-void', count === 0 && !checked);
    },
  };
}
