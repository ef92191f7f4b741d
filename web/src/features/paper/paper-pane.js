import { fill, h, setAttribute } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { PAPER_COST, createBudget, render } from '../../typeset/index.js';
import { createAppearances } from './paper-appearances.js';
import { createPaperBar } from './paper-bar.js';
import { paperFields } from './paper-fields.js';
import { paperHead } from './paper-head.js';
import { createRepair } from './paper-repair.js';
import { goToPlace, placeIn } from './reading-place.js';
import { toldOf } from './told-fields.js';
import { createReasons } from '../interests/reasons.js';
import { createPaperMarks } from '../marks/paper-marks.js';
import { createSimilarPapers } from '../similar/similar-papers.js';
import { createWhyFound } from './why-found.js';

/** @typedef {import('../../engine/protocol.js').Paper} Paper */
/** @typedef {import('../../app/state.js').State} State */
/** @typedef {import('./reading-place.js').Place} Place */

/** A pause in the scrolling of so long is a place where reading stopped. */
const PAUSE_MS = 300;

/**
 * @param {object} callbacks
 * @param {() => void} callbacks.onClose
 * @param {(by: 1 | -1) => void} callbacks.onStep
 * @param {import('./paper-head.js').OnFilter} callbacks.onFilter
 * @param {import('./paper-head.js').OnCopy} callbacks.onCopy
 * @param {() => void} callbacks.onCite
 * @param {(key: string) => void} callbacks.onAppearance
 * @param {(key: string) => void} callbacks.onSimilar
 * @param {(verbatim: boolean) => void} callbacks.onVerbatim
 * @param {(work: string, said: import('../../marks/mark.js').Statement) => void} callbacks.onSay
 * @param {() => void} callbacks.onDismiss the paper is not for this user
 * @param {(kind: import('../../marks/interests.js').Kind, text: string) => void} callbacks.onIgnore
 * @param {(work: string) => void} callbacks.onLike
 * @param {() => void} callbacks.onAlone
 * @param {() => void} callbacks.onSettings
 * @param {() => import('./paper-parts.js').Languages} callbacks.languages
 * @param {(work: string) => Place | null} callbacks.placeOf where reading stopped
 * @param {(work: string, place: Place | null) => void} callbacks.onPlace
 */
export function createPaperPane({
  onFilter,
  onCopy,
  onCite,
  onAppearance,
  onSimilar,
  onVerbatim,
  onSay,
  onDismiss,
  onIgnore,
  onLike,
  languages,
  placeOf,
  onPlace,
  ...onBar
}) {
  const bar = createPaperBar(onBar);
  const why = createWhyFound();
  const similar = createSimilarPapers(onSimilar);
  const appearances = createAppearances(onAppearance);
  const repair = createRepair(onVerbatim);
  const head = h('div', {});
  const fields = h('div', {});
  const mended = h('div', {});
  const marks = createPaperMarks((said) => shown && onSay(shown.work, said), onDismiss);
  const reasons = createReasons({ onIgnore, onLike });
  const end = h('footer', { class: 'paper-foot' });
  const article = h(
    'article',
    { class: 'paper', tabindex: -1, 'aria-label': t('paper.label') },
    head,
    appearances.node,
    marks.node,
    reasons.node,
    fields,
    mended,
    why.node,
    similar.node,
    bar.ends,
    end,
  );
  const node = h('div', { class: 'paper-pane', 'data-testid': 'paper', hidden: true }, bar.node, article);
  /** @type {Paper | null} */
  let shown = null;
  /** The work of which all languages are asked for, whatever the setting. */
  let allOf = '';
  let timer = 0;
  /** What scrolls is at its top, as far as it has told. */
  let isAtTop = true;

  function keepPlace() {
    clearTimeout(timer);
    timer = 0;
    if (shown) onPlace(shown.work, placeIn(node));
  }
  /** Changes what is shown; what was at the top of the view is there again. @param {() => void} change */
  function staying(change) {
    if (!shown) return change();
    const place = placeIn(node);
    change();
    goToPlace(node, place);
  }

  function drawFields(budget = createBudget(PAPER_COST)) {
    if (!shown) return;
    const { beside, work } = shown;
    const texts = {
      fields: toldOf(shown.fields).texts,
      beside: beside ? toldOf(beside.fields).texts : [],
      languages: work === allOf ? /** @type {const} */ ('both') : languages(),
      onAll: () => staying(showAll),
    };
    fill(fields, paperFields(texts, budget));
  }
  function showAll() {
    allOf = shown?.work ?? '';
    drawFields();
    article.focus({ preventScroll: true });
  }

  return {
    node,
    focus: () => article.focus({ preventScroll: true }),
    focusTag: marks.focusTag,
    focusNote: marks.focusNote,
    staying,
    drawFields: () => staying(drawFields),
    /** Call once the node is in what scrolls. @param {AbortSignal} signal */
    attach(signal) {
      const listen = (/** @type {Event} */ { currentTarget }) => {
        isAtTop = /** @type {Element} */ (currentTarget).scrollTop === 0;
        clearTimeout(timer);
        timer = window.setTimeout(keepPlace, PAUSE_MS);
      };
      node.parentElement?.addEventListener('scroll', listen, { signal, passive: true });
    },
    /** Saves the note being written, and the place. */
    leave() {
      marks.leave();
      if (timer) keepPlace();
    },
    /**
     * @param {import('../../storage/database.js').Mark} mark of the open paper
     * @param {readonly { name: string, colour: string }[]} tags all known tags
     * @param {readonly string[]} collections names of those that have the paper
     */
    updateMarks: (mark, tags, collections) => marks.update(mark, tags, collections),
    /** @param {Pick<State, 'paper' | 'position' | 'verbatim' | 'why' | 'similar' | 'reasons'> & { total: number, alone: boolean }} state */
    update({ paper, position, total, verbatim, alone, ...beside }) {
      if (paper !== shown && timer) keepPlace();
      node.hidden = paper === null;
      bar.update({ position, total, alone });
      // Hide them while they belong to another paper.
      why.update(beside.why?.key === paper?.key ? beside.why : null);
      similar.update(beside.similar?.key === paper?.key ? (beside.similar?.rows ?? NONE) : NONE);
      reasons.update(
        beside.reasons?.key === paper?.key ? (beside.reasons?.reasons ?? NO_REASONS) : NO_REASONS,
      );
      repair.update({ verbatim });
      if (paper === shown) return;
      const another = paper?.key !== shown?.key;
      if (another) marks.leave();
      shown = paper;
      setAttribute(node, 'data-key', paper?.key);
      appearances.update({ paper });
      if (!paper?.repaired) repair.node.remove();
      else if (!repair.node.isConnected) mended.append(repair.node);
      if (!paper) {
        fill(head);
        return fill(fields);
      }
      const budget = createBudget(PAPER_COST);
      fill(head, paperHead(paper, toldOf(paper.fields), { onFilter, onCopy, onCite }, budget));
      drawFields(budget);
      fill(end, source(paper));
      // The column may be shown only after this. To go to the top where it is lays out the whole paper once more.
      if (another)
        queueMicrotask(() => {
          const place = placeOf(paper.work);
          if (shown === paper && (place || !isAtTop)) goToPlace(node, place);
        });
    },
  };
}

/** @type {import('../../engine/protocol.js').SimilarRow[]} */
const NONE = [];
/** @type {import('../../engine/protocol.js').Reason[]} */
const NO_REASONS = [];

/** @param {Paper} paper */
const source = ({ file, line }) =>
  h('span', {}, render(t('paper.source', { file, line: String(line) }), { links: false }));
