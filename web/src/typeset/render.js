// Segments → DOM nodes. Builds only nodes, never HTML.

import { clip } from '../text/clip.js';
import { createBudget } from './budget.js';
import { appendControl, appendFormula, appendText } from './leaves.js';
import { boundPunctuation } from './bound-punctuation.js';
import { isPlain, segments } from './segments.js';

/** @typedef {import('./segments.js').Segment} Segment */
/** @typedef {import('./segments.js').Style} Style */
/** @typedef {import('./budget.js').Budget} Budget */

/**
 * @typedef {object} Options
 * @property {readonly number[]} [marks] half-open ranges of the source to highlight: [start0, end0, …]
 * @property {boolean} [links] false: addresses stay text (inside something that is itself clickable)
 * @property {Budget} [budget] shared by several texts; by default, that of a line
 */

/** @typedef {Options & { budget: Budget }} Budgeted */

/** @type {Record<Exclude<Style, 'plain'>, [tag: string, className: string]>} */
const ELEMENTS = {
  strong: ['strong', ''],
  emph: ['em', ''],
  code: ['code', ''],
  smallcaps: ['span', 'smallcaps'],
  underline: ['u', ''],
  sup: ['sup', ''],
  sub: ['sub', ''],
  aside: ['span', 'aside'],
};

/**
 * The text as one line: paragraph breaks read as spaces, and an extremely long line is cut.
 * @param {string} text
 * @param {Options} [options]
 */
export function render(text, options = {}) {
  const line = clip(text);
  const fragment = document.createDocumentFragment();
  if (!options.marks?.length && isPlain(line)) fragment.append(line);
  else appendAll(fragment, segments(line), line, withBudget(options));
  return fragment;
}

/**
 * The text as <p> elements; a list item is a <p class="item">.
 * @param {string} text
 * @param {Options} [options]
 */
export function renderParagraphs(text, options = {}) {
  const fragment = document.createDocumentFragment();
  const budgeted = withBudget(options);
  const list = segments(text);
  for (let from = 0; from < list.length;) {
    const opening = list[from];
    let stop = from + 1;
    while (stop < list.length && list[stop].kind !== 'break') stop++;
    const paragraph = document.createElement('p');
    paragraph.setAttribute('dir', 'auto');
    if (opening.kind === 'break' && opening.item) paragraph.className = 'item';
    appendAll(paragraph, list.slice(opening.kind === 'break' ? from + 1 : from, stop), text, budgeted);
    if (paragraph.hasChildNodes()) fragment.append(paragraph);
    from = stop;
  }
  return fragment;
}

/** @param {Options} options */
const withBudget = (options) => ({ ...options, budget: options.budget ?? createBudget() });

/**
 * @param {ParentNode} parent
 * @param {Segment[]} list
 * @param {string} source
 * @param {Budgeted} options
 */
function appendAll(parent, list, source, options) {
  for (let i = 0; i < list.length; i++) {
    const bound = boundPunctuation(list[i], list[i + 1]);
    if (!bound) {
      append(parent, list[i], source, options);
      continue;
    }
    const span = document.createElement('span');
    span.style.whiteSpace = 'nowrap';
    append(span, list[i], source, options);
    append(span, bound.punctuation, source, options);
    parent.append(span);
    append(parent, bound.rest, source, options);
    i++;
  }
}

/**
 * @param {ParentNode} parent
 * @param {Segment} segment
 * @param {string} source
 * @param {Budgeted} options
 */
function append(parent, segment, source, options) {
  const { start, end } = segment;
  const marks = options.marks ?? [];
  switch (segment.kind) {
    case 'text':
      return appendText(parent, segment.text, start, end, marks);
    case 'break':
      return end > start ? parent.append(' ') : undefined;
    case 'control':
      return appendControl(parent, segment.text, start, end, marks);
    case 'math':
      return appendFormula(parent, segment, source, marks, options.budget);
    case 'plain':
      return appendAll(parent, segment.children, source, options);
    case 'link': {
      const link = options.links === false ? document.createElement('span') : makeLink(segment.href);
      appendAll(link, segment.children, source, options);
      if (link.textContent !== segment.href) link.className = 'named';
      return parent.append(link);
    }
    default: {
      const [tag, className] = ELEMENTS[segment.kind];
      const element = document.createElement(tag);
      if (className) element.className = className;
      appendAll(element, segment.children, source, options);
      return parent.append(element);
    }
  }
}

/** @param {string} href */
function makeLink(href) {
  const link = document.createElement('a');
  link.href = href;
  link.rel = 'noopener noreferrer';
  link.target = '_blank';
  return link;
}
