// Builds nodes. Digest text can only become a text node or one of the listed attributes; control characters that would
// affect the surrounding text are shown as symbols.
import { showControls } from '../text/controls.js';
import { isWebLink } from '../text/web-link.js';

const ALLOWED = new Set([
  'accept',
  'autocapitalize',
  'autocomplete',
  'checked',
  'class',
  'colspan',
  'dir',
  'disabled',
  'enterkeyhint',
  'for',
  'hidden',
  'href',
  'id',
  'inert',
  'inputmode',
  'lang',
  'list',
  'max',
  'multiple',
  'name',
  'open',
  'placeholder',
  'rel',
  'role',
  'rows',
  'scope',
  'selected',
  'spellcheck',
  'tabindex',
  'target',
  'title',
  'type',
  'value',
  'webkitdirectory',
]);

/** Attributes that people read or hear. */
const SAID = new Set(['title', 'placeholder', 'aria-label', 'aria-valuetext', 'aria-description']);

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {string | number | boolean | null | undefined} Value */
/** @typedef {{ [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void }} Listeners */
/** @typedef {{ on?: Listeners, [attribute: string]: Value | Listeners }} Attributes */

/**
 * @param {Element} node
 * @param {string} name
 * @param {Value} value false, null and undefined remove the attribute
 */
export function setAttribute(node, name, value) {
  if (!ALLOWED.has(name) && !name.startsWith('data-') && !name.startsWith('aria-'))
    throw new Error(`attribute not allowed: ${name}`);
  if (name === 'href' && !(typeof value === 'string' && (isWebLink(value) || value.startsWith('#'))))
    throw new Error('a link must be http, https or a fragment');
  if (value === false || value === null || value === undefined) node.removeAttribute(name);
  else {
    const text = value === true ? '' : String(value);
    node.setAttribute(name, SAID.has(name) ? showControls(text) : text);
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, { on, ...attributes } = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    setAttribute(node, name, /** @type {Value} */ (value));
  for (const [type, listener] of Object.entries(on ?? {}))
    node.addEventListener(type, /** @type {EventListener} */ (listener));
  node.append(...present(children));
  return node;
}

/**
 * @param {Element} node
 * @param {...Child} children
 */
export function fill(node, ...children) {
  node.replaceChildren(...present(children));
}

/** @param {Child[]} children */
const present = (children) =>
  /** @type {(Node | string)[]} */ (children.filter((child) => child || child === '')).map((child) =>
    typeof child === 'string' ? showControls(child) : child,
  );

/** @param {Node} node @param {string} text */
export function say(node, text) {
  node.textContent = showControls(text);
}
