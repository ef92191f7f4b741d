import { h } from '../../dom/dom.js';
import { formatDay } from '../../i18n/index.js';
import { languageOf } from '../../text/language-of.js';
import { PAPER_COST, createBudget, render } from '../../typeset/index.js';
import { paperFields } from './paper-fields.js';

/** @typedef {import('../../engine/protocol.js').Paper} Paper */

/** The paper with all its texts, for a page that nobody can press anything on. @param {Paper} paper */
export function printedPaper(paper) {
  const budget = createBudget(PAPER_COST);
  const { text } = paper.title;
  return h(
    'article',
    { class: 'paper' },
    h(
      'header',
      { class: 'paper-head' },
      h(
        'h2',
        { class: 'paper-title', lang: languageOf(text), dir: 'auto' },
        render(text, { links: false, budget }),
      ),
      h(
        'p',
        { class: 'paper-authors' },
        render(paper.authors.map((author) => author.text).join(', '), { links: false }),
      ),
      h('p', { class: 'print-source' }, render(sourceOf(paper), { links: false })),
    ),
    paperFields({ fields: paper.fields }, budget),
  );
}

/** Which paper it is, of which day, in which categories. @param {Paper} paper */
const sourceOf = ({ id, version, date, digest, categories }) =>
  [
    id && `arXiv:${id}${version > 0 ? `v${version}` : ''}`,
    formatDay(date || digest, 'full'),
    categories.join(', '),
  ]
    .filter(Boolean)
    .join(' · ');
