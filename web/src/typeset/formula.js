// KaTeX, kept on a short lead: what it is given, what it may do, and what it made before.

import { ACTING, CONTROL } from './controls.js';
import { MACROS, normalizeTex } from './normalize-tex.js';

/** @typedef {import('./segments.js').MathSegment} MathSegment */

// KaTeX would show these, which it is not trusted with, in red and without their meaning.
const UNTRUSTED = /\\(?:href|url|includegraphics|html[A-Z])/;
// A formula that defines commands can double its size with every few letters. No real digest's does.
const DEFINING =
  /\\(?:[egx]?def|let|futurelet|global|long|newcommand|renewcommand|providecommand)(?![A-Za-z])/;
// Browsers lay out a tree by recursion. The deepest real formula has 27 levels, the largest 557 elements.
const MAX_DEPTH = 100;
const MAX_ELEMENTS = 5000;
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

/** @typedef {typeof import('katex').default} Katex */

/** @type {Katex | undefined} */
let katex;

/** @type {Promise<void> | undefined} */
let loading;

/**
 * KaTeX is most of the page's code, and nothing needs it before there are papers. Where it cannot be had, formulas stay
 * TeX. Whoever waits for it goes on in turn: two imports of one module do not keep to that.
 */
export const loadFormulas = () =>
  (loading ??= import('katex').then(
    (module) => void (katex = module.default),
    () => void (loading = undefined),
  ));

/** Whether a formula can be typeset now. */
export const hasFormulas = () => katex !== undefined;

/** @type {Map<string, HTMLElement | null>} */
const cache = new Map();

/**
 * A fresh element with the typeset formula, or null if KaTeX refuses it or is not there.
 * @param {MathSegment} segment
 * @returns {HTMLElement | null}
 */
export function typesetFormula({ tex, display }) {
  if (!katex) return null;
  if (tex.length > CACHED_LENGTH) return make(katex, tex, display);
  const key = (display ? 'D' : 'I') + tex;
  let made = cache.get(key);
  if (made === undefined) made = make(katex, tex, display);
  cache.delete(key);
  cache.set(key, made);
  if (cache.size > CACHE_SIZE) cache.delete(/** @type {string} */ (cache.keys().next().value));
  return made && /** @type {HTMLElement} */ (made.cloneNode(true));
}

/**
 * @param {Katex} katex
 * @param {string} tex
 * @param {boolean} display
 */
function make(katex, tex, display) {
  const element = document.createElement('span');
  element.className = display ? 'math math-display' : 'math';
  const source = normalizeTex(tex);
  if (source.search(CONTROL) !== -1 || UNTRUSTED.test(source) || DEFINING.test(source)) return null;
  try {
    katex.render(source, element, katexOptions(display));
    return isModest(element) ? element : null;
  } catch {
    return null;
  }
}

/**
 * Small enough for a browser, and without characters that act on the text around (`\char"202E`).
 * @param {HTMLElement} element
 */
function isModest(element) {
  const elements = element.querySelectorAll('*');
  if (elements.length > MAX_ELEMENTS || (element.textContent ?? '').search(ACTING) !== -1) return false;
  /** @type {Map<Element | null, number>} */
  const depths = new Map([[element, 0]]);
  for (const one of elements) {
    const depth = (depths.get(one.parentElement) ?? 0) + 1;
    if (depth > MAX_DEPTH) return false;
    depths.set(one, depth);
  }
  return true;
}
