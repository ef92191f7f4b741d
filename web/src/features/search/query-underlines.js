import { fill, h } from '../../dom/dom.js';
import { queryParts } from '../../text/query-parts.js';

/** @typedef {import('../../text/query-parts.js').Range} Range */

/**
 * An input cannot style part of its text. This overlay holds the same text, invisible except for wavy underlines of
 * what was not understood, and scrolls along. `query-issue.js` says the same in words.
 * @param {HTMLInputElement} input
 */
export function createQueryUnderlines(input) {
  const line = h('span', { class: 'query-underlines-line' });
  const node = h('div', { class: 'query-underlines', 'aria-hidden': 'true', hidden: true }, line);
  let shown = '';

  function follow() {
    line.style.transform = `translateX(${-input.scrollLeft}px)`;
  }
  // WebKit scrolls an input's text without a scroll event.
  for (const type of ['scroll', 'selectionchange', 'wheel', 'blur'])
    input.addEventListener(type, () => requestAnimationFrame(follow));

  return {
    node,
    /** @param {{ issues: readonly Range[], text: string }} state text: the query that the issues are about */
    update({ issues, text }) {
      node.hidden = issues.length === 0 || input.value !== text;
      if (node.hidden) return;
      const parts = queryParts(text, issues);
      const state = JSON.stringify(parts);
      if (state !== shown)
        fill(
          line,
          ...parts.map((part) => (part.inside ? h('span', { class: 'is-issue' }, part.text) : part.text)),
        );
      shown = state;
      follow();
    },
  };
}
