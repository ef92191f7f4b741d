// The keyboard: which key means what, wherever the focus is.

/** @typedef {'search' | 'down' | 'up' | 'first' | 'last' | 'open' | 'next' | 'previous' | 'page' | 'back' | 'help'} Action */

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
      if (target.closest('dialog, textarea, select, input:not([type=checkbox])')) return;
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
