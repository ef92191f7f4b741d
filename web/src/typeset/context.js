// What is known about a whole text before any part of it is read.

import { matchBraces } from './braces.js';
import { breaksOf } from './breaks.js';

/** @typedef {import('./segments.js').BreakSegment} BreakSegment */
/** @typedef {import('./segments.js').Segment} Segment */

/**
 * Shared by the readers of one text.
 * @typedef {object} Context
 * @property {string} text
 * @property {Map<number, number>} braces opening brace → its closing brace
 * @property {Map<number, BreakSegment>} breaks by start
 * @property {Map<number, string>} closers closing quotes found with their openers: offset → glyph
 * @property {boolean} isTex the text has TeX commands or formulas
 * @property {(start: number, end: number, depth: number) => Segment[]} read
 * @property {(needle: string, from: number) => number} find next occurrence, -1 if none
 */

/**
 * @param {string} text
 * @param {(context: Context, start: number, end: number, depth: number) => Segment[]} read
 * @returns {Context}
 */
export function makeContext(text, read) {
  /** @type {Context} */
  const context = {
    text,
    braces: text.includes('{') ? matchBraces(text) : new Map(),
    breaks: /[\n\r]/.test(text) ? breaksOf(text) : new Map(),
    closers: new Map(),
    isTex: /\\[A-Za-z%&(]|\$[^$\d][^$]*\$/.test(text),
    read: (start, end, depth) => read(context, start, end, depth),
    find: makeFinder(text),
  };
  return context;
}

/**
 * indexOf that remembers its last result, so that many openers without a closer cost only one pass.
 * @param {string} text
 */
function makeFinder(text) {
  /** @type {Map<string, {from: number, at: number}>} */
  const known = new Map();
  return (/** @type {string} */ needle, /** @type {number} */ from) => {
    const last = known.get(needle);
    if (last && last.from <= from && (last.at === -1 || last.at >= from)) return last.at;
    const at = text.indexOf(needle, from);
    known.set(needle, { from, at });
    return at;
  };
}
