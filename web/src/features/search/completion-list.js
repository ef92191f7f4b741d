import { fill, h, say, setAttribute } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { render } from '../../typeset/index.js';

/** @typedef {import('./offering.js').Option} Option */
/** @typedef {import('./offering.js').Offered} Offered */

/**
 * The search box's popup: options, a sentence under them, and the way to forget the history. The focus stays in the box.
 * @param {object} callbacks
 * @param {(option: Option) => void} callbacks.onAccept
 * @param {(option: Option) => void} callbacks.onForget takes an earlier search out of the history
 * @param {() => void} callbacks.onForgetAll
 * @param {() => void} callbacks.onChange it opened, closed, or another option became active
 */
export function createCompletionList({ onAccept, onForget, onForgetAll, onChange }) {
  /** @type {readonly Option[]} */
  let options = [];
  let active = -1;
  let waiting = false;

  const list = h('ul', {
    class: 'completions',
    id: 'completions',
    role: 'listbox',
    'aria-label': t('completion.label'),
    'data-testid': 'completions',
    hidden: true,
    on: {
      click({ target }) {
        const item = target instanceof Element && target.closest('[role=option]');
        if (!item || waiting) return;
        const option = options[[...list.children].indexOf(item)];
        if (target.closest('.completion-forget')) onForget(option);
        else onAccept(option);
      },
    },
  });
  const hint = h('p', { class: 'completion-hint', id: 'completion-hint', 'data-testid': 'completion-hint' });
  const forgetAll = h(
    'button',
    { type: 'button', class: 'completion-forget-all', on: { click: onForgetAll } },
    t('history.forget.all'),
  );
  const foot = h('div', { class: 'completion-foot' }, hint, forgetAll);
  const node = h(
    'div',
    {
      class: 'completion-popup',
      hidden: true,
      // Keeps the focus in the box: a mousedown would move it before the click.
      on: { mousedown: (event) => event.preventDefault() },
    },
    list,
    foot,
  );

  /** @param {number} index -1: none */
  function point(index) {
    active = index;
    for (const [place, item] of [...list.children].entries())
      setAttribute(item, 'aria-selected', String(place === active));
    list.children[active]?.scrollIntoView({ block: 'nearest' });
    onChange();
  }

  /** @param {Offered} offered nothing at all closes the popup */
  function show({ options: some, hint: sentence }) {
    waiting = false;
    options = some;
    const hasHistory = options.some(({ kind }) => kind === 'history');
    setAttribute(list, 'aria-busy', false);
    fill(list, ...options.map(item));
    list.hidden = options.length === 0;
    say(hint, sentence || (hasHistory ? t('history.hint') : ''));
    hint.hidden = hint.textContent === '';
    setAttribute(hint, 'data-keys', hasHistory && sentence === '');
    forgetAll.hidden = !hasHistory;
    foot.hidden = hint.hidden && forgetAll.hidden;
    node.hidden = list.hidden && foot.hidden;
    point(-1);
  }

  return {
    node,
    /** @type {HTMLElement} */
    list,
    show,
    close: () => node.hidden || show({ options: [], hint: '' }),
    /** There are options to choose from. */
    isOpen: () => !list.hidden,
    isShown: () => !node.hidden,
    /** The options belong to an older text: they stay visible but cannot be taken. */
    wait() {
      if (list.hidden) return;
      waiting = true;
      setAttribute(list, 'aria-busy', 'true');
      point(-1);
    },
    /** After the last option none is active, then the first again. @param {1 | -1} by */
    move(by) {
      const places = options.length + 1;
      if (!waiting) point(((active + 1 + by + places) % places) - 1);
    },
    active: () => options.at(active < 0 ? options.length : active),
    /** @returns {string | null} id of the active option's node */
    activeId: () => list.children[active]?.id ?? null,
  };
}

/** @param {Option} option @param {number} index */
const item = ({ kind, label, note }, index) =>
  h(
    'li',
    { role: 'option', id: `completion-${index}`, 'aria-selected': 'false', 'data-kind': kind },
    h('span', { class: 'completion-label' }, render(label, { links: false })),
    ' ',
    h('span', { class: 'completion-note' }, note),
    // For the pointer: an option can hold no button. The key is Delete.
    kind === 'history' &&
      h('span', { class: 'completion-forget', 'aria-hidden': 'true', title: t('history.forget') }, '×'),
  );
