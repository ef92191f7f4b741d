import { h } from '../dom.js';
import { t } from '../i18n/index.js';
import { languageOf } from '../text/language-of.js';
import { arxivLinks, codeLinks, otherLink } from '../text/links.js';
import { render } from '../typeset/index.js';

/** @typedef {import('../engine/protocol.js').Paper} Paper */
/** @typedef {(facet: 'categories' | 'authors', value: string) => void} OnFilter */

const FIRST_AUTHORS = 12;

/** @param {Paper} paper @param {OnFilter} onFilter */
export function paperHead(paper, onFilter) {
  return h(
    'header',
    { class: 'paper-head' },
    h('p', { class: 'paper-kicker' }, ...kicker(paper, onFilter)),
    h(
      'h2',
      { class: 'paper-title', lang: languageOf(paper.title.text) },
      render(paper.title.text, { marks: paper.title.marks, links: false }),
    ),
    authors(paper, (name) => onFilter('authors', name)),
    links(paper),
  );
}

/** @param {Paper} paper @param {OnFilter} onFilter */
const kicker = (paper, onFilter) => [
  h('span', { class: 'paper-number' }, t('paper.number', { n: String(paper.number) })),
  ...paper.categories.map((category) =>
    h(
      'button',
      {
        type: 'button',
        class: 'paper-category',
        title: t('paper.in', { category }),
        on: { click: () => onFilter('categories', category) },
      },
      render(category, { links: false }),
    ),
  ),
];

/** @param {Paper} paper @param {(name: string) => void} onAuthor */
function authors(paper, onAuthor) {
  const list = h('ul', { class: 'paper-authors' });
  /** @param {Paper['authors']} some */
  const add = (some) =>
    list.append(
      ...some.map(({ text, marks }) =>
        h(
          'li',
          {},
          h(
            'button',
            { type: 'button', title: t('paper.by', { author: text }), on: { click: () => onAuthor(text) } },
            render(text, { marks, links: false }),
          ),
        ),
      ),
    );
  add(paper.authors.slice(0, FIRST_AUTHORS));
  const rest = paper.authors.slice(FIRST_AUTHORS);
  if (rest.length === 0) return list;
  const unfold = () => {
    const first = list.children.length - 1;
    more.remove();
    add(rest);
    list.children[first].querySelector('button')?.focus();
  };
  const more = h(
    'li',
    { class: 'paper-authors-more' },
    h('button', { type: 'button', on: { click: unfold } }, t('paper.authors.more', { n: rest.length })),
  );
  list.append(more);
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
  h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, label);
