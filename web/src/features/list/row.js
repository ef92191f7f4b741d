import { tagSign } from '../../app/tag-sign.js';
import { h } from '../../dom/dom.js';
import { formatDay, hasWords, t } from '../../i18n/index.js';
import { tagsOf } from '../../marks/mark.js';
import { languageOf } from '../../text/language-of.js';
import { createBudget, render } from '../../typeset/index.js';

/** @typedef {import('../../engine/protocol.js').Row} Row */

/**
 * @param {Row | undefined} row undefined until it arrives from the worker
 * @param {{ index: number, total: number, mark: import('../../storage/database.js').Mark | undefined }} place
 * @param {(tag: string) => string} colourOf
 * @param {boolean} [isForYou]
 */
export function createRow(row, { index, total, mark }, colourOf, isForYou = false) {
  const node = h('div', {
    class: row ? 'row' : 'row is-loading',
    role: 'option',
    id: `row-${index}`,
    'aria-setsize': total,
    'aria-posinset': index + 1,
    'data-index': index,
    'data-testid': row && 'row',
    'data-key': row?.key,
    'data-read': mark?.read,
    'data-starred': mark?.starred,
  });
  if (row) node.append(...content(row, mark, colourOf, isForYou));
  else node.append(h('span', { class: 'visually-hidden' }, t('list.loading')));
  return node;
}

/**
 * @param {Row} row
 * @param {import('../../storage/database.js').Mark | undefined} mark
 * @param {(tag: string) => string} colourOf
 * @param {boolean} isForYou
 */
function content(row, mark, colourOf, isForYou) {
  const budget = createBudget();
  /** @param {{ text: string, marks: number[] }} part */
  const marked = ({ text, marks }) => render(text, { marks, links: false, budget });
  return [
    h('span', { class: 'row-number' }, String(row.number)),
    // What it shows is said by aria-selected; keys do what it does.
    h('span', { class: 'row-check', 'aria-hidden': 'true' }),
    h(
      'div',
      { class: 'row-title', lang: languageOf(row.title.text), dir: 'auto' },
      mark?.starred && sign('★', t('marks.starred')),
      isForYou && !mark?.starred && sign('◆', t('state.foryou')),
      marked(row.title),
      mark?.read && h('span', { class: 'visually-hidden' }, ` ${t('marks.is.read')}`),
    ),
    h(
      'div',
      { class: 'row-line' },
      h(
        'span',
        { class: 'row-authors' },
        marked(row.authors),
        row.moreAuthors > 0 && moreAuthors(row.moreAuthors),
      ),
      mark && saidOf(mark, colourOf),
      h(
        'span',
        { class: 'row-edge' },
        render(row.category, { links: false }),
        ' ',
        row.appearances > 1 && appearances(row.appearances),
        h('time', {}, render(formatDay(row.date || row.digest, 'short'), { links: false })),
      ),
    ),
    row.summary.text !== '' &&
      h(
        'div',
        { class: 'row-summary', lang: languageOf(row.summary.text), dir: 'auto' },
        row.summaryField !== 'tldr' &&
          h('span', { class: 'row-field', dir: 'ltr' }, fieldName(row.summaryField)),
        marked(row.summary),
      ),
  ].filter((child) => child instanceof Node);
}

/** @param {import('../../storage/database.js').Mark} mark @param {(tag: string) => string} colourOf */
function saidOf(mark, colourOf) {
  const said = tagsOf(mark).map((name) =>
    h('span', {}, tagSign(colourOf(name)), render(name, { links: false }), ' '),
  );
  if (mark.note) said.push(sign('✎', t('marks.noted')));
  return said.length > 0 && h('span', { class: 'row-said' }, ...said);
}

/** @param {string} shape @param {string} meaning */
const sign = (shape, meaning) =>
  h(
    'span',
    // The page's own words do not decide the direction of a digest's text.
    { class: 'row-sign', title: meaning, dir: 'ltr' },
    h('span', { 'aria-hidden': 'true' }, `${shape} `),
    h('span', { class: 'visually-hidden' }, `${meaning} `),
  );

/** @param {number} n */
const moreAuthors = (n) => ` ${t('paper.authors.more', { n })}`;

/** @param {number} n */
const appearances = (n) =>
  h(
    'span',
    { class: 'row-appearances', title: t('row.appearances', { n }) },
    h('span', { 'aria-hidden': 'true' }, `×${n} `),
    h('span', { class: 'visually-hidden' }, `${t('row.appearances', { n })} `),
  );

/** @param {string} name */
const fieldName = (name) =>
  render(t('row.from', { field: hasWords(`field.${name}`) ? t(`field.${name}`) : name }), { links: false });
