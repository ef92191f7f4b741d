import { paperEntry } from '../../app/paper-entry.js';
import { removable } from '../../app/removable.js';
import { fill, h } from '../../dom/dom.js';
import { inSteps } from '../../dom/in-steps.js';
import { t } from '../../i18n/index.js';

/** @typedef {import('../../engine/protocol.js').AlsoRow} AlsoRow */
/** @typedef {import('../../engine/protocol.js').LearnedWord} LearnedWord */
/** @typedef {NonNullable<import('../../app/state.js').State['also']>} Also */

const STEP = 10;

/**
 * What other words find, folded above the list, with the words.
 * @param {object} callbacks
 * @param {(key: string) => void} callbacks.onOpen
 * @param {(stem: string) => void} callbacks.onLeaveOut
 * @param {() => void} callbacks.onTurnOff
 */
export function createAlsoFound({ onOpen, onLeaveOut, onTurnOff }) {
  const sum = h('summary', {});
  const words = h('ul', { class: 'also-words', 'data-testid': 'also-words' });
  const list = h('ul', { class: 'also-list', 'data-testid': 'also-list' });
  const off = h(
    'button',
    { type: 'button', 'data-testid': 'also-off', on: { click: onTurnOff } },
    t('also.off'),
  );
  const node = h('details', { class: 'also', 'data-testid': 'also', hidden: true }, sum, words, list, off);
  /** @param {AlsoRow} also */
  const entry = ({ row, titleLearned, summaryLearned }) =>
    paperEntry(row, onOpen, { title: titleLearned, summary: summaryLearned });
  const show = inSteps(list, /** @type {readonly AlsoRow[]} */ ([]), entry, {
    first: STEP,
    step: STEP,
    label: (n) => t('more', { n }),
    around: (button) => h('li', {}, button),
    // For another query other words are marked.
    key: ({ row, titleLearned, summaryLearned }) =>
      [row.key, titleLearned, row.summary.text, summaryLearned].join(),
  });
  /** @type {Also | null} */
  let shown = null;

  /** @param {LearnedWord} word */
  const learned = ({ text, stem }) => removable(text, t('also.leave', { text }), () => onLeaveOut(stem));

  return {
    node,
    /** @param {Also | null} also @param {string} text the query that the list answers */
    update(also, text) {
      const now =
        also && also.text === text && also.words.length > 0 && also.rows.length + also.taken > 0
          ? also
          : null;
      if (now === shown) return;
      const isOther = now?.text !== shown?.text;
      shown = now;
      node.hidden = now === null;
      if (!now) return;
      if (isOther) node.open = false;
      sum.textContent = t('also.found', {
        n: now.rows.length,
        words: now.words
          .slice(0, 3)
          .map((word) => word.text)
          .join(', '),
      });
      fill(words, ...now.words.map(learned));
      show(now.rows);
    },
  };
}
