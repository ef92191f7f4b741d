import { h } from '../dom.js';
import { formatDay, hasWords, t } from '../i18n/index.js';
import { languageOf } from '../text/language-of.js';
import { render } from '../typeset/index.js';

/** @typedef {import('../engine/protocol.js').Row} Row */

/**
 * @param {Row | undefined} row undefined while it is on its way from the worker
 * @param {{ index: number, total: number }} place
 */
export function createRow(row, { index, total }) {
  const node = h('div', {
    class: row ? 'row' : 'row is-loading',
    role: 'option',
    id: `row-${index}`,
    'aria-setsize': total,
    'aria-posinset': index + 1,
    'data-testid': row && 'row',
    'data-key': row?.key,
  });
  if (row) node.append(...content(row));
  else node.append(h('span', { class: 'visually-hidden' }, t('list.loading')));
  return node;
}

/** @param {Row} row */
function content(row) {
  const authors = render(row.authors.text, { marks: row.authors.marks, links: false });
  return [
    h('span', { class: 'row-number' }, String(row.number)),
    h('div', { class: 'row-title', lang: languageOf(row.title.text) }, marked(row.title)),
    h(
      'div',
      { class: 'row-line' },
      h('span', { class: 'row-authors' }, authors, row.moreAuthors > 0 && moreAuthors(row.moreAuthors)),
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
        { class: 'row-summary', lang: languageOf(row.summary.text) },
        row.summaryField !== 'tldr' && h('span', { class: 'row-field' }, fieldName(row.summaryField)),
        marked(row.summary),
      ),
  ].filter((child) => child instanceof Node);
}

/** @param {{ text: string, marks: number[] }} part */
const marked = ({ text, marks }) => render(text, { marks, links: false });

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
const fieldName = (name) => t('row.from', { field: hasWords(`field.${name}`) ? t(`field.${name}`) : name });
