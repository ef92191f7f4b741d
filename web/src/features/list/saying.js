// What screen readers are told of the list and the open paper: one short thing each.
import { sameList } from '../../app/fragment.js';
import { t } from '../../i18n/index.js';
import { countText } from './list-head.js';

/** @typedef {import('../../app/state.js').State} State */
/** @typedef {Record<string, string | undefined>} Said by subject */

/**
 * @param {object} parts
 * @param {(index: number) => import('../../engine/protocol.js').Row | undefined} parts.rowAt
 * @param {() => boolean} parts.hasFocus the list has the focus: it then says itself where its cursor moves
 */
export function createSaying({ rowAt, hasFocus }) {
  /** Of the newest answer. @type {State['address'] | null} */
  let answered = null;
  /** Key of the paper under the cursor. */
  let under = '';

  /** The count of a new answer. @param {State} state @returns {Said} */
  function sayCount({ answer, address }) {
    answered = answer && address;
    return answer ? { count: countText(answer.result.total, answer.paperCount) } : {};
  }

  /** @param {State} state @param {boolean} moved the cursor has another index @returns {Said} */
  function sayRow({ cursor, answer }, moved) {
    const row = rowAt(cursor);
    const isOther = row ? row.key !== under : moved;
    under = row?.key ?? '';
    if (!answer?.result.total || !isOther || (moved && hasFocus())) return {};
    const place = { n: cursor + 1, total: answer.result.total };
    return { row: row ? t('says.row', { ...place, title: row.title.text }) : t('paper.position', place) };
  }

  /** @param {NonNullable<State['paper']>} paper */
  const sayPaper = (paper) => ({
    row: '',
    paper: hasFocus() ? t('says.opened') : t('says.opened.title', { title: paper.title.text }),
  });

  /** @param {State} state @param {State} [before] @returns {Said} */
  return (state, before) => {
    const isNew = state.answer !== before?.answer;
    // The papers of another query are not where the user was.
    const isElsewhere = isNew && !(answered && sameList(answered, state.address));
    const count = isNew ? sayCount(state) : {};
    const row = sayRow(state, state.cursor !== before?.cursor);
    const { paper } = state;
    if (paper) return { ...count, ...(paper.key === before?.paper?.key ? {} : sayPaper(paper)) };
    return { ...count, ...(isElsewhere ? {} : row) };
  };
}
