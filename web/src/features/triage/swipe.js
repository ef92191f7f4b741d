import { h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';

/** @typedef {'done' | 'star' | 'dismiss'} Decision */

/** A finger that has moved less may still tap or scroll. */
const BEGIN_PX = 12;
/** Shares of the row's width from which releasing decides. */
const SHORT = 0.25;
const LONG = 0.6;

/**
 * What releasing would do: to the right done, to the left star and, farther, not for me.
 * @param {number} share of the row's width, to the right
 * @returns {Decision | null}
 */
export function decisionOf(share) {
  if (share >= SHORT) return 'done';
  if (share <= -LONG) return 'dismiss';
  return share <= -SHORT ? 'star' : null;
}

/**
 * Lets a finger decide on the rows of a list. What releasing would do is shown while swiping.
 * @param {HTMLElement} list
 * @param {(index: number, decision: Decision) => void} onDecide
 * @returns {HTMLElement} shows the decision; to be placed beside the list
 */
export function createSwipe(list, onDecide) {
  const hint = h('div', { class: 'swipe-hint', 'aria-hidden': 'true', hidden: true });
  /** @type {{ id: number, row: HTMLElement, x: number, y: number, moves: boolean } | null} */
  let finger = null;

  /** @param {PointerEvent} event */
  const shareOf = (event) => (finger ? (event.clientX - finger.x) / finger.row.offsetWidth : 0);

  /** @param {PointerEvent} event */
  function begin(event) {
    const row = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    if (event.pointerType !== 'touch' || !event.isPrimary || !(row instanceof HTMLElement)) return;
    finger = { id: event.pointerId, row, x: event.clientX, y: event.clientY, moves: false };
  }

  /** @param {PointerEvent} event */
  function move(event) {
    if (!finger || event.pointerId !== finger.id) return;
    const [dx, dy] = [event.clientX - finger.x, event.clientY - finger.y];
    if (!finger.moves) {
      if (Math.abs(dy) > BEGIN_PX) return void (finger = null);
      if (Math.abs(dx) < BEGIN_PX) return;
      finger.moves = true;
      list.setPointerCapture(finger.id);
    }
    finger.row.style.translate = `${dx}px 0`;
    const decision = decisionOf(shareOf(event));
    const { top, height } = finger.row.getBoundingClientRect();
    hint.hidden = false;
    hint.dataset.side = dx > 0 ? 'start' : 'end';
    hint.dataset.decision = decision ?? '';
    hint.textContent = t(`swipe.${decision ?? (dx > 0 ? 'done' : 'star')}`);
    hint.style.insetBlockStart = `${top - (list.offsetParent?.getBoundingClientRect().top ?? 0)}px`;
    hint.style.blockSize = `${height}px`;
  }

  /** @param {PointerEvent} event */
  function end(event) {
    if (!finger || event.pointerId !== finger.id) return;
    const { row, moves } = finger;
    const decision = event.type === 'pointerup' && moves ? decisionOf(shareOf(event)) : null;
    finger = null;
    row.style.translate = '';
    hint.hidden = true;
    // The tap that ends a swipe opens nothing.
    if (moves) addEventListener('click', stop, { capture: true, once: true });
    if (moves) setTimeout(() => removeEventListener('click', stop, { capture: true }));
    if (decision) onDecide(Number(row.getAttribute('aria-posinset')) - 1, decision);
  }

  /** @param {Event} event */
  const stop = (event) => event.stopPropagation();

  list.addEventListener('pointerdown', begin);
  list.addEventListener('pointermove', move);
  list.addEventListener('pointerup', end);
  list.addEventListener('pointercancel', end);
  return hint;
}
