// The leaves of a rendered text, with highlights: text, formulas, symbols for control characters.

import { CONTROL, visibleControl } from '../text/controls.js';
import { typesetFormula } from './formula.js';

/** @typedef {import('./segments.js').MathSegment} MathSegment */

/**
 * Appends `text`, which stands for `start` to `end` of the source. Text as long as its source is highlighted by
 * character, other text (`%` for `\\%`) as a whole.
 * @param {ParentNode} parent
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {readonly number[]} marks
 */
export function appendText(parent, text, start, end, marks) {
  if (text === '') return;
  if (text.length !== end - start) {
    parent.append(isMarked(marks, start, end) ? markOf(text) : text);
    return;
  }
  let done = start;
  for (let i = 0; i + 1 < marks.length; i += 2) {
    const from = Math.max(marks[i], done);
    const to = Math.min(marks[i + 1], end);
    if (from >= to) continue;
    if (from > done) parent.append(text.slice(done - start, from - start));
    parent.append(markOf(text.slice(from - start, to - start)));
    done = to;
  }
  if (done < end) parent.append(text.slice(done - start));
}

/**
 * @param {ParentNode} parent
 * @param {string} symbol
 * @param {number} start
 * @param {number} end
 * @param {readonly number[]} marks
 */
export function appendControl(parent, symbol, start, end, marks) {
  const span = document.createElement('span');
  span.className = 'ctl';
  span.append(symbol);
  parent.append(isMarked(marks, start, end) ? markOf(span) : span);
}

/**
 * A formula is highlighted as a whole. If KaTeX rejects it or the budget does not cover it, it is shown as written.
 * @param {ParentNode} parent
 * @param {MathSegment} segment
 * @param {string} source
 * @param {readonly number[]} marks
 * @param {import('./budget.js').Budget} budget
 */
export function appendFormula(parent, segment, source, marks, budget) {
  const formula = budget.spend(segment.tex, () => typesetFormula(segment));
  if (formula) {
    if (isMarked(marks, segment.start, segment.end)) formula.classList.add('marked');
    parent.append(formula);
    return;
  }
  const span = document.createElement('span');
  span.className = 'math-source';
  let done = segment.start;
  for (const found of source.slice(segment.start, segment.end).matchAll(CONTROL)) {
    const at = segment.start + found.index;
    appendText(span, source.slice(done, at), done, at, marks);
    done = at + found[0].length;
    appendControl(span, visibleControl(found[0]), at, done, marks);
  }
  appendText(span, source.slice(done, segment.end), done, segment.end, marks);
  parent.append(span);
}

/** @param {string | Node} content */
function markOf(content) {
  const mark = document.createElement('mark');
  mark.append(content);
  return mark;
}

/**
 * @param {readonly number[]} marks
 * @param {number} start
 * @param {number} end
 */
function isMarked(marks, start, end) {
  for (let i = 0; i + 1 < marks.length; i += 2) {
    if (marks[i] < end && marks[i + 1] > start) return true;
  }
  return false;
}
