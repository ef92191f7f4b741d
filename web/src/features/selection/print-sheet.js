import { h } from '../../dom/dom.js';
import { printedPaper } from '../paper/printed-paper.js';

/** @typedef {import('../../engine/protocol.js').Paper} Paper */

/** Papers as they are printed, one after the other; the screen does not show them. @param {Paper[]} papers */
export const printSheet = (papers) =>
  h('div', { class: 'print-sheet', 'data-testid': 'print-sheet' }, ...papers.map(printedPaper));
