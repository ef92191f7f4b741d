// TeX's punctuation: `--`, ``quotes'', and ties. Replaced only where nothing else can be meant.

import { matchAt } from './sticky.js';

/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('./segments.js').TextSegment} TextSegment */

const SINGLE_QUOTED = /`[^\s`'][^`'\n]{0,80}'(?![\p{L}\p{N}])/uy;
// What a number is tied to in any text: `Fig.~1`, `Study~2`.
const TITLED = /(?:^|[^\p{L}])[A-Z]\w*[a-z]\w*$/u;

/**
 * A run of hyphens between words, numbers or spaces: two read as an en dash, three as an em dash.
 * @param {Context} context
 * @param {number} at
 * @param {number} count
 * @returns {TextSegment | null}
 */
export function readDash({ text }, at, count) {
  if (count > 3) return null;
  const before = text[at - 1] ?? ' ';
  const after = text[at + count] ?? ' ';
  const joins = /[\p{L}\p{N}%.,;)\]}'"$”’]/u.test(before) && /[\p{L}\p{N}([{'"$\\“‘`]/u.test(after);
  const stands = /\s/.test(before) && /\s/.test(after);
  if (!joins && !stands) return null;
  return { kind: 'text', start: at, end: at + count, text: count === 2 ? '–' : '—' };
}

/**
 * @param {Context} context
 * @param {number} at
 * @param {number} end
 * @returns {TextSegment | null}
 */
export function readQuote({ text, closers, find }, at, end) {
  const closer = closers.get(at);
  if (closer !== undefined) {
    return { kind: 'text', start: at, end: at + (closer === '”' ? doubleLength(text, at) : 1), text: closer };
  }
  if (text[at] !== '`') return null;
  if (text[at + 1] === '`' && text[at + 2] !== '`') {
    const close = nearest(find("''", at + 2), find('"', at + 2));
    if (close === -1 || close >= end || close - at > 400 || /\n\s*\n/.test(text.slice(at, close)))
      return null;
    closers.set(close, '”');
    return { kind: 'text', start: at, end: at + 2, text: '“' };
  }
  const found = matchAt(SINGLE_QUOTED, text, at);
  if (!found || at + found[0].length > end) return null;
  closers.set(at + found[0].length - 1, '’');
  return { kind: 'text', start: at, end: at + 1, text: '‘' };
}

/**
 * A tie is TeX's non-breaking space between a word and what belongs to it. Elsewhere `~` means "about" or "to", and
 * losing it would change a number: if the text has no other TeX, a doubtful one is kept.
 * @param {Context} context
 * @param {number} at
 * @param {number} end
 * @returns {TextSegment | null}
 */
export function readTie({ text, isTex }, at, end) {
  const head = text.slice(Math.max(0, at - 24), at);
  const tail = text.slice(at + 1, Math.min(end, at + 12));
  if (/^\\footnote/.test(tail)) return { kind: 'text', start: at, end: at + 1, text: '' };
  const tied =
    /^(?:\\(?:cite|ref|eqref)| ?\\[a-z]| https?:)/.test(tail) ||
    (/[^\s~/]$/.test(head) && (isTied(head, tail) || (isTex && isTiedInTex(head, tail))));
  return tied ? { kind: 'text', start: at, end: at + 1, text: '\u00a0' } : null;
}

/**
 * @param {string} head
 * @param {string} tail
 */
function isTied(head, tail) {
  if (/^\d/.test(tail))
    return /[A-Za-z]\.$/.test(head) || (TITLED.test(head) && !/^(?:[\d.]+%|0?\.\d)/.test(tail));
  if (/^[A-Za-z`]/.test(tail))
    return /[A-Za-z\u00c0-\u024f]{2}$|[A-Za-z.][.,;]$|\d[%D]?$|(?:^|\s)a$/.test(head);
  return /^[($]/.test(tail) && /[A-Za-z]{2}$/.test(head);
}

/**
 * @param {string} head
 * @param {string} tail
 */
function isTiedInTex(head, tail) {
  if (/(?:\\[A-Za-z]+(?:\{\})?|[a-z]\}|\\[)\]]|[^\\]\$)$/.test(head)) return /^[A-Za-z\d$\\(]/.test(tail);
  if (/^\d/.test(tail)) return /[A-Za-z]{2}$|[A-Za-z\d],$/.test(head) && !/^(?:[\d.]+%|0?\.\d)/.test(tail);
  return /^[A-Za-z$\\`]/.test(tail) && /[)\]]$/.test(head);
}

/**
 * @param {string} text
 * @param {number} at
 */
function doubleLength(text, at) {
  return text[at] === '"' ? 1 : 2;
}

/**
 * @param {number} a
 * @param {number} b
 */
function nearest(a, b) {
  if (a === -1 || b === -1) return Math.max(a, b);
  return Math.min(a, b);
}
