// Finds the real line ends of a text. Most line breaks are hard wraps and read as a space; a blank or indented line
// begins a paragraph, and list items have lines of their own.

import { matchAt } from './sticky.js';

/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('./segments.js').BreakSegment} BreakSegment */
/** @typedef {import('./segments.js').Segment} Segment */

const LINE = /(\r\n|[\r\n])([^\S\r\n]*(?:\r\n|[\r\n]))*([^\S\r\n]*)/g;
const ITEM = /[ \t]*(?:([-*•])[ \t]|(\d{1,2})[.)][ \t]|(\d{1,2})[）、]|[(（](\d{1,2})[)）])/y;

/**
 * @param {string} text
 * @returns {Map<number, BreakSegment>} by start; a list item at the very start has an empty break
 */
export function breaksOf(text) {
  const items = listLines(text);
  /** @type {Map<number, BreakSegment>} */
  const breaks = new Map();
  if (items.has(0)) breaks.set(0, { kind: 'break', start: 0, end: 0, item: true });
  for (const line of text.matchAll(LINE)) {
    const start = line.index;
    const end = start + line[0].length;
    const item = items.has(end) || items.has(end - line[3].length);
    const paragraph = line[2] !== undefined || line[3].length >= 2;
    if (item || paragraph) breaks.set(start, { kind: 'break', start, end, item });
  }
  return breaks;
}

/**
 * Offsets of lines that are list items: at least two bullets of one kind, or numbers that count up.
 * @param {string} text
 */
function listLines(text) {
  /** @type {Map<string, number[]>} */
  const bullets = new Map();
  /** @type {{at: number, number: number}[]} */
  const numbered = [];
  for (let at = 0; at !== -1; at = nextLine(text, at)) {
    const found = matchAt(ITEM, text, at);
    if (!found) continue;
    const [, bullet, ...numbers] = found;
    const starts = bullets.get(bullet);
    if (starts) starts.push(at);
    else if (bullet) bullets.set(bullet, [at]);
    else numbered.push({ at, number: Number(numbers.find(Boolean)) });
  }
  const lines = new Set([...bullets.values()].filter((starts) => starts.length > 1).flat());
  for (let i = 1; i < numbered.length; i++) {
    if (numbered[i].number === numbered[i - 1].number + 1) {
      lines.add(numbered[i - 1].at);
      lines.add(numbered[i].at);
    }
  }
  return lines;
}

/**
 * @param {string} text
 * @param {number} from
 */
function nextLine(text, from) {
  const at = text.indexOf('\n', from);
  return at === -1 ? -1 : at + 1;
}

/**
 * @param {Context} context
 * @param {number} at
 * @param {number} depth
 * @returns {Segment | null}
 */
export function readBreak({ text, breaks }, at, depth) {
  const found = breaks.get(at);
  if (found && depth === 0) return found;
  const around = /^[\r\n]+[ \t]*/.exec(text.slice(at, at + 200));
  const after = at + (around ? around[0].length : 1);
  const joins = isCjk(text[at - 1]) && isCjk(text[after]);
  return joins ? { kind: 'text', start: at, end: after, text: '' } : null;
}

/** @param {string | undefined} char */
function isCjk(char) {
  return char !== undefined && /[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]/.test(char);
}
