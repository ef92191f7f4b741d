/** What of a page stays in view when the next one is shown. */
const KEPT = 0.1;

/**
 * How far a key scrolls, as browsers do; undefined if it does not.
 * @param {Pick<KeyboardEvent, 'key' | 'shiftKey'>} event
 * @param {number} page height of what is in view
 * @returns {number | undefined} in pixels; infinite: to the end
 */
export function scrollOf({ key, shiftKey }, page) {
  const step = page * (1 - KEPT);
  switch (key) {
    case ' ':
      return shiftKey ? -step : step;
    case 'PageDown':
      return step;
    case 'PageUp':
      return -step;
    case 'Home':
      return -Infinity;
    case 'End':
      return Infinity;
    default:
      return undefined;
  }
}

/**
 * While a paper is open, these keys scroll it, also where the list or nothing has the focus: that is where a click on a
 * row and the keys that open papers leave it.
 * @param {HTMLElement} pane of the paper, in what scrolls
 * @param {() => boolean} isOpen
 * @param {AbortSignal} signal stops listening
 */
export function scrollByKeys(pane, isOpen, signal) {
  /** @param {KeyboardEvent} event */
  function scroll(event) {
    if (!isOpen() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { target } = event;
    const isIdle =
      target === document.body || (target instanceof Element && target.matches('[role=listbox]'));
    const column = pane.parentElement;
    if (!isIdle || !column || document.querySelector('dialog:modal')) return;
    const by = scrollOf(event, column.clientHeight);
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    column.scrollTop = Math.max(0, Math.min(column.scrollHeight, column.scrollTop + by));
  }
  // Before the list, where these keys move the cursor.
  window.addEventListener('keydown', scroll, { capture: true, signal });
}
