import { h, say } from '../dom/dom.js';
import { clip } from '../text/clip.js';

const PAUSE_MS = 600;
/** The subject of what the user did, which is said before what came of it. */
export const DONE = 'done';
/** The next sentence needs no comma after these. */
const ENDS = /[.!?:。！？：]$/;

/** Speaks to screen readers after a pause, so that typing is not interrupted at each key. */
export function createAnnouncer() {
  const node = h('div', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });
  let timer = 0;
  /** What will be said, by subject. @type {Map<string, string>} */
  const waiting = new Map();

  function speak() {
    const done = waiting.get(DONE) ?? '';
    waiting.delete(DONE);
    const sentences = [done, ...waiting.values()].filter(Boolean);
    waiting.clear();
    say(
      node,
      sentences.reduce(
        (text, next) => `${text}${ENDS.test(text) ? '' : ','} ${next}`,
        sentences.shift() ?? '',
      ),
    );
  }

  return {
    node,
    /** Clears the text, so that it is not read out again. */
    rest() {
      node.textContent = '';
    },
    /**
     * Of several sentences about one subject only the newest is said; an empty one takes back what was not said yet.
     * @param {string} sentence
     * @param {string} [subject]
     */
    say(sentence, subject = '') {
      clearTimeout(timer);
      // The same sentence is said again only if the text changes.
      node.textContent = '';
      waiting.delete(subject);
      // A title of millions of accents would be laid out for minutes, though nobody sees it.
      waiting.set(subject, clip(sentence));
      timer = window.setTimeout(speak, PAUSE_MS);
    },
  };
}
