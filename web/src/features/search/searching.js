// Runs the search that the address describes and puts the answer into the state.
import { unlessStopped } from '../../engine/unless-stopped.js';

/** @typedef {import('../../app/state.js').State} State */

const FIRST_ROWS = 30;

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../../engine/engine.js').createEngine>} parts.engine
 * @param {ReturnType<typeof import('../../engine/row-cache.js').createRowCache>} parts.rows
 * @param {() => string[]} parts.hiddenSets sets whose works are left out
 * @param {() => boolean} parts.isOpening the stored library is being opened; the engine answers once it is open
 * @param {() => Promise<unknown>} parts.ready resolves when an answer can be shown
 * @param {(list: { cursor: number, reveal: boolean }) => void} parts.onList a new list is in place
 * @param {() => void} parts.onAnswer
 * @param {() => void} parts.onPaper the paper of the address is shown, for the current query
 */
export function createSearching({
  store,
  engine,
  rows,
  hiddenSets,
  isOpening,
  ready,
  onList,
  onAnswer,
  onPaper,
}) {
  let asked = 0;

  /** @param {import('../../app/fragment.js').Address} address @returns {import('../../engine/protocol.js').SearchRequest} */
  const requestOf = ({ text, categories, days, authors, withoutSummary, order }) => ({
    text,
    typing: true,
    categories,
    days,
    authors,
    withoutSummary,
    hiddenSets: hiddenSets(),
    order,
  });

  /**
   * @param {object} how
   * @param {boolean} [how.reveal] bring the open paper into view
   * @param {boolean} [how.stay] same query again: keep the cursor
   * @returns {Promise<boolean>} true if an answer is shown
   */
  async function search({ reveal = false, stay = false } = {}) {
    const { address, shelf } = store.get();
    if (shelf.digests.length === 0 && !isOpening()) return clear();
    const question = ++asked;
    store.set({ searching: true });
    const request = requestOf(address);
    const answer = await unlessStopped(
      engine.search({ request, paper: address.paper, reveal, rows: FIRST_ROWS }),
    );
    // If the page itself reads the stored digests, none may be open yet.
    if (!answer || (answer.paperCount === 0 && isOpening())) return false;
    await ready();
    if (store.get().shelf.digests.length === 0) return clear();
    onAnswer();
    rows.reset(answer);
    const { cursor } = store.get();
    const last = Math.max(0, answer.result.total - 1);
    const next = reveal ? Math.max(0, answer.position) : stay ? Math.min(cursor, last) : 0;
    store.set({
      answer,
      answerText: address.text,
      position: store.get().address.paper === address.paper ? answer.position : -1,
      cursor: next,
      // If the user has typed on meanwhile, the next search is already running.
      searching: question !== asked,
    });
    if (!stay) onList({ cursor: next, reveal });
    await loadPaper();
    return true;
  }

  function clear() {
    rows.reset(null);
    store.set({ answer: null, answerText: '', cursor: 0, paper: null, position: -1, searching: false });
    return false;
  }

  /**
   * Shows the paper of the address, with the matches of the current query marked.
   * @returns {Promise<boolean>} true if it was found
   */
  async function loadPaper() {
    const { address, verbatim } = store.get();
    const key = address.paper;
    const found = key ? await unlessStopped(engine.paper(key, verbatim)) : null;
    const now = store.get();
    if (now.address.paper !== key) return true;
    const { paper, position } = found ?? { paper: null, position: -1 };
    // Showing the same text again would only lose the reader's position and focus.
    const same = JSON.stringify(paper) === JSON.stringify(now.paper);
    if (!same || position !== now.position) store.set({ paper: same ? now.paper : paper, position });
    if (paper) onPaper();
    return !key || paper !== null;
  }

  return { search, loadPaper, requestOf };
}
