// When what has the focus goes away or is hidden, browsers leave the focus nowhere: keys then go to no part of the page,
// and screen readers start again at its top. The focus goes to the nearest place instead where the user can go on.
import { onSheets, topSheet } from './dialog.js';

/** Places of the page, the most useful first: the list, what is shown instead of it, the search box, the empty page. */
const PLACES = ['#paper-list', '.no-match button', '#search', '.empty button'];
const PAPER = '.paper';

/** @param {Element} element */
const isGone = (element) =>
  !element.isConnected || element.closest('[hidden], [inert], dialog:not([open])') !== null;

/** @param {HTMLElement | null | undefined} element returns whether it has the focus now */
function takesFocus(element) {
  if (!element || isGone(element)) return false;
  element.focus({ preventScroll: true });
  return document.activeElement === element;
}

/**
 * @param {() => boolean} isComing another list is on its way, and may be what the focus is to go to
 * @param {AbortSignal} signal
 * @returns {() => void} call when something may have gone
 */
export function keepFocus(isComing, signal) {
  /** @type {Element | null} */
  let last = null;
  let wasInPaper = false;
  let waits = false;

  /** Browsers take it from what is hidden only when they draw. */
  function isLost() {
    const active = document.activeElement;
    return !active || active === document.body || isGone(active);
  }

  function look() {
    waits = false;
    if (!isLost() || !last || !isGone(last)) return;
    const sheet = topSheet();
    if (sheet) return void takesFocus(sheet.querySelector('button'));
    if (wasInPaper && takesFocus(document.querySelector(PAPER))) return;
    for (const place of PLACES) {
      if (takesFocus(document.querySelector(place))) return;
      if (isComing()) return;
    }
  }

  /** The page first finishes what it does. */
  function lookSoon() {
    if (waits) return;
    waits = true;
    queueMicrotask(look);
  }

  /** @param {FocusEvent} event */
  function remember({ target }) {
    if (!(target instanceof Element)) return;
    last = target;
    wasInPaper = target.closest(PAPER) !== null;
  }

  /** The user has clicked on nothing: that is no loss. @param {FocusEvent} event */
  function forget({ target, relatedTarget }) {
    queueMicrotask(() => {
      if (target === last && !relatedTarget && last && !isGone(last)) last = null;
    });
  }

  /** A sheet may have been opened from where nothing had the focus. */
  function returnFromSheet() {
    if (topSheet()) return;
    queueMicrotask(() => {
      if (isLost()) takesFocus(document.querySelector(PLACES[0]));
    });
  }

  document.addEventListener('focusin', remember, { signal });
  document.addEventListener('focusout', forget, { signal });
  // Notices hide themselves.
  for (const event of ['click', 'keydown']) window.addEventListener(event, lookSoon, { signal });
  onSheets(returnFromSheet, signal);
  return lookSoon;
}
