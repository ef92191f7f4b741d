import { h } from '../dom/dom.js';

/** What stands before the name of a tag, in its colour. @param {string} colour "" if it has none */
export const tagSign = (colour) => h('span', { class: 'tag-sign', 'data-colour': colour || false }, '#');
