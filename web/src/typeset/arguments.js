// Helpers for all commands: the braced argument, and a leaf with the text that a command stands for.

import { CONTROL, visibleControl } from '../text/controls.js';

/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('./segments.js').Segment} Segment */

/**
 * @param {Context} context
 * @param {number} at
 * @param {number} end
 * @returns {{from: number, to: number} | null} the inside of the braced argument
 */
export function argumentAt({ text, braces }, at, end) {
  const open = text[at] === ' ' || text[at] === '\n' ? at + 1 : at;
  const close = braces.get(open);
  return close !== undefined && close < end ? { from: open + 1, to: close } : null;
}

/**
 * @param {number} start
 * @param {number} end
 * @param {string} text
 * @returns {Segment}
 */
export function leaf(start, end, text) {
  return { kind: 'text', start, end, text: text.replace(CONTROL, visibleControl) };
}
