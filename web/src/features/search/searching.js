// Runs the search that the address describes and puts the answer into the state.
import { filtersOf } from '../../app/fragment.js';
import { unlessStopped } from '../../engine/unless-stopped.js';

/** @typedef {import('../../app/state.js').State} State */
/** @typedef {import('../../app/navigation.js').Place} Place */

const FIRST_ROWS = 30;
/** Half of them before the one at the top of the list, half after it: more than a screen. */
const ROWS_AROUND = 60;

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../../engine/engine.js').createEngine>} parts.engine
 * @param {ReturnType<typeof import('../../engine/row-cache.js').createRowCache>} parts.rows
 * @param {() => string[]} parts.hiddenSets sets whose works are left out
 * @param {() => boolean} parts.isOpening the stored library is being opened; the engine answers once it is open
 * @param {() => Promise<unknown>} parts.ready resolves when an answer can be shown
 * @param {() => Place | null | undefined} [parts.placeNow] where the user is in the list
 * @param {(list: { cursor: number, reveal: boolean, place: Place | null | undefined }) => void} parts.onList a new list is in place
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
  placeNow = () => null,
  onList,
  onAnswer,
  onPaper,
}) {
  let newest = 0;
  /** The search that last changed what the list is of. @type {Promise<unknown>} */
  let last = Promise.resolve();
  /** Until then the list is that of the visit before, which the first answer confirms. */
  let hasAnswered = false;

  /** @param {import('../../app/fragment.js').Address} address @returns {import('../../engine/protocol.js').SearchRequest} */
  const requestOf = (address) => ({
    text: address.text,
    typing: true,
    ...filtersOf(address),
    hiddenSets: hiddenSets(),
    order: address.order,
    feedback: true,
  });

  /**
   * @param {object} [how]
   * @param {boolean} [how.reveal] bring the open paper into view
   * @param {boolean} [how.stay] same query again: keep the cursor and what is in view
   * @param {boolean} [how.anew] the order "for you" follows what was learned last
   * @param {number} [how.cursor] where the cursor goes, if its paper may leave the list
   * @param {Place | null} [how.place] where the user was in this list
   * @returns {Promise<boolean>} true if an answer is shown
   */
  function search(how) {
    const asked = find(how);
    if (hasAnswered && !how?.stay) last = asked.catch(() => {});
    return asked;
  }

  /** @param {Parameters<typeof search>[0]} [how] @returns {Promise<boolean>} */
  async function find({ reveal = false, stay = false, anew = !stay, place = null, cursor: to } = {}) {
    const { address, shelf } = store.get();
    if (shelf.digests.length === 0 && !isOpening()) return clear();
    const question = ++newest;
    store.set({ searching: true });
    const request = requestOf(address);
    const asked = stay ? placeNow() : place;
    const answer = await unlessStopped(
      engine.search({
        request,
        paper: asked?.key ?? address.paper,
        reveal: reveal || Boolean(asked),
        rows: asked ? ROWS_AROUND : FIRST_ROWS,
        anew,
      }),
    );
    // If the page itself reads the stored digests, none may be open yet.
    if (!answer || (answer.paperCount === 0 && isOpening())) return false;
    await ready();
    const now = store.get();
    if (now.shelf.digests.length === 0) return clear();
    onAnswer();
    hasAnswered = true;
    const end = Math.max(0, answer.result.total - 1);
    const inList = (/** @type {number} */ index) => Math.min(Math.max(0, index), end);
    // So many papers more are before those in view; the user may have scrolled on meanwhile.
    const more = asked && answer.position >= 0 ? answer.position - asked.index : 0;
    const top = asked && ((stay && placeNow()) || asked);
    rows.reset(answer);
    const kept = stay ? now.cursor + more : place ? place.cursor + more : reveal ? answer.position : 0;
    const cursor = to ?? kept;
    const isOpen = now.address.paper === address.paper;
    store.set({
      answer,
      answerText: address.text,
      position: asked ? now.position : isOpen ? answer.position : -1,
      cursor: inList(cursor),
      // If the user has typed on meanwhile, the next search is already running.
      searching: question !== newest,
    });
    const found = top && { ...top, index: inList(top.index + more) };
    if (found || !stay) onList({ cursor: inList(cursor), reveal, place: found });
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

  /** Once the list is of what was asked for last, or that search has failed. */
  async function settled() {
    for (let waited; waited !== last;) await (waited = last);
  }

  return { search, settled, loadPaper, requestOf };
}
