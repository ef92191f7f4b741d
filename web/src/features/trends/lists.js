import { h } from '../../dom/dom.js';
import { formatCount, t } from '../../i18n/index.js';
import { languageOf } from '../../text/language-of.js';
import { render } from '../../typeset/index.js';
import { changesTable } from './changes-table.js';

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
      : changesTable(
          part.trends.drawing,
          t('trends.term'),
          list.map((term) => ({
            name: termName(term, part),
            values: term.days,
            before: term.before,
            now: term.after,
          })),
        ),
  );

/** @param {TermTrend} term @param {Part} part */
const termName = ({ text, isPhrase }, { words, onSearch }) => [
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
];

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
