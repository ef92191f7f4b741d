// Turns a digest's text into nodes: formulas typeset, TeX's text commands obeyed, addresses linked.
// Everything else in this folder is private to it.

export { render, renderParagraphs } from './render.js';
export { segments } from './segments.js';
