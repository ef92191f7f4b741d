// Runs KaTeX under control: limits its input and its output, and caches results.

import { ACTING, CONTROL } from '../text/controls.js';
import { MACROS, normalizeTex } from './normalize-tex.js';

/** @typedef {import('./segments.js').MathSegment} MathSegment */

// KaTeX is not trusted with these and would show them in red, without their meaning.
const UNTRUSTED = /\\(?:href|url|includegraphics|html[A-Z])/;
// A formula that defines commands can double its size with every few letters. No real digest has one.
const DEFINING =
  /\\(?:[egx]?def|let|futurelet|global|long|newcommand|renewcommand|providecommand)(?![A-Za-z])/;
// Browsers lay out a tree recursively. The deepest real formula has 27 levels, the largest 557 elements.
const MAX_DEPTH = 100;
const MAX_ELEMENTS = 5000;
// Short formulas recur (`$n$`, `$O(n)$`); a long one is large and occurs once.
const CACHE_SIZE = 400;
const CACHED_LENGTH = 200;

/**
 * Settings for one formula. `macros` is a new object each time, because \gdef writes to it.
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
 * KaTeX is most of the page's code and is not needed until there are papers. If it fails to load, formulas stay TeX.
 * All callers share one promise, so that they continue in order: two imports of one module do not guarantee that.
 */
export const loadFormulas = () =>
  (loading ??= import('katex').then(
    (module) => void (katex = module.default),
    () => void (loading = undefined),
  ));

/** Whether formulas can be typeset now. */
export const hasFormulas = () => katex !== undefined;

/** @type {Map<string, HTMLElement | null>} */
const cache = new Map();

/**
 * A new element with the typeset formula, or null if KaTeX rejects it or is not loaded.
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
 * Small enough for a browser, and free of characters that affect the surrounding text (`\char"202E`).
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
