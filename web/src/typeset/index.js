// Turns a digest's text into nodes: typesets formulas, applies TeX's text commands, links addresses. All else in this
// folder is private to it.

export { hasFormulas, loadFormulas } from './formula.js';
export { copyFormulas } from './copying.js';
export { PAPER_COST, createBudget } from './budget.js';
export { render, renderParagraphs } from './render.js';
export { segments } from './segments.js';

/** @typedef {import('./budget.js').Budget} Budget */
