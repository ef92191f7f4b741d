// TeX's text-mode commands and groups: `\textbf{…}`, `{\em …}`, `\%`, `\'e`, `\href{…}{…}`.

import { readAccent } from './accents.js';
import { argumentAt, leaf } from './arguments.js';
import { LETTERS, STYLES, SWITCHES, SYMBOLS, WORDS } from './command-tables.js';
import { commandFormula, dollarFormula } from './formula-spans.js';
import { readHref, readUrlCommand } from './link-commands.js';
import { matchAt } from './sticky.js';

/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('./segments.js').Segment} Segment */
/** @typedef {import('./segments.js').Style} Style */

const NAME = /\\([A-Za-z]+)/y;
const CITE = /cite[a-z]*(?:\[([^[\]{}]{0,80})\])?/iy;
const SWITCH = /\{\s*\\([A-Za-z]+)(?:\s+|\{\}|(?![A-Za-z]))/y;
const COLOUR = /\{\s*\\color\s?\{[\w!.-]*\}\s*/y;

/**
 * @param {Context} context
 * @param {number} at offset of a backslash
 * @param {number} end
 * @param {number} depth
 * @returns {Segment | null} null: not supported, shown as written
 */
export function readCommand(context, at, end, depth) {
  const { text } = context;
  const formula = commandFormula(context, at, end);
  if (formula) return formula;
  const accent = readAccent(text, at);
  if (accent) return leaf(at, accent.end, accent.letter);
  const symbol = SYMBOLS.get(text[at + 1]);
  if (symbol !== undefined) return leaf(at, at + 2, symbol);
  const name = matchAt(NAME, text, at)?.[1];
  return name === undefined ? null : readNamed(context, at, end, depth, name);
}

/**
 * A formula in dollars. If it is only a link (`$\href{…}{here}$`, which MathJax allows), it is a link.
 * @param {Context} context
 * @param {number} at offset of a dollar
 * @param {number} end
 * @param {number} depth
 * @returns {Segment | null}
 */
export function readDollar(context, at, end, depth) {
  const formula = dollarFormula(context, at, end);
  if (!formula || !/^\\(?:href|url)\s?\{/.test(formula.tex)) return formula;
  const close = at + 1 + formula.tex.length;
  const link = readCommand(context, at + 1, close, depth);
  const isWhole = link?.kind === 'link' && link.end === close;
  return isWhole ? { ...link, start: at, end: formula.end } : formula;
}

/**
 * A brace that begins with a command is TeX's group; any other is a brace.
 * @param {Context} context
 * @param {number} at
 * @param {number} end
 * @param {number} depth
 * @returns {Segment | null}
 */
export function readGroup(context, at, end, depth) {
  const { text, braces } = context;
  const close = braces.get(at);
  if (close === undefined || close >= end || !/[\s\\]/.test(text[at + 1])) return null;
  const found = matchAt(SWITCH, text, at);
  const style = found && SWITCHES.get(found[1]);
  if (found && style) return styled(context, style, at, at + found[0].length, close, depth);
  const colour = matchAt(COLOUR, text, at);
  if (colour) return styled(context, 'plain', at, at + colour[0].length, close, depth);
  const name = matchAt(NAME, text, at + 1)?.[1] ?? '';
  const understood = STYLES.has(name) || LETTERS.has(name) || WORDS.has(name) || readAccent(text, at + 1);
  return understood ? styled(context, 'plain', at, at + 1, close, depth) : null;
}

/**
 * @param {Context} context
 * @param {number} at
 * @param {number} end
 * @param {number} depth
 * @param {string} name
 * @returns {Segment | null}
 */
function readNamed(context, at, end, depth, name) {
  const { text } = context;
  const after = at + 1 + name.length;
  const style = STYLES.get(name);
  if (style) {
    const argument = argumentAt(context, after, end);
    return argument && styled(context, style, at, argument.from, argument.to, depth);
  }
  const letter = LETTERS.get(name);
  if (letter !== undefined) return leaf(at, afterLetter(text, after), letter);
  const word = WORDS.get(name);
  if (word !== undefined) {
    const stop = text.startsWith('{}', after) ? after + 2 : after;
    return leaf(at, word.endsWith('.') && text[stop] === '.' ? stop + 1 : stop, word);
  }
  if (name === 'url' || name === 'nolinkurl') return readUrlCommand(context, at, after, end);
  if (name === 'href' || name === 'hyperlink') return readHref(context, at, after, end, depth);
  if (name === 'textcolor') {
    const colour = argumentAt(context, after, end);
    const argument = colour && argumentAt(context, colour.to + 1, end);
    return argument && styled(context, 'plain', at, argument.from, argument.to, depth);
  }
  if (name === 'label') {
    const argument = argumentAt(context, after, end);
    return argument && leaf(at, argument.to + 1, '');
  }
  return readCite(context, at, end);
}

/**
 * @param {Context} context
 * @param {number} at
 * @param {number} end
 * @returns {Segment | null}
 */
function readCite(context, at, end) {
  const cite = matchAt(CITE, context.text, at + 1);
  const argument = cite && argumentAt(context, at + 1 + cite[0].length, end);
  if (!argument) return null;
  const parts = [context.text.slice(argument.from, argument.to), cite[1]];
  return leaf(at, argument.to + 1, `[${parts.filter(Boolean).join(', ')}]`);
}

/**
 * @param {Context} context
 * @param {Style} kind
 * @param {number} start
 * @param {number} from start of the children
 * @param {number} close the closing brace
 * @param {number} depth
 * @returns {Segment}
 */
function styled(context, kind, start, from, close, depth) {
  const inside = context.read(from, close, depth + 1);
  const children =
    kind === 'aside' ? [leaf(start, from, ' ('), ...inside, leaf(close, close + 1, ')')] : inside;
  return { kind, start, end: close + 1, children };
}

/**
 * @param {string} text
 * @param {number} after
 */
function afterLetter(text, after) {
  if (text.startsWith('{}', after)) return after + 2;
  return text[after] === ' ' && /\p{L}/u.test(text[after + 1] ?? '') ? after + 1 : after;
}
