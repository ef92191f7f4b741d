// The keyboard: which key means what, wherever the focus is.

/** @typedef {'search' | 'down' | 'up' | 'first' | 'last' | 'open' | 'next' | 'previous' | 'page' | 'back' | 'help' | 'star' | 'unread' | 'tag' | 'note'} Action */

/** @type {Record<string, Action>} */
const KEYS = {
  '/': 'search',
  j: 'down',
  k: 'up',
  'g g': 'first',
  G: 'last',
  n: 'next',
  ']': 'next',
  p: 'previous',
  '[': 'previous',
  o: 'page',
  s: 'star',
  u: 'unread',
  t: 'tag',
  e: 'note',
  Escape: 'back',
  '?': 'help',
};
/** Only where nothing else wants them. @type {Record<string, Action>} */
const IDLE_KEYS = { ArrowDown: 'down', ArrowUp: 'up', Enter: 'open' };
const SEQUENCE_MS = 800;

/** @param {(action: Action) => void} onAction @param {AbortSignal} signal */
export function listenToKeys(onAction, signal) {
  let previous = { key: '', time: 0 };
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
        return;
      const target = event.target instanceof Element ? event.target : document.body;
      // A button that is pressed away in a sheet leaves the keyboard on the page behind it.
      if (document.querySelector('dialog:modal')) return;
      if (target.closest('textarea, select, input:not([type=checkbox])')) return;
      const sequence = event.timeStamp - previous.time < SEQUENCE_MS ? `${previous.key} ${event.key}` : '';
      previous = { key: event.key, time: event.timeStamp };
      const idle = target === document.body;
      const action = KEYS[sequence] ?? KEYS[event.key] ?? (idle ? IDLE_KEYS[event.key] : undefined);
      if (!action) return;
      event.preventDefault();
      onAction(action);
    },
    { signal },
  );
}
