import { h } from './dom.js';
import { keyed } from './keyed.js';

/**
 * Fills `parent` with the first of many items and a button that adds more. Returns a function that shows other items, as
 * many of them as were asked for.
 * @template T
 * @param {Element} parent
 * @param {readonly T[]} items
 * @param {(item: T) => HTMLElement} make
 * @param {object} steps
 * @param {number} steps.first how many at first
 * @param {number} steps.step how many more per press
 * @param {(left: number) => string} steps.label of the button
 * @param {(button: HTMLElement) => HTMLElement} [steps.around] wraps the button
 * @param {(item: T, index: number) => string} [steps.key] an item with the same key keeps its node
 */
export function inSteps(
  parent,
  items,
  make,
  { first, step, label, around = (button) => button, key = (_, index) => String(index) },
) {
  let count = first;
  const button = h('button', { type: 'button', class: 'more', on: { click: unfold } });
  const more = around(button);
  const showItems = keyed(parent, { key, create: (/** @type {T} */ item) => ({ node: make(item) }) });

  /** @param {readonly T[]} next */
  function show(next) {
    items = next;
    const nodes = showItems(items.slice(0, count));
    button.textContent = label(items.length - count);
    if (items.length <= count) more.remove();
    else if (more.parentNode !== parent) nodes.at(-1)?.after(more);
    return nodes;
  }

  function unfold() {
    const before = count;
    count += step;
    focusIn(show(items)[before]);
  }

  show(items);
  return show;
}

/** Moves the focus to what the button added. @param {Element | undefined} node */
function focusIn(node) {
  const target = node?.querySelector('button, a') ?? node;
  if (!(target instanceof HTMLElement)) return;
  if (!target.matches('button, a')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
