// Keeps the nodes of a list that changes: an item with the same key keeps its node, and with it the focus, the scroll
// position and what is unfolded in it. A focused node is never moved, since moving takes the focus away.

/**
 * @template T
 * @typedef {{ node: HTMLElement, update?: (item: T) => void }} Made update: called with each state of the item, the
 *   first included
 */

const FOCUSABLE = 'button, a[href], input, select, textarea, summary, [tabindex]';

/**
 * Returns a function that shows a list of items in `parent`. Other children of the parent stay; the items come after
 * those that were there first. Cost: O(n log n) for n items, and the fewest moves.
 * @template T
 * @param {Element} parent
 * @param {object} how
 * @param {(item: T, index: number) => string} how.key
 * @param {(item: T) => Made<T>} how.create
 * @param {() => HTMLElement | null} [how.fallback] gets the focus if the focused item goes and no other can take it
 * @returns {(items: readonly T[]) => HTMLElement[]} the nodes shown
 */
export function keyed(parent, { key, create, fallback = () => null }) {
  /** In the order shown. @type {Map<string, Made<T>>} */
  let shown = new Map();

  return (items) => {
    /** @type {Map<string, Made<T>>} */
    const next = new Map();
    for (const [index, item] of items.entries()) {
      let name = key(item, index);
      while (next.has(name)) name += '\n';
      const one = shown.get(name) ?? create(item);
      next.set(name, one);
      one.update?.(item);
    }
    const before = [...shown.values()].map(({ node }) => node);
    const after = [...next.values()].map(({ node }) => node);
    shown = next;
    const focused = focusedIn(parent, before);
    const anchor = before.at(-1)?.nextSibling ?? null;
    const staying = new Set(after);
    for (const node of before) if (!staying.has(node)) node.remove();
    place(parent, before, after, anchor, focused?.node);
    const isGone = focused && !staying.has(focused.node);
    if (isGone && !candidates(focused, before, staying).some(takesFocus)) fallback()?.focus();
    return after;
  };
}

/** @typedef {{ node: HTMLElement, at: number }} Focused at: place of the focused element among those that take focus */

/** @param {Element} parent @param {HTMLElement[]} nodes @returns {Focused | null} */
function focusedIn(parent, nodes) {
  const active = document.activeElement;
  if (!active || !parent.contains(active)) return null;
  const node = nodes.find((each) => each.contains(active));
  return node ? { node, at: focusablesOf(node).indexOf(/** @type {HTMLElement} */ (active)) } : null;
}

/** @param {HTMLElement} node */
const focusablesOf = (node) => /** @type {HTMLElement[]} */ ([...node.querySelectorAll(FOCUSABLE)]);

/**
 * What could take the focus of a node that went: in the next node that stays the element at the same place, or one
 * before it; else in the node after that, and so on; then in the nodes before.
 * @param {Focused} focused
 * @param {HTMLElement[]} nodes
 * @param {Set<HTMLElement>} staying
 */
function candidates({ node, at }, nodes, staying) {
  const place = nodes.indexOf(node);
  return [...nodes.slice(place + 1), ...nodes.slice(0, place).reverse()]
    .filter((each) => staying.has(each))
    .flatMap((each) =>
      focusablesOf(each)
        .slice(0, Math.max(at, 0) + 1)
        .reverse(),
    );
}

/** @param {HTMLElement} element */
function takesFocus(element) {
  element.focus();
  return document.activeElement === element;
}

/**
 * @param {Element} parent
 * @param {HTMLElement[]} before
 * @param {HTMLElement[]} after
 * @param {Node | null} anchor what follows the last of them
 * @param {HTMLElement | undefined} pinned must not be moved
 */
function place(parent, before, after, anchor, pinned) {
  const places = new Map(before.map((node, index) => [node, index]));
  const staying = stayingAt(
    after.map((node) => places.get(node) ?? -1),
    pinned ? after.indexOf(pinned) : -1,
  );
  let next = anchor;
  for (let index = after.length - 1; index >= 0; index -= 1) {
    if (!staying.has(index)) parent.insertBefore(after[index], next);
    next = after[index];
  }
}

/**
 * Which nodes need not move: the longest increasing subsequence of their old places, through the pinned node.
 * @param {number[]} places old place of each node in the new order, -1: it is new
 * @param {number} pinned its index, -1: there is none
 * @returns {Set<number>} indices
 */
export function stayingAt(places, pinned) {
  /** The last index of the best run of each length. @type {number[]} */
  const ends = [];
  /** @type {number[]} */
  const previous = [];
  for (const [index, place] of places.entries()) {
    if (place < 0) continue;
    const fits = pinned < 0 || index === pinned || index < pinned === place < places[pinned];
    if (!fits) continue;
    let low = 0;
    for (let high = ends.length; low < high;) {
      const middle = (low + high) >> 1;
      if (places[ends[middle]] < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? ends[low - 1] : -1;
    ends[low] = index;
  }
  /** @type {Set<number>} */
  const staying = new Set();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index]) staying.add(index);
  return staying;
}
