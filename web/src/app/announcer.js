import { h, say } from '../dom/dom.js';

const PAUSE_MS = 600;

/** Speaks to screen readers after a pause, so that typing is not interrupted at each key. */
export function createAnnouncer() {
  const node = h('div', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });
  let timer = 0;
  return {
    node,
    /** Clears the text, so that it is not read out again. */
    rest() {
      node.textContent = '';
    },
    /** @param {string} sentence */
    say(sentence) {
      clearTimeout(timer);
      timer = window.setTimeout(() => say(node, sentence), PAUSE_MS);
    },
  };
}
