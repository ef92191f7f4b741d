// Selecting by pointer: the column of checkboxes, clicks with Shift or Control, long presses and taps.

/**
 * @typedef {object} Picking
 * @property {() => boolean} tapsSelect whether a click selects instead of opening
 * @property {() => boolean} isSelecting
 * @property {(index: number) => void} onToggle
 * @property {(index: number) => void} onReach all from the last one to this
 * @property {(index: number) => void} onDrag the same while the pointer is down
 * @property {(index: number) => void} onLongPress
 */

/** As long as where systems show a menu. */
const LONG_PRESS_MS = 500;
/** A finger that moves farther scrolls or swipes. */
const STILL_PX = 10;
/** So near the edge of the list, or beyond it, a drag scrolls, by this share of the distance a frame. */
const EDGE_PX = 32;
const SPEED = 0.2;

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
const rowOf = (target) => (target instanceof Element ? target.closest('[role=option]') : null);
/** @param {Element} row */
const indexOf = (row) => Number(row.getAttribute('aria-posinset')) - 1;
/** @param {EventTarget | null} target */
const isCheck = (target) => target instanceof Element && target.closest('.row-check') !== null;

/**
 * @param {HTMLElement} list
 * @param {Picking} picking
 */
export function createPicking(list, { tapsSelect, isSelecting, onToggle, onReach, onDrag, onLongPress }) {
  let isTouch = false;
  let longPress = 0;
  /** The press has selected already: the click that ends it does nothing. */
  let isSpent = false;
  let from = { x: 0, y: 0 };
  /** @type {{ id: number, y: number, index: number, frame: number } | null} */
  let drag = null;

  /** @param {PointerEvent} event */
  function down(event) {
    isTouch = event.pointerType === 'touch';
    isSpent = false;
    endLongPress();
    const row = rowOf(event.target);
    if (!row || !event.isPrimary) return;
    from = { x: event.clientX, y: event.clientY };
    if (isTouch) longPress = window.setTimeout(press, LONG_PRESS_MS, row);
    else if (isCheck(event.target) && event.button === 0) beginDrag(event, indexOf(row));
  }

  /** @param {Element} row */
  function press(row) {
    isSpent = true;
    onLongPress(indexOf(row));
  }

  const endLongPress = () => clearTimeout(longPress);

  /** @param {PointerEvent} event @param {number} index */
  function beginDrag(event, index) {
    isSpent = true;
    list.setPointerCapture(event.pointerId);
    drag = { id: event.pointerId, y: event.clientY, index, frame: 0 };
    if (event.shiftKey) onReach(index);
    else onToggle(index);
  }

  /** @param {PointerEvent} event */
  function move(event) {
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > STILL_PX) endLongPress();
    if (!drag || event.pointerId !== drag.id) return;
    drag.y = event.clientY;
    reachPointer();
    if (!drag.frame) drag.frame = requestAnimationFrame(scroll);
  }

  /** Extends the range to the row beside the pointer. */
  function reachPointer() {
    if (!drag) return;
    const { top, bottom, left } = list.getBoundingClientRect();
    const y = Math.min(Math.max(drag.y, top + 1), bottom - 1);
    const row = rowOf(document.elementFromPoint(left + STILL_PX, y));
    if (!row || indexOf(row) === drag.index) return;
    drag.index = indexOf(row);
    onDrag(drag.index);
  }

  /** While the pointer is at the edge. */
  function scroll() {
    if (!drag) return;
    const { top, bottom } = list.getBoundingClientRect();
    const by = Math.min(0, drag.y - top - EDGE_PX) + Math.max(0, drag.y - bottom + EDGE_PX);
    drag.frame = by ? requestAnimationFrame(scroll) : 0;
    if (!by) return;
    list.scrollTop += by * SPEED;
    reachPointer();
  }

  /** @param {PointerEvent} event */
  function up(event) {
    endLongPress();
    if (drag?.id !== event.pointerId) return;
    cancelAnimationFrame(drag.frame);
    drag = null;
  }

  /** @param {MouseEvent} event */
  function click(event) {
    const row = rowOf(event.target);
    const toggles = event.ctrlKey || event.metaKey || tapsSelect() || (isTouch && isSelecting());
    if (!isSpent && !(row && (event.shiftKey || toggles))) return;
    event.stopPropagation();
    event.preventDefault();
    if (!isSpent && row) (event.shiftKey ? onReach : onToggle)(indexOf(row));
    isSpent = false;
  }

  /** Shift and a click would select text, and so would a drag. @param {MouseEvent} event */
  function mousedown(event) {
    if (!event.shiftKey && !isCheck(event.target)) return;
    event.preventDefault();
    list.focus({ preventScroll: true });
  }

  list.addEventListener('pointerdown', down);
  list.addEventListener('pointermove', move);
  list.addEventListener('pointerup', up);
  list.addEventListener('pointercancel', up);
  list.addEventListener('scroll', endLongPress);
  list.addEventListener('mousedown', mousedown);
  list.addEventListener('click', click, { capture: true });
  // A long press asks for no menu.
  list.addEventListener('contextmenu', (event) => isTouch && rowOf(event.target) && event.preventDefault());
}
