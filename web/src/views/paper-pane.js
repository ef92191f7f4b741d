import { fill, h, setAttribute } from '../dom.js';
import { formatDay, t } from '../i18n/index.js';
import { render } from '../typeset/index.js';
import { paperAppearances } from './paper-appearances.js';
import { paperFields } from './paper-fields.js';
import { paperHead } from './paper-head.js';
import { paperRepair } from './paper-repair.js';

/** @typedef {import('../engine/protocol.js').Paper} Paper */

/**
 * @param {object} callbacks
 * @param {() => void} callbacks.onClose
 * @param {(by: 1 | -1) => void} callbacks.onStep
 * @param {import('./paper-head.js').OnFilter} callbacks.onFilter
 * @param {(key: string) => void} callbacks.onAppearance
 * @param {(verbatim: boolean) => void} callbacks.onVerbatim
 */
export function createPaperPane({ onClose, onStep, onFilter, onAppearance, onVerbatim }) {
  const place = h('span', { class: 'paper-place' });
  const previous = stepButton(-1, t('paper.previous'), '←');
  const next = stepButton(1, t('paper.next'), '→');
  const article = h('article', { class: 'paper', tabindex: -1, 'aria-label': t('paper.label') });
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
    /** @param {{ paper: Paper | null, position: number, total: number, verbatim: boolean }} state position: -1 if it is not in the list */
    update({ paper, position, total, verbatim }) {
      node.hidden = paper === null;
      place.textContent = position < 0 ? '' : t('paper.position', { n: position + 1, total });
      previous.disabled = position <= 0;
      next.disabled = position < 0 || position >= total - 1;
      if (paper === shown) return;
      const another = paper?.key !== shown?.key;
      shown = paper;
      setAttribute(node, 'data-key', paper?.key);
      if (!paper) return fill(article);
      const focused = /** @type {HTMLElement | null} */ (article.querySelector(':focus'))?.dataset.focus;
      fill(
        article,
        paperHead(paper, onFilter),
        ...paperFields(paper.fields),
        paperAppearances(paper, onAppearance),
        paper.repaired && paperRepair(verbatim, onVerbatim),
        foot(paper),
      );
      // What a button of the pane puts in its own place keeps the focus there.
      if (focused)
        /** @type {HTMLElement | null} */ (article.querySelector(`[data-focus=${focused}]`))?.focus();
      if (another) node.scrollTop = 0;
    },
  };
}

/** @param {Paper} paper */
const foot = (paper) =>
  h(
    'footer',
    { class: 'paper-foot' },
    h('span', {}, render(formatDay(paper.date || paper.digest, 'full'), { links: false })),
    h(
      'span',
      {},
      render(t('paper.source', { file: paper.file, line: String(paper.line) }), { links: false }),
    ),
  );
