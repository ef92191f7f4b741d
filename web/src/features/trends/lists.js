import { h } from '../../dom/dom.js';
import { formatCount, t } from '../../i18n/index.js';
import { languageOf } from '../../text/language-of.js';
import { render } from '../../typeset/index.js';
import { sparkCell } from './days-part.js';

/** @typedef {import('./days-part.js').Part} Part */
/** @typedef {import('../../engine/protocol.js').TermTrend} TermTrend */

/** @param {Part} part */
export const risingAndFalling = (part) => [
  h(
    'div',
    { class: 'trends-columns' },
    terms('rising', part.trends.found.rising, part),
    terms('falling', part.trends.found.falling, part),
  ),
  h('p', { class: 'trends-note' }, t('trends.note')),
];

/** @param {'rising' | 'falling'} name @param {readonly TermTrend[]} list @param {Part} part */
const terms = (name, list, part) =>
  h(
    'section',
    { 'aria-labelledby': `trends-${name}`, 'data-testid': `trends-${name}` },
    h('h3', { id: `trends-${name}` }, t(`trends.${name}`)),
    list.length === 0
      ? h('p', { class: 'trends-none' }, t(`trends.${name}.none`))
      : h(
          'table',
          { class: 'trends-table' },
          h(
            'thead',
            { class: 'visually-hidden' },
            h(
              'tr',
              {},
              ...['trends.term', 'trends.over-time', 'trends.before', 'trends.now'].map((key) =>
                h('th', { scope: 'col' }, t(key)),
              ),
            ),
          ),
          h('tbody', {}, ...list.map((term) => termRow(term, part))),
        ),
  );

/** @param {TermTrend} term @param {Part} part */
const termRow = ({ text, isPhrase, before, after, days }, { trends, words, onSearch }) =>
  h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row' },
      h(
        'button',
        {
          type: 'button',
          lang: languageOf(text),
          dir: 'auto',
          title: t(isPhrase ? 'trends.find.titles' : 'trends.find', { text }),
          on: { click: () => onSearch({ text: isPhrase ? `title:"${text}"` : text }) },
        },
        render(text, { links: false }),
      ),
      isForYou(text, words) &&
        h('span', { class: 'trends-for-you', role: 'img', 'aria-label': t('state.foryou') }, '◆'),
    ),
    sparkCell(trends, days),
    h('td', {}, formatCount(before)),
    h('td', {}, formatCount(after)),
  );

/** @param {string} text @param {ReadonlySet<string>} words that were learned from what the user keeps */
const isForYou = (text, words) => words.has(text) || text.split(' ').some((word) => words.has(word));

/** @param {Part} part */
export const newAuthors = ({ trends, onSearch }) =>
  trends.found.newAuthors.length === 0
    ? []
    : [
        h('h3', { id: 'trends-authors' }, t('trends.authors')),
        h(
          'ul',
          { class: 'trends-authors', 'aria-labelledby': 'trends-authors', 'data-testid': 'trends-authors' },
          ...trends.found.newAuthors.map(({ value, count }) =>
            h(
              'li',
              {},
              h(
                'button',
                { type: 'button', dir: 'auto', on: { click: () => onSearch({ authors: [value] }) } },
                render(value, { links: false }),
              ),
              ` ${formatCount(count)}`,
            ),
          ),
        ),
      ];
