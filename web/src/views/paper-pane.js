import { fill, h, setAttribute } from '../dom.js';
import { formatDay, t } from '../i18n/index.js';
import { PAPER_COST, createBudget, render } from '../typeset/index.js';
import { paperAppearances } from './paper-appearances.js';
import { paperFields } from './paper-fields.js';
import { paperHead } from './paper-head.js';
import { paperRepair } from './paper-repair.js';
import { createPaperMarks } from './paper-marks.js';
import { createSimilarPapers } from './similar-papers.js';
import { createWhyFound } from './why-found.js';

/** @typedef {import('../engine/protocol.js').Paper} Paper */
/** @typedef {import('../state/state.js').State} State */

/**
 * @param {object} callbacks
 * @param {() => void} callbacks.onClose
 * @param {(by: 1 | -1) => void} callbacks.onStep
 * @param {import('./paper-head.js').OnFilter} callbacks.onFilter
 * @param {(key: string) => void} callbacks.onAppearance
 * @param {(key: string) => void} callbacks.onSimilar
 * @param {(verbatim: boolean) => void} callbacks.onVerbatim
 * @param {(work: string, said: import('../marks/mark.js').Statement) => void} callbacks.onSay
 */
export function createPaperPane({ onClose, onStep, onFilter, onAppearance, onSimilar, onVerbatim, onSay }) {
  const place = h('span', { class: 'paper-place' });
  const previous = stepButton(-1, t('paper.previous'), '←');
  const next = stepButton(1, t('paper.next'), '→');
  const why = createWhyFound();
  const similar = createSimilarPapers(onSimilar);
  const head = h('div', {});
  const text = h('div', {});
  const marks = createPaperMarks((said) => shown && onSay(shown.work, said));
  const end = h('footer', { class: 'paper-foot' });
  const article = h(
    'article',
    { class: 'paper', tabindex: -1, 'aria-label': t('paper.label') },
    head,
    marks.node,
    text,
    why.node,
    similar.node,
    end,
  );
  const node = h(
    'div',
    { class: 'paper-pane', 'data-testid': 'paper', hidden: true },
    h(
      'div',
      { class: 'paper-bar' },
      h('button', { type: 'button', class: 'paper-back', on: { click: onClose } }, t('paper.back')),
      place,
      previous,
      next,
    ),
    article,
  );
  /** @type {Paper | null} */
  let shown = null;

  /** @param {1 | -1} by @param {string} label @param {string} sign */
  function stepButton(by, label, sign) {
    return h(
      'button',
      {
        type: 'button',
        class: 'paper-step',
        'aria-label': label,
        title: label,
        on: { click: () => onStep(by) },
      },
      sign,
    );
  }

  return {
    node,
    focus: () => article.focus({ preventScroll: true }),
    focusTag: marks.focusTag,
    focusNote: marks.focusNote,
    /** @param {import('../storage/database.js').Mark} mark of the open paper @param {{ name: string }[]} tags known ones */
    updateMarks: (mark, tags) => marks.update(mark, tags),
    /** @param {Pick<State, 'paper' | 'position' | 'verbatim' | 'why' | 'similar'> & { total: number }} state */
    update({ paper, position, total, verbatim, ...beside }) {
      node.hidden = paper === null;
      place.textContent = position < 0 ? '' : t('paper.position', { n: position + 1, total });
      previous.disabled = position <= 0;
      next.disabled = position < 0 || position >= total - 1;
      // Of another paper they say nothing here.
      why.update(beside.why?.key === paper?.key ? (beside.why?.explanation ?? null) : null);
      similar.update(beside.similar?.key === paper?.key ? (beside.similar?.rows ?? NONE) : NONE);
      if (paper === shown) return;
      const another = paper?.key !== shown?.key;
      if (another) marks.leave();
      shown = paper;
      setAttribute(node, 'data-key', paper?.key);
      if (!paper) {
        fill(head);
        return fill(text);
      }
      const focused = /** @type {HTMLElement | null} */ (text.querySelector(':focus'))?.dataset.focus;
      const budget = createBudget(PAPER_COST);
      fill(head, paperHead(paper, onFilter, budget));
      fill(
        text,
        paperFields(paper.fields, budget),
        paperAppearances(paper, onAppearance),
        paper.repaired && paperRepair(verbatim, onVerbatim),
      );
      fill(end, ...foot(paper));
      // What a button of the pane puts in its own place keeps the focus there.
      if (focused)
        /** @type {HTMLElement | null} */ (text.querySelector(`[data-focus=${focused}]`))?.focus();
      if (another && node.parentElement) node.parentElement.scrollTop = 0;
    },
  };
}

/** @type {import('../engine/protocol.js').Row[]} */
const NONE = [];

/** @param {Paper} paper */
const foot = (paper) => [
  h('span', {}, render(formatDay(paper.date || paper.digest, 'full'), { links: false })),
  h('span', {}, render(t('paper.source', { file: paper.file, line: String(paper.line) }), { links: false })),
];
