// Builds nodes of drawings. As with h(), only listed attributes can be set.
import { showControls } from '../text/controls.js';

const ALLOWED = new Set([
  'class',
  'd',
  'dy',
  'height',
  'role',
  'text-anchor',
  'viewBox',
  'width',
  'x',
  'x1',
  'x2',
  'y',
  'y1',
  'y2',
]);

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(SVGElement | string)} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes, ...children) {
  const node = /** @type {SVGElement} */ (document.createElementNS('http://www.w3.org/2000/svg', tag));
  for (const [name, value] of Object.entries(attributes)) {
    if (!ALLOWED.has(name) && !name.startsWith('aria-') && !name.startsWith('data-'))
      throw new Error(`attribute not allowed: ${name}`);
    node.setAttribute(name, showControls(String(value)));
  }
  node.append(...children.map((child) => (typeof child === 'string' ? showControls(child) : child)));
  return node;
}
