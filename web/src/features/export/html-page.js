// Papers as one page to print or send: no script, no file beside it, formulas as MathML.
import { h } from '../../dom/dom.js';
import { language } from '../../i18n/language.js';
import { t } from '../../i18n/index.js';
import { tagsOf } from '../../marks/mark.js';
import { loadFormulas, render } from '../../typeset/index.js';
import { printedPaper } from '../paper/printed-paper.js';
import { STYLE } from './html-style.js';

/** @typedef {import('../../engine/protocol.js').Paper} Paper */
/** @typedef {import('../../storage/database.js').Mark} Mark */

/** So many papers are typeset before the browser may do something else. */
const AT_ONCE = 10;

const nextTurn = () => new Promise((resolve) => setTimeout(resolve));

/**
 * The page's source. It loads nothing, and its policy says so.
 * @param {readonly Paper[]} papers
 * @param {(work: string) => Mark | undefined} markOf
 */
export async function htmlPage(papers, markOf) {
  await loadFormulas();
  const body = h('body', {}, h('h1', {}, t('export.page.title', { n: papers.length })));
  for (const [i, paper] of papers.entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) await nextTurn();
    body.append(article(paper, markOf(paper.work)));
  }
  const head = h(
    'head',
    {},
    charset(),
    policy(),
    h('title', {}, t('export.page.title', { n: papers.length })),
    style(),
  );
  const page = h('html', { lang: language() }, head, body);
  return `<!doctype html>\n${new XMLSerializer().serializeToString(page)}\n`;
}

/** @param {Paper} paper @param {Mark | undefined} mark */
function article(paper, mark) {
  const node = printedPaper(paper);
  // What is only for the screen, or only for assistive technology beside it.
  for (const each of node.querySelectorAll('button, .katex-html')) each.remove();
  for (const each of node.querySelectorAll('*')) {
    for (const { name } of [...each.attributes]) if (name.startsWith('data-')) each.removeAttribute(name);
  }
  const tags = mark ? tagsOf(mark) : [];
  if (tags.length > 0) node.append(h('p', { class: 'tags' }, render(tags.join(' · '), { links: false })));
  if (mark?.note) node.append(h('p', { class: 'note', dir: 'auto' }, mark.note));
  return node;
}

const charset = () => withAttributes('meta', { charset: 'utf-8' });
const policy = () =>
  withAttributes('meta', {
    'http-equiv': 'Content-Security-Policy',
    content: "default-src 'none'; style-src 'unsafe-inline'",
  });

/** Attributes that the page itself has no use for. @param {string} tag @param {Record<string, string>} attributes */
function withAttributes(tag, attributes) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

/** As it is serialized, its text holds no sign that XML escapes. */
function style() {
  const node = document.createElement('style');
  node.textContent = STYLE;
  return node;
}
