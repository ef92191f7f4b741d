import { h } from '../../dom/dom.js';
import { categoryLabel } from '../../i18n/categories.js';
import { formatCount, formatDay, t } from '../../i18n/index.js';
import { clip } from '../../text/clip.js';
import { languageOf } from '../../text/language-of.js';
import { arxivLinks, otherLink } from '../../text/links.js';
import { render } from '../../typeset/index.js';
import { inSteps } from '../../dom/in-steps.js';
import { arxivName } from './copying.js';

/** @typedef {import('../../engine/protocol.js').Paper} Paper */
/** @typedef {import('./told-fields.js').Told} Told */
/** @typedef {import('../../typeset/index.js').Budget} Budget */
/** @typedef {(facet: 'categories' | 'authors', value: string) => void} OnFilter */
/** @typedef {(what: import('./copying.js').What) => void} OnCopy */
/** @typedef {{ onFilter: OnFilter, onCopy: OnCopy, onCite: () => void }} Callbacks */

const FIRST = 12;
/** More than the 3,303 authors of the longest real list. */
const STEP = 4000;

/**
 * @param {Paper} paper
 * @param {Told} told
 * @param {Callbacks} callbacks
 * @param {Budget} budget
 */
export function paperHead(paper, { titles, comments, code }, { onFilter, onCopy, onCite }, budget) {
  const { text, marks } = paper.title;
  return h(
    'header',
    { class: 'paper-head' },
    dateline(paper, onCopy),
    kicker(paper, onFilter),
    h(
      'h2',
      { class: 'paper-title', lang: languageOf(text), dir: 'auto' },
      render(text, { marks, links: false, budget }),
    ),
    ...titles.map((title) => otherTitle(title, budget)),
    authors(paper, (name) => onFilter('authors', name)),
    ...comments.map((one) => comment(one, budget)),
    links(paper, code, { onCopy, onCite }),
  );
}

/** When and as what it appeared. @param {Paper} paper @param {OnCopy} onCopy */
function dateline(paper, onCopy) {
  const day = paper.date || paper.digest;
  const name = arxivName(paper);
  return h(
    'p',
    { class: 'paper-dateline' },
    day !== '' && h('time', {}, render(formatDay(day, 'full'), { links: false })),
    name !== '' &&
      h(
        'span',
        { class: 'paper-id' },
        h('span', { dir: 'ltr' }, render(`arXiv:${name}`, { links: false })),
        ' ',
        copyButton('id', t('paper.copy'), onCopy),
      ),
  );
}

/** @param {import('./copying.js').What} what @param {string} label @param {OnCopy} onCopy */
const copyButton = (what, label, onCopy) =>
  h(
    'button',
    {
      type: 'button',
      class: 'paper-copy',
      'aria-label': t(`paper.copy.${what}`),
      title: t(`paper.copy.${what}`),
      'data-testid': `copy-${what}`,
      on: { click: () => onCopy(what) },
    },
    label,
  );

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
        title: t('paper.in', { category: clip(categoryLabel(category)) }),
        on: { click: () => onFilter('categories', category) },
      },
      render(category, { links: false }),
    );
  inSteps(line, paper.categories, make, { first: FIRST, step: STEP, label: (n) => t('more', { n }) });
  return line;
}

/** The title in another language. @param {Told['titles'][number]} title @param {Budget} budget */
const otherTitle = ({ text, marks }, budget) =>
  h(
    'p',
    { class: 'paper-title-other', lang: languageOf(text), dir: 'auto' },
    render(text, { marks, links: false, budget }),
  );

/** What the authors say of the paper on arXiv. @param {Told['comments'][number]} field @param {Budget} budget */
const comment = ({ text, marks }, budget) =>
  h(
    'p',
    { class: 'paper-comment', 'data-testid': 'comment' },
    h('span', { class: 'visually-hidden' }, t('paper.comment')),
    h(
      'span',
      { class: 'paper-comment-text', lang: languageOf(text), dir: 'auto' },
      render(text, { marks, links: true, budget }),
    ),
  );

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

/** @param {Paper} paper @param {Told['code']} code @param {Pick<Callbacks, 'onCopy' | 'onCite'>} callbacks */
function links(paper, code, { onCopy, onCite }) {
  const arxiv = arxivLinks(paper);
  const other = arxiv ? null : otherLink(paper.url);
  const outward = [
    ...(arxiv
      ? [
          { url: arxiv.abstract, label: t('paper.abstract') },
          { url: arxiv.pdf, label: t('paper.pdf') },
          { url: arxiv.html, label: t('paper.html') },
        ]
      : []),
    ...(other ? [other] : []),
  ];
  return h(
    'ul',
    { class: 'paper-links' },
    ...outward.map(({ url, label }) => h('li', {}, outwardLink(url, label))),
    ...code.map((one) => h('li', { class: 'paper-code' }, outwardLink(one.url, one.label), standing(one))),
    h(
      'li',
      { class: 'paper-copies' },
      outward.length > 0 && copyButton('link', t('paper.copy.link'), onCopy),
      copyButton('title', t('paper.copy.title'), onCopy),
      h(
        'button',
        {
          type: 'button',
          class: 'paper-copy',
          title: t('paper.cite.title'),
          'aria-haspopup': 'dialog',
          'data-testid': 'cite',
          on: { click: onCite },
        },
        t('paper.cite'),
      ),
    ),
  );
}

/** What the digest knows of a repository. @param {Told['code'][number]} code */
const standing = ({ stars, updated }) =>
  stars !== null &&
  h(
    'span',
    {
      class: 'paper-stars',
      title: updated ? t('paper.code.updated', { day: formatDay(updated, 'long') }) : null,
    },
    h('span', { 'aria-hidden': 'true' }, ` ★ ${formatCount(stars)}`),
    h('span', { class: 'visually-hidden' }, ` ${t('paper.code.stars', { n: stars })}`),
  );

/** @param {string} url @param {string} label */
const outwardLink = (url, label) =>
  h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, clip(label));
