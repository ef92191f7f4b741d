// Turns a digest's text into nodes: formulas typeset, TeX's text commands obeyed, addresses linked.
// Everything else in this folder is private to it.

export { hasFormulas, loadFormulas } from './formula.js';
export { PAPER_COST, createBudget } from './budget.js';
export { render, renderParagraphs } from './render.js';
export { segments } from './segments.js';

/** @typedef {import('./budget.js').Budget} Budget */
