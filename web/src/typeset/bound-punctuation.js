// Keeps a formula and the comma after it on one line; browsers may break between them.

/** @typedef {import('./segments.js').Segment} Segment */
/** @typedef {import('./segments.js').TextSegment} TextSegment */

const CLOSING = /^[,.;:!?)\]’”'"，。；：！？、）】]+/;
// A longer formula may have to be broken itself.
const MAX_SYMBOLS = 24;

/**
 * The punctuation of `next` that must stay on the line of the formula before it, and the rest of `next`.
 * @param {Segment} formula
 * @param {Segment | undefined} next
 * @returns {{punctuation: TextSegment, rest: TextSegment} | null}
 */
export function boundPunctuation(formula, next) {
  if (formula.kind !== 'math' || formula.display || symbolCount(formula.tex) > MAX_SYMBOLS) return null;
  if (next?.kind !== 'text' || next.text.length !== next.end - next.start) return null;
  const found = CLOSING.exec(next.text);
  if (!found) return null;
  const middle = next.start + found[0].length;
  return {
    punctuation: { kind: 'text', start: next.start, end: middle, text: found[0] },
    rest: { kind: 'text', start: middle, end: next.end, text: next.text.slice(found[0].length) },
  };
}

/** @param {string} tex */
function symbolCount(tex) {
  return tex.replace(/\\[A-Za-z]+/g, 'x').replace(/[\s{}^_]/g, '').length;
}
