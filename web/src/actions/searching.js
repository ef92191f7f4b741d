// Asks the engine for what the address says, and puts the answer into the state.
import { unlessStopped } from './unless-stopped.js';

/** @typedef {import('../state/state.js').State} State */

const FIRST_ROWS = 30;

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../state/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../engine/engine.js').createEngine>} parts.engine
 * @param {ReturnType<typeof import('../engine/row-cache.js').createRowCache>} parts.rows
 * @param {() => boolean} parts.isComing  what is kept is being opened: the engine answers when it is
 * @param {() => Promise<unknown>} parts.ready  an answer can be shown
 * @param {(list: { cursor: number, reveal: boolean }) => void} parts.onList a new list was put in place
 * @param {() => void} parts.onAnswer
 * @param {() => void} parts.onPaper the paper of the address is shown, for the current query
 */
export function createSearching({ store, engine, rows, isComing, ready, onList, onAnswer, onPaper }) {
  let asked = 0;

  /**
   * @param {object} how
   * @param {boolean} [how.reveal] put the open paper in view
   * @param {boolean} [how.stay]   keep the place in the list: the same question, asked again
   * @returns {Promise<boolean>} is an answer shown?
   */
  async function search({ reveal = false, stay = false } = {}) {
    const { address, shelf } = store.get();
    if (shelf.digests.length === 0 && !isComing()) return clear();
    const question = ++asked;
    store.set({ searching: true });
    const { text, categories, days, authors, bare, order } = address;
    const request = { text, typing: true, categories, days, authors, withoutSummary: bare, order };
    const answer = await unlessStopped(
      engine.search({ request, paper: address.paper, reveal, rows: FIRST_ROWS }),
    );
    // Where the page itself reads what is kept, nothing is there yet.
    if (!answer || (answer.paperCount === 0 && isComing())) return false;
    await ready();
    if (store.get().shelf.digests.length === 0) return clear();
    onAnswer();
    rows.reset(answer);
    const { cursor } = store.get();
    const last = Math.max(0, answer.result.total - 1);
    const next = reveal ? Math.max(0, answer.position) : stay ? Math.min(cursor, last) : 0;
    store.set({
      answer,
      answerText: text,
      position: store.get().address.paper === address.paper ? answer.position : -1,
      cursor: next,
      // Behind an answer that comes while the person types on, the next is already on its way.
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

  /** Shows the paper of the address, with the marks of the current query. @returns {Promise<boolean>} was it found? */
  async function loadPaper() {
    const { address, verbatim } = store.get();
    const key = address.paper;
    const found = key ? await unlessStopped(engine.paper(key, verbatim)) : null;
    const now = store.get();
    if (now.address.paper !== key) return true;
    const { paper, position } = found ?? { paper: null, position: -1 };
    // The same text again would only take away the reader's place and focus.
    const same = JSON.stringify(paper) === JSON.stringify(now.paper);
    if (!same || position !== now.position) store.set({ paper: same ? now.paper : paper, position });
    if (paper) onPaper();
    return !key || paper !== null;
  }

  return { search, loadPaper };
}
