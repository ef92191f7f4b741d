import { fill, h } from '../../dom/dom.js';
import { hasWords, t } from '../../i18n/index.js';
import { groupHits } from '../../text/group-hits.js';
import { render } from '../../typeset/index.js';

/** @typedef {import('../../engine/protocol.js').Explanation} Explanation */
/** @typedef {Explanation['parts'][number]} Part */
/** @typedef {import('../../engine/protocol.js').LearnedPart} LearnedPart */

/** @typedef {NonNullable<import('../../app/state.js').State['why']>} Why */

/** Explains the paper's rank in the list. */
export function createWhyFound() {
  const body = h('tbody', {});
  const total = h('td', { class: 'why-score' });
  const node = h(
    'details',
    { class: 'why', 'data-testid': 'why', hidden: true },
    h('summary', {}, t('why.title')),
    h(
      'table',
      { class: 'why-table' },
      h('thead', {}, h('tr', {}, ...['why.searched', 'why.found', 'why.score'].map((key) => column(t(key))))),
      body,
      h('tfoot', {}, h('tr', {}, h('th', { scope: 'row', colspan: 2 }, t('why.total')), total)),
    ),
  );
  /** @type {Why | null} */
  let shown = null;
  return {
    node,
    /** @param {Why | null} why */
    update(why) {
      if (why === shown) return;
      shown = why;
      const parts = why?.explanation.parts ?? [];
      const learned = why?.learned ?? [];
      node.hidden = parts.length + learned.length === 0;
      fill(body, ...parts.map(row), ...learned.map(learnedRow));
      const scores = learned.reduce((sum, { score }) => sum + score, 0);
      total.textContent = number((why?.explanation.score ?? 0) + scores);
    },
  };
}

/** @param {string} words */
const column = (words) => h('th', { scope: 'col' }, words);

/** @param {Part} part */
const row = (part) =>
  h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row' },
      hasWords(`why.part.${part.kind}`) ? t(`why.part.${part.kind}`) : plain(part.term),
      part.documentFrequency > 0 && h('small', {}, t('why.papers', { n: part.documentFrequency })),
    ),
    h('td', {}, ...found(part)),
    h('td', { class: 'why-score' }, number(part.score)),
  );

/** A word that was learned for the query, and from which papers. @param {LearnedPart} part */
const learnedRow = ({ text, weight, score, from }) =>
  h(
    'tr',
    {},
    h('th', { scope: 'row' }, plain(text), h('small', {}, t('why.learned', { weight: weight.toFixed(2) }))),
    h('td', {}, ...from.map((title) => h('p', { dir: 'auto' }, plain(title)))),
    h('td', { class: 'why-score' }, number(score)),
  );

/** @param {Part} part */
const found = ({ kind, term, hits }) =>
  hits.length === 0 && kind !== 'term' ? [plain(term)] : groupHits(hits).map(word);

/** @param {import('../../text/group-hits.js').WordHits} hits */
const word = ({ word, kind, places }) =>
  h(
    'p',
    {},
    h('b', {}, plain(word)),
    hasWords(`why.kind.${kind}`) && h('i', {}, ` ${t(`why.kind.${kind}`)}`),
    plain(` ${places.map(place).join(' · ')}`),
  );

/** @param {{ field: string, frequency: number }} place */
const place = ({ field, frequency }) => {
  const name = hasWords(`field.${field}`) ? t(`field.${field}`) : field;
  return frequency > 1 ? `${name} ×${frequency}` : name;
};

/** @param {string} word from a digest */
const plain = (word) => render(word, { links: false });

/** @param {number} score */
const number = (score) => score.toFixed(2);
