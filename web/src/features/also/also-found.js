import { fill, h } from '../../dom/dom.js';
import { inSteps } from '../../dom/in-steps.js';
import { formatDay, t } from '../../i18n/index.js';
import { languageOf } from '../../text/language-of.js';
import { render } from '../../typeset/index.js';

/** @typedef {import('../../engine/protocol.js').Row} Row */
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
  const show = inSteps(list, /** @type {readonly Row[]} */ ([]), (row) => item(row, onOpen), {
    first: STEP,
    step: STEP,
    label: (n) => t('more', { n }),
    around: (button) => h('li', {}, button),
    key: ({ key }) => key,
  });
  /** @type {Also | null} */
  let shown = null;

  /** @param {LearnedWord} word */
  const learned = ({ text, stem }) =>
    h(
      'li',
      {},
      h('span', { dir: 'auto', lang: languageOf(text) }, render(text, { links: false })),
      h(
        'button',
        {
          type: 'button',
          'aria-label': t('also.leave', { text }),
          title: t('also.leave', { text }),
          on: { click: () => onLeaveOut(stem) },
        },
        '×',
      ),
    );

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

/** @param {Row} row @param {(key: string) => void} onOpen */
const item = (row, onOpen) =>
  h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        lang: languageOf(row.title.text),
        dir: 'auto',
        'data-key': row.key,
        on: { click: () => onOpen(row.key) },
      },
      render(row.title.text, { links: false }),
    ),
    h(
      'p',
      { class: 'similar-line' },
      render([row.id, row.category, formatDay(row.date || row.digest, 'long')].filter(Boolean).join(' · '), {
        links: false,
      }),
    ),
  );
