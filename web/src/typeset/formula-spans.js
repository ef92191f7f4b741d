// Finds where formulas begin and end, and tells a formula's dollar from a currency's.

import { matchAt } from './sticky.js';

/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('./segments.js').MathSegment} MathSegment */

// A longer stretch between delimiters is prose between two stray ones.
const MAX_LENGTH = 1500;
const BLANK_LINE = /\n[ \t\r]*\n/;
const CURRENCY_BEFORE = /(?:^|[^A-Za-z])(?:US|USD|CA|CAD|AU|AUD|C|A|HK|NT|NZ|SG|S|R|MX)$/;
const AMOUNT = /^\s?\d[\d.,]*/;
const MATH_MARK = /[\\^_=<>]/;
const ENVIRONMENTS = /\\begin\{((?:equation|align|gather|multline|eqnarray)\*?|displaymath)\}/y;

/**
 * `$…$` and `$$…$$`.
 * @param {Context} context
 * @param {number} at
 * @param {number} end
 * @returns {MathSegment | null}
 */
export function dollarFormula({ text, find }, at, end) {
  if (text[at + 1] === '$') {
    const close = find('$$', at + 2);
    const found = delimited(text, at, at + 2, close, close + 2, end, true);
    return found && isFormula(found.tex, '', '') ? found : null;
  }
  const close = closingDollar(text, at + 1, end);
  if (close === -1) return null;
  const body = text.slice(at + 1, close);
  return isFormula(body, text.slice(Math.max(0, at - 5), at), text[close + 1] ?? '')
    ? { kind: 'math', start: at, end: close + 1, tex: body, display: false }
    : null;
}

/**
 * `\(…\)`, `\[…\]` and the display environments.
 * @param {Context} context
 * @param {number} at offset of a backslash
 * @param {number} end
 * @returns {MathSegment | null}
 */
export function commandFormula({ text, find }, at, end) {
  const opener = text[at + 1];
  if (opener === '(' || opener === '[') {
    const close = find(opener === '(' ? '\\)' : '\\]', at + 2);
    // `\[12\]` is an escaped bracket in Markdown, not a displayed number.
    if (opener === '[' && close !== -1 && !/[A-Za-z\\=]/.test(text.slice(at + 2, close))) return null;
    return delimited(text, at, at + 2, close, close + 2, end, opener === '[');
  }
  const found = matchAt(ENVIRONMENTS, text, at);
  if (!found) return null;
  const closer = `\\end{${found[1]}}`;
  const close = find(closer, at);
  return delimited(text, at, at, close + closer.length, close + closer.length, end, true);
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} from start of the body
 * @param {number} to end of the body
 * @param {number} stop
 * @param {number} end no formula may extend past it
 * @param {boolean} display
 * @returns {MathSegment | null}
 */
function delimited(text, start, from, to, stop, end, display) {
  if (to <= from || stop > end || to - from > MAX_LENGTH) return null;
  const tex = text.slice(from, to);
  if (tex.trim() === '' || BLANK_LINE.test(tex)) return null;
  return { kind: 'math', start, end: stop, tex, display };
}

/**
 * The next bare dollar outside braces, or else the next bare dollar (`$\text{$x$}` holds two).
 * @param {string} text
 * @param {number} from
 * @param {number} end
 */
function closingDollar(text, from, end) {
  let depth = 0;
  let inner = -1;
  let seen = 0;
  const stop = Math.min(end, from + MAX_LENGTH);
  for (let at = from; at < stop; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (char === '\n' && /^[ \t\r]*\n/.test(text.slice(at + 1, at + 40))) break;
    else if (char === '$') {
      if (depth <= 0) return at;
      if (inner === -1) inner = at;
      if (++seen === 12) break;
    }
  }
  return inner;
}

/**
 * @param {string} body between the dollars
 * @param {string} before text before the first dollar
 * @param {string} next character after the second dollar
 */
function isFormula(body, before, next) {
  if (body.trim() === '') return false;
  const symbols = withoutText(body);
  if (/[，。；：！？、]|[\u3400-\u9fff\uac00-\ud7af]{5}/.test(symbols)) return false;
  const amount = AMOUNT.test(body);
  const marked = MATH_MARK.test(body);
  const words = symbols.match(/(?<![A-Za-z\\-])[A-Za-z]{2,}(?![A-Za-z])/g) ?? [];
  if (amount && CURRENCY_BEFORE.test(before) && !/^[\d.,]+$/.test(body)) return false;
  if (amount && /\d/.test(next) && !/[\\^_]/.test(body)) return false;
  if (amount && words.length > 0 && !/[\\^_=]/.test(body) && (/\s/.test(body) || /\w/.test(next)))
    return false;
  if (!marked && /^\s|\s$/.test(body) && words.some((word) => /^[a-z]+$/.test(word))) return false;
  return words.length < 3 || marked || !/[a-z]{2,}\s+[a-z]{2,}\s+[a-z]{2,}/i.test(symbols);
}

/**
 * The body without command names and without arguments that hold words.
 * @param {string} body
 */
function withoutText(body) {
  return body
    .replace(/\\(?:text[a-z]*|mbox|hbox|math[a-z]+|operatorname\*?|label|tag)\s*\{[^{}]*\}/g, ' ')
    .replace(/\\[A-Za-z]+/g, ' ');
}
