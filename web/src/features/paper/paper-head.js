import { h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { clip } from '../../text/clip.js';
import { languageOf } from '../../text/language-of.js';
import { arxivLinks, codeLinks, otherLink } from '../../text/links.js';
import { render } from '../../typeset/index.js';
import { inSteps } from '../../dom/in-steps.js';

/** @typedef {import('../../engine/protocol.js').Paper} Paper */
/** @typedef {(facet: 'categories' | 'authors', value: string) => void} OnFilter */

const FIRST = 12;
/** More than the 3,303 authors of the longest real list. */
const STEP = 4000;

/** @param {Paper} paper @param {OnFilter} onFilter @param {import('../../typeset/index.js').Budget} budget */
export function paperHead(paper, onFilter, budget) {
  const { text, marks } = paper.title;
  return h(
    'header',
    { class: 'paper-head' },
    kicker(paper, onFilter),
    h(
      'h2',
      { class: 'paper-title', lang: languageOf(text), dir: 'auto' },
      render(text, { marks, links: false, budget }),
    ),
    authors(paper, (name) => onFilter('authors', name)),
    links(paper),
  );
}

/** @param {Paper} paper @param {OnFilter} onFilter */
function kicker(paper, onFilter) {
  const line = h('p', { class: 'paper-kicker' });
  line.append(h('span', { class: 'paper-number' }, t('paper.number', { n: String(paper.number) })));
  /** @param {string} category */
  const make = (category) =>
    h(
      'button',
      {
        type: 'button',
        class: 'paper-category',
        title: t('paper.in', { category: clip(category) }),
        on: { click: () => onFilter('categories', category) },
      },
      render(category, { links: false }),
    );
  inSteps(line, paper.categories, make, { first: FIRST, step: STEP, label: (n) => t('more', { n }) });
  return line;
}

/** @param {Paper} paper @param {(name: string) => void} onAuthor */
function authors(paper, onAuthor) {
  const list = h('ul', { class: 'paper-authors' });
  /** @param {Paper['authors'][number]} author */
  const make = ({ text, marks }) =>
    h(
      'li',
      {},
      h(
        'button',
        { type: 'button', title: t('paper.by', { author: clip(text) }), on: { click: () => onAuthor(text) } },
        render(text, { marks, links: false }),
      ),
    );
  inSteps(list, paper.authors, make, {
    first: FIRST,
    step: STEP,
    label: (n) => t('paper.authors.more', { n }),
    around: (button) => h('li', { class: 'paper-authors-more' }, button),
  });
  return list;
}

/** @param {Paper} paper */
function links(paper) {
  const arxiv = arxivLinks(paper);
  const other = arxiv ? null : otherLink(paper.url);
  const code = codeLinks(paper.fields.map((field) => field.text));
  const all = [
    ...(arxiv
      ? [
          { url: arxiv.abstract, label: t('paper.abstract') },
          { url: arxiv.pdf, label: t('paper.pdf') },
          { url: arxiv.html, label: t('paper.html') },
        ]
      : []),
    ...(other ? [other] : []),
    ...code,
  ];
  return (
    all.length > 0 &&
    h('ul', { class: 'paper-links' }, ...all.map(({ url, label }) => h('li', {}, outwardLink(url, label))))
  );
}

/** @param {string} url @param {string} label */
const outwardLink = (url, label) =>
  h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, clip(label));
