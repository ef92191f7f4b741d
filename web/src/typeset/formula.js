// KaTeX, kept on a short lead: what it is given, what it may do, and what it made before.

import katex from 'katex';
import { CONTROL } from './controls.js';
import { MACROS, normalizeTex } from './normalize-tex.js';

/** @typedef {import('./segments.js').MathSegment} MathSegment */

// KaTeX would show these, which it is not trusted with, in red and without their meaning.
const UNTRUSTED = /\\(?:href|url|includegraphics|html[A-Z])/;
// Short formulas come again and again (`$n$`, `$O(n)$`); a long one is large and comes once.
const CACHE_SIZE = 400;
const CACHED_LENGTH = 200;

/**
 * Settings for one formula. `macros` is new each time, since \gdef writes into it.
 * @param {boolean} displayMode
 * @returns {import('katex').KatexOptions}
 */
export function katexOptions(displayMode) {
  return {
    displayMode,
    output: 'htmlAndMathml',
    throwOnError: true,
    strict: 'ignore',
    trust: false,
    maxSize: 20,
    maxExpand: 300,
    macros: { ...MACROS },
  };
}

/** @type {Map<string, HTMLElement | null>} */
const cache = new Map();

/**
 * A fresh element with the typeset formula, or null if KaTeX refuses it.
 * @param {MathSegment} segment
 * @returns {HTMLElement | null}
 */
export function typesetFormula({ tex, display }) {
  if (tex.length > CACHED_LENGTH) return make(tex, display);
  const key = (display ? 'D' : 'I') + tex;
  let made = cache.get(key);
  if (made === undefined) made = make(tex, display);
  cache.delete(key);
  cache.set(key, made);
  if (cache.size > CACHE_SIZE) cache.delete(/** @type {string} */ (cache.keys().next().value));
  return made && /** @type {HTMLElement} */ (made.cloneNode(true));
}

/**
 * @param {string} tex
 * @param {boolean} display
 */
function make(tex, display) {
  const element = document.createElement('span');
  element.className = display ? 'math math-display' : 'math';
  const source = normalizeTex(tex);
  if (source.search(CONTROL) !== -1 || UNTRUSTED.test(source)) return null;
  try {
    katex.render(source, element, katexOptions(display));
    return element;
  } catch {
    return null;
  }
}
