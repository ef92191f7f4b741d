import { h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { cutBefore } from '../../text/clip.js';
import { renderParagraphs } from '../../typeset/index.js';
import { inSteps } from '../../dom/in-steps.js';

/**
 * The longest real field has 1,922 characters. Browsers lay out a single word in time quadratic in its length
 * (Chromium: 2.4 s for 19,000 letters), and each piece is laid out separately.
 */
const PIECE = 2500;

/**
 * Appends a text of any length; the user asks for what follows the first pieces.
 * @param {Element} parent
 * @param {{ text: string, marks: number[] }} field
 * @param {import('../../typeset/index.js').Budget} budget
 */
export function appendLongText(parent, { text, marks }, budget) {
  const pieces = piecesOf(text);
  if (pieces.length === 1) return parent.append(renderParagraphs(text, { marks, links: true, budget }));
  inSteps(
    parent,
    pieces,
    ({ from, to }) =>
      h(
        'div',
        { class: 'field-piece' },
        renderParagraphs(text.slice(from, to), {
          marks: marks.map((mark) => Math.min(Math.max(mark, from), to) - from),
          links: true,
          budget,
        }),
      ),
    { first: 4, step: 16, label: (n) => t('field.more', { n }) },
  );
}

/** @param {string} text */
function piecesOf(text) {
  const pieces = [];
  let from = 0;
  for (; text.length - from > PIECE; from = pieces[pieces.length - 1].to)
    pieces.push({ from, to: cutBefore(text, from + PIECE) });
  pieces.push({ from, to: text.length });
  return pieces;
}
