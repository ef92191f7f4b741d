import { fill, h, setAttribute } from '../../dom/dom.js';
import { hasWords, t } from '../../i18n/index.js';
import { render } from '../../typeset/index.js';

/** @typedef {import('../../engine/protocol.js').Completion} Completion */

/**
 * The search box's popup of completions. The focus stays in the box.
 * @param {object} callbacks
 * @param {(option: Completion) => void} callbacks.onAccept
 * @param {() => void} callbacks.onChange it opened, closed, or another option became active
 */
export function createCompletionList({ onAccept, onChange }) {
  /** @type {readonly Completion[]} */
  let options = [];
  let active = -1;
  let waiting = false;

  const node = h('ul', {
    class: 'completions',
    id: 'completions',
    role: 'listbox',
    'aria-label': t('completion.label'),
    'data-testid': 'completions',
    hidden: true,
    on: {
      // Keeps the focus in the box: a mousedown would move it before the click.
      mousedown: (event) => event.preventDefault(),
      click(event) {
        const item = event.target instanceof Element && event.target.closest('[role=option]');
        if (item && !waiting) onAccept(options[[...node.children].indexOf(item)]);
      },
    },
  });

  /** @param {number} index -1: none */
  function point(index) {
    active = index;
    for (const [place, item] of [...node.children].entries())
      setAttribute(item, 'aria-selected', String(place === active));
    node.children[active]?.scrollIntoView({ block: 'nearest' });
    onChange();
  }

  /** @param {readonly Completion[]} some an empty list closes the popup */
  function show(some) {
    waiting = false;
    options = some;
    setAttribute(node, 'aria-busy', false);
    fill(node, ...options.map(item));
    node.hidden = options.length === 0;
    point(-1);
  }

  return {
    node,
    show,
    close: () => node.hidden || show([]),
    isOpen: () => !node.hidden,
    /** The options belong to an older text: they stay visible but cannot be taken. */
    wait() {
      if (node.hidden) return;
      waiting = true;
      setAttribute(node, 'aria-busy', 'true');
      point(-1);
    },
    /** After the last option none is active, then the first again. @param {1 | -1} by */
    move(by) {
      const places = options.length + 1;
      if (!waiting) point(((active + 1 + by + places) % places) - 1);
    },
    active: () => options.at(active < 0 ? options.length : active),
    /** @returns {string | null} id of the active option's node */
    activeId: () => node.children[active]?.id ?? null,
  };
}

/** @param {Completion} option @param {number} index */
const item = ({ kind, label, papers }, index) =>
  h(
    'li',
    { role: 'option', id: `completion-${index}`, 'aria-selected': 'false', 'data-kind': kind },
    h('span', { class: 'completion-label' }, render(label, { links: false })),
    ' ',
    h(
      'span',
      { class: 'completion-note' },
      [hasWords(`completion.${kind}`) && t(`completion.${kind}`), papers > 0 && t('count.all', { n: papers })]
        .filter(Boolean)
        .join(' · '),
    ),
  );
