// Choosing days in a calendar by pointer and by keyboard.
import { dateAfter, rangeOf, weekdayOf } from '../../app/days.js';

/**
 * @typedef {object} Calendar
 * @property {() => string} active the date that has the focus, or would take it
 * @property {(date: string) => void} go makes it the active one, and shows its month
 * @property {(range: string | null) => void} offer shows what would be chosen
 * @property {(date: string, month: 1 | -1) => string} monthAway the same day of the next or previous month
 * @property {(day: string, adds: boolean) => void} pick chooses a day, or takes it away; adds: beside the others
 * @property {(range: string) => void} choose chooses nothing else
 */

/** @param {HTMLElement} grid @param {Calendar} calendar @param {(date: string) => void} focus */
export function chooseInCalendar(grid, calendar, focus) {
  /** Where a range begins; null: at the active date. @type {string | null} */
  let anchor = null;
  /** The other end of the range that a drag or the keys with Shift offer. @type {string | null} */
  let end = null;
  /** Where a drag began. @type {string | null} */
  let dragged = null;

  /** @param {string | null} to */
  function offer(to) {
    end = to;
    calendar.offer(anchor !== null && to !== null && to !== anchor ? rangeOf(anchor, to) : null);
  }

  /** @param {string} day */
  function choose(day) {
    const range = rangeOf(anchor ?? day, day);
    offer(null);
    calendar.choose(range);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const active = calendar.active();
    const to = targetOf(event.key, active, calendar);
    if (to) {
      event.preventDefault();
      if (!event.shiftKey) anchor = null;
      else anchor ??= active;
      calendar.go(to);
      // The calendar may have an end here.
      offer(event.shiftKey ? calendar.active() : null);
      return focus(calendar.active());
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (end !== null) return choose(end);
      anchor = active;
      calendar.pick(active, event.ctrlKey || event.metaKey);
    } else if (event.key === 'Escape' && end !== null) {
      event.preventDefault();
      anchor = null;
      offer(null);
    }
  }

  /** @param {Event} event */
  const dayAt = ({ target }) =>
    (target instanceof Element ? target.closest('[data-day]')?.getAttribute('data-day') : null) ?? null;

  /** @param {MouseEvent} event */
  function onClick(event) {
    const day = dayAt(event);
    if (!day) return;
    calendar.go(day);
    if (event.shiftKey && anchor !== null) return choose(day);
    anchor = day;
    offer(null);
    calendar.pick(day, event.ctrlKey || event.metaKey);
  }

  /** @param {PointerEvent} event */
  function onDown(event) {
    const day = dayAt(event);
    if (!day || event.button !== 0 || event.shiftKey) return;
    dragged = day;
    // A finger would otherwise stay with the day that it touched first.
    const { target, pointerId } = event;
    if (target instanceof Element && target.hasPointerCapture(pointerId))
      target.releasePointerCapture(pointerId);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', stop);
  }

  /** @param {PointerEvent} event */
  function onOver(event) {
    const day = dayAt(event);
    if (dragged === null || !day || (end === null && day === dragged)) return;
    anchor = dragged;
    offer(day);
  }

  function onUp() {
    const to = end;
    stop();
    if (to === null || to === anchor) return;
    calendar.go(to);
    choose(to);
  }

  function stop() {
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', stop);
    dragged = null;
    offer(null);
  }

  grid.addEventListener('keydown', onKey);
  grid.addEventListener('click', onClick);
  grid.addEventListener('pointerdown', onDown);
  grid.addEventListener('pointerover', onOver);
}

/** Where a key leads. @param {string} key @param {string} from @param {Calendar} calendar */
function targetOf(key, from, calendar) {
  switch (key) {
    case 'ArrowLeft':
      return dateAfter(from, -1);
    case 'ArrowRight':
      return dateAfter(from, 1);
    case 'ArrowUp':
      return dateAfter(from, -7);
    case 'ArrowDown':
      return dateAfter(from, 7);
    case 'Home':
      return dateAfter(from, -weekdayOf(from));
    case 'End':
      return dateAfter(from, 6 - weekdayOf(from));
    case 'PageUp':
      return calendar.monthAway(from, -1);
    case 'PageDown':
      return calendar.monthAway(from, 1);
    default:
      return null;
  }
}
