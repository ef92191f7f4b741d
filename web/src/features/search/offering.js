// What the search box offers at the caret: earlier searches, values of the operator being typed, completions. Pure
// functions.
import { t } from '../../i18n/index.js';
import { fieldNote, operatorAt } from './operators.js';

/** @typedef {import('../../engine/protocol.js').Completion} Completion */
/**
 * @typedef {object} Option replaces [start, end) of the query by `text`
 * @property {'history' | 'value' | 'author' | 'category' | 'field' | 'phrase' | 'word'} kind
 * @property {string} text
 * @property {string} label
 * @property {string} note what it is, for the user
 * @property {number} start UTF-16 units
 * @property {number} end
 */
/** @typedef {{ options: Option[], hint: string }} Offered hint: a sentence, or "" */

const MOST = 8;
/** Earlier searches that begin as what is typed, above all else. */
const MOST_BEGUN = 3;

/**
 * @param {object} typed
 * @param {string} typed.text
 * @param {number} typed.caret
 * @param {readonly Completion[]} typed.completions
 * @param {readonly string[]} typed.searched earlier searches, newest first
 * @param {import('./operators.js').Known} typed.known
 * @returns {Offered}
 */
export function offer({ text, caret, completions, searched, known }) {
  const past = earlier(text, caret, searched);
  const operator = operatorAt(text, caret, known);
  const values = (operator?.values ?? []).map(
    ({ value, note }) =>
      /** @type {Option} */ ({
        kind: 'value',
        text: value,
        label: value,
        note,
        start: operator?.start,
        end: caret,
      }),
  );
  const others = completions.filter((option) => !repeats(option, text)).map(completed);
  return { options: [...past, ...values, ...others].slice(0, MOST), hint: operator?.hint ?? '' };
}

/** @param {string} text @param {number} caret @param {readonly string[]} searched @returns {Option[]} */
function earlier(text, caret, searched) {
  const begin = text.trimStart().toLowerCase();
  if (caret < text.length) return [];
  const begun = searched.filter((each) => each !== text.trim() && each.toLowerCase().startsWith(begin));
  return begun.slice(0, begin === '' ? MOST : MOST_BEGUN).map((each) => ({
    kind: 'history',
    text: each,
    label: each,
    note: t('completion.history'),
    start: 0,
    end: text.length,
  }));
}

/** Whether it says what is typed already. @param {Completion} option @param {string} text */
function repeats({ kind, text: next, label, start, end }, text) {
  const typed = text.slice(start, end).toLowerCase();
  const isPlain = kind === 'word' || kind === 'phrase';
  return next.toLowerCase() === typed || (isPlain && label.toLowerCase() === typed.replaceAll('"', ''));
}

/** @param {Completion} completion @returns {Option} */
function completed({ kind, text, label, start, end, papers }) {
  const what = kind === 'field' ? fieldNote(label.replace(/:$/, '')) : t(`completion.${kind}`);
  const note = [what, papers > 0 && t('count.all', { n: papers })].filter(Boolean).join(' · ');
  return { kind: /** @type {Option['kind']} */ (kind), text, label, note, start, end };
}
