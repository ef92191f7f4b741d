import { h } from '../dom.js';

/**
 * Fills `parent` with the first of many items, and with a button that brings the next.
 * @template T
 * @param {Element} parent
 * @param {readonly T[]} items
 * @param {(item: T) => Node | false} make
 * @param {object} steps
 * @param {number} steps.first how many at once
 * @param {number} steps.step how many more at each press
 * @param {(left: number) => string} steps.label of the button
 * @param {(button: HTMLElement) => HTMLElement} [steps.around] what the button stands in
 */
export function inSteps(parent, items, make, { first, step, label, around = (button) => button }) {
  /** @param {number} from @param {number} count @returns {Element | undefined} the first that was added */
  function add(from, count) {
    const to = Math.min(items.length, from + count);
    const before = parent.children.length;
    parent.append(
      ...items
        .slice(from, to)
        .map(make)
        .filter((node) => node !== false),
    );
    if (to < items.length) {
      const unfold = () => {
        more.remove();
        focusIn(add(to, step));
      };
      const button = h(
        'button',
        { type: 'button', class: 'more', on: { click: unfold } },
        label(items.length - to),
      );
      const more = around(button);
      parent.append(more);
    }
    return parent.children[before];
  }
  add(0, first);
}

/** The button that had the focus is gone. @param {Element | undefined} node */
function focusIn(node) {
  const target = node?.querySelector('button, a') ?? node;
  if (!(target instanceof HTMLElement)) return;
  if (!target.matches('button, a')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
