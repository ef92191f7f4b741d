import { fill, h, setAttribute } from '../../dom/dom.js';
import { keyed } from '../../dom/keyed.js';
import { formatDay, t } from '../../i18n/index.js';
import { PAPER_COST, createBudget, render } from '../../typeset/index.js';
import { createAppearances } from './paper-appearances.js';
import { paperFields } from './paper-fields.js';
import { paperHead } from './paper-head.js';
import { createRepair } from './paper-repair.js';
import { createPaperMarks } from '../marks/paper-marks.js';
import { createSimilarPapers } from '../similar/similar-papers.js';
import { createWhyFound } from './why-found.js';

/** @typedef {import('../../engine/protocol.js').Paper} Paper */
/** @typedef {import('../../app/state.js').State} State */
/** @typedef {{ kind: 'appearances' | 'repair', paper: Paper, verbatim: boolean }} About */

/**
 * @param {object} callbacks
 * @param {() => void} callbacks.onClose
 * @param {(by: 1 | -1) => void} callbacks.onStep
 * @param {import('./paper-head.js').OnFilter} callbacks.onFilter
 * @param {(key: string) => void} callbacks.onAppearance
 * @param {(key: string) => void} callbacks.onSimilar
 * @param {(verbatim: boolean) => void} callbacks.onVerbatim
 * @param {(work: string, said: import('../../marks/mark.js').Statement) => void} callbacks.onSay
 * @param {() => void} callbacks.onDismiss the paper is not for this user
 */
export function createPaperPane({
  onClose,
  onStep,
  onFilter,
  onAppearance,
  onSimilar,
  onVerbatim,
  onSay,
  onDismiss,
}) {
  const place = h('span', { class: 'paper-place' });
  const previous = stepButton(-1, t('paper.previous'), '←');
  const next = stepButton(1, t('paper.next'), '→');
  const why = createWhyFound();
  const similar = createSimilarPapers(onSimilar);
  const head = h('div', {});
  const fields = h('div', {});
  const about = h('div', {});
  const marks = createPaperMarks((said) => shown && onSay(shown.work, said), onDismiss);
  const end = h('footer', { class: 'paper-foot' });
  const article = h(
    'article',
    { class: 'paper', tabindex: -1, 'aria-label': t('paper.label') },
    head,
    marks.node,
    fields,
    about,
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
  const showAbout = keyed(about, {
    // What is about another paper is another thing.
    key: ({ kind, paper }) => `${kind} ${paper.work}`,
    create: (/** @type {About} */ { kind }) =>
      kind === 'repair' ? createRepair(onVerbatim) : createAppearances(onAppearance),
  });
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
    /** Saves the note being written. */
    leave: marks.leave,
    /**
     * @param {import('../../storage/database.js').Mark} mark of the open paper
     * @param {{ name: string }[]} tags all known tags
     */
    updateMarks: (mark, tags) => marks.update(mark, tags),
    /** @param {Pick<State, 'paper' | 'position' | 'verbatim' | 'why' | 'similar'> & { total: number }} state */
    update({ paper, position, total, verbatim, ...beside }) {
      node.hidden = paper === null;
      place.textContent = position < 0 ? '' : t('paper.position', { n: position + 1, total });
      previous.disabled = position <= 0;
      next.disabled = position < 0 || position >= total - 1;
      // Hide them while they belong to another paper.
      why.update(beside.why?.key === paper?.key ? (beside.why?.explanation ?? null) : null);
      similar.update(beside.similar?.key === paper?.key ? (beside.similar?.rows ?? NONE) : NONE);
      if (paper === shown) return;
      const another = paper?.key !== shown?.key;
      if (another) marks.leave();
      shown = paper;
      setAttribute(node, 'data-key', paper?.key);
      showAbout(paper ? aboutOf(paper, verbatim) : []);
      if (!paper) {
        fill(head);
        return fill(fields);
      }
      const budget = createBudget(PAPER_COST);
      fill(head, paperHead(paper, onFilter, budget));
      fill(fields, paperFields(paper.fields, budget));
      fill(end, ...foot(paper));
      if (another && node.parentElement) node.parentElement.scrollTop = 0;
    },
  };
}

/** @type {import('../../engine/protocol.js').Row[]} */
const NONE = [];

/** What stands under the fields. @param {Paper} paper @param {boolean} verbatim @returns {About[]} */
const aboutOf = (paper, verbatim) => [
  ...(paper.appearances.length > 1 ? [/** @type {const} */ ({ kind: 'appearances', paper, verbatim })] : []),
  ...(paper.repaired ? [/** @type {const} */ ({ kind: 'repair', paper, verbatim })] : []),
];

/** @param {Paper} paper */
const foot = (paper) => [
  h('span', {}, render(formatDay(paper.date || paper.digest, 'full'), { links: false })),
  h('span', {}, render(t('paper.source', { file: paper.file, line: String(paper.line) }), { links: false })),
];
