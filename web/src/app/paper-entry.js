import { h } from '../dom/dom.js';
import { formatDay, formatUnits, t } from '../i18n/index.js';
import { languageOf } from '../text/language-of.js';
import { render } from '../typeset/index.js';

/** @typedef {import('../engine/protocol.js').Row} Row */
/** @typedef {import('../engine/protocol.js').SimilarRow} SimilarRow */
/** @typedef {{ text: string, marks: number[] }} Marked */

/**
 * A paper outside of the list: its title, which opens it, and when it was.
 * @param {Row} row
 * @param {(key: string) => void} onOpen
 * @param {object} [more]
 * @param {readonly number[]} [more.title] words in the title that were learned for the query, as ranges
 * @param {readonly number[]} [more.summary] the same in the summary, which is then shown
 * @param {string} [more.note] why it is here
 */
export const paperEntry = (row, onOpen, { title = [], summary = [], note = '' } = {}) =>
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
      marked(row.title, title),
    ),
    h('p', { class: 'similar-line' }, render(line(row), { links: false })),
    summary.length > 0 &&
      h(
        'p',
        { class: 'similar-summary', lang: languageOf(row.summary.text), dir: 'auto' },
        marked(row.summary, summary),
      ),
    note !== '' && h('p', { class: 'similar-line' }, render(note, { links: false })),
  );

/** One that is similar to others, with what they have in common. @param {SimilarRow} similar @param {(key: string) => void} onOpen */
export const similarEntry = ({ row, shared }, onOpen) =>
  paperEntry(row, onOpen, {
    note: shared.length > 0 ? t('similar.both', { words: formatUnits(shared) }) : '',
  });

/** @param {Row} row */
const line = ({ id, category, date, digest }) =>
  [id, category, formatDay(date || digest, 'long')].filter(Boolean).join(' · ');

/**
 * The words of the query in one shade, those that were learned in another.
 * @param {Marked} part
 * @param {readonly number[]} learned ranges, none of which touches a mark
 */
function marked({ text, marks }, learned) {
  const ranges = [marks, learned].flatMap((list) =>
    Array.from({ length: list.length / 2 }, (_, i) => [list[2 * i], list[2 * i + 1]]),
  );
  const node = render(text, { marks: ranges.sort(([a], [b]) => a - b).flat(), links: false });
  const words = new Set(
    Array.from({ length: learned.length / 2 }, (_, i) => text.slice(learned[2 * i], learned[2 * i + 1])),
  );
  for (const mark of node.querySelectorAll('mark'))
    if (words.has(mark.textContent)) mark.className = 'learned';
  return node;
}
