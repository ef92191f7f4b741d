// Splits a digest's text into segments: plain text, formulas, styled text, links. Pure: no DOM. Segments follow each
// other without gaps and cover the whole text; only a container's own syntax (`\textbf{` and `}`) is between its edges
// and its children.

import { readBreak } from './breaks.js';
import { readCommand, readDollar, readGroup } from './commands.js';
import { makeContext } from './context.js';
import { CONTROL_SOURCE, visibleControl } from '../text/controls.js';
import { readDash, readQuote, readTie } from './punctuation.js';
import { readUrl } from './urls.js';

/**
 * `start` and `end` are UTF-16 offsets into the source. `text` is what a leaf reads as; if it is as long as its source,
 * their characters correspond one to one.
 * @typedef {{kind: 'text', start: number, end: number, text: string}} TextSegment
 * @typedef {{kind: 'control', start: number, end: number, text: string}} ControlSegment
 * @typedef {{kind: 'math', start: number, end: number, tex: string, display: boolean}} MathSegment
 * @typedef {{kind: 'break', start: number, end: number, item: boolean}} BreakSegment
 * @typedef {'plain'|'strong'|'emph'|'code'|'smallcaps'|'underline'|'sup'|'sub'|'aside'} Style
 * @typedef {{kind: Style, start: number, end: number, children: Segment[]}} StyledSegment
 * @typedef {{kind: 'link', start: number, end: number, href: string, children: Segment[]}} LinkSegment
 * @typedef {TextSegment | ControlSegment | MathSegment | BreakSegment | StyledSegment | LinkSegment} Segment
 */

/** @typedef {import('./context.js').Context} Context */

const SPECIAL = new RegExp(`[$\\\\{~\`\n\r]|--|https?://|${CONTROL_SOURCE}`, 'i');
const STOP = new RegExp(`[$\\\\{~\`'"\n\r]|--+|https?://|${CONTROL_SOURCE}`, 'gi');
// Text nested deeper than this is an attack on the stack, not a paper; it is shown as written.
const MAX_DEPTH = 12;

/**
 * @param {string} text
 * @returns {Segment[]}
 */
export function segments(text) {
  if (text === '') return [];
  if (isPlain(text)) return [{ kind: 'text', start: 0, end: text.length, text }];
  const context = makeContext(text, read);
  return context.read(0, text.length, 0);
}

/**
 * True if the text reads exactly as written, so that one text node is enough.
 * @param {string} text
 */
export function isPlain(text) {
  return !SPECIAL.test(text);
}

/**
 * @param {Context} context
 * @param {number} start
 * @param {number} end
 * @param {number} depth
 * @returns {Segment[]}
 */
function read(context, start, end, depth) {
  const { text } = context;
  /** @type {Segment[]} */
  const out = [];
  const stop = new RegExp(STOP);
  let plainFrom = start;
  const flush = (/** @type {number} */ to) => {
    if (to > plainFrom) {
      const run = text.slice(plainFrom, to).replace(/[\r\n]/g, ' ');
      out.push({ kind: 'text', start: plainFrom, end: to, text: run });
    }
  };
  const first = depth === 0 ? context.breaks.get(start) : undefined;
  if (first && first.end === start) out.push(first);
  stop.lastIndex = start;
  for (let found = stop.exec(text); found && found.index < end; found = stop.exec(text)) {
    const at = found.index;
    const segment = depth > MAX_DEPTH ? null : readAt(context, at, end, depth, found[0]);
    if (segment && segment.end <= end) {
      flush(at);
      out.push(segment);
      plainFrom = segment.end;
      stop.lastIndex = segment.end;
    } else if (found[0] === '\\') {
      stop.lastIndex = at + 2;
    }
  }
  flush(end);
  return out;
}

/**
 * @param {Context} context
 * @param {number} at
 * @param {number} end
 * @param {number} depth
 * @param {string} found
 * @returns {Segment | null}
 */
function readAt(context, at, end, depth, found) {
  switch (found[0]) {
    case '$':
      return readDollar(context, at, end, depth);
    case '\\':
      return readCommand(context, at, end, depth);
    case '{':
      return readGroup(context, at, end, depth);
    case '~':
      return readTie(context, at, end);
    case '`':
    case "'":
    case '"':
      return readQuote(context, at, end);
    case '-':
      return readDash(context, at, found.length);
    case 'h':
    case 'H':
      return readUrl(context, at, end);
    case '\n':
    case '\r':
      return readBreak(context, at, depth);
    default:
      return { kind: 'control', start: at, end: at + found.length, text: visibleControl(found) };
  }
}
