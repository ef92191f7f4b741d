// Stores the list of all papers as last seen, to show it before the library is open.
import { HOME, sameList } from './fragment.js';
import { viewFrom } from '../storage/first-view.js';
import { hasKept, keepBefore, readBefore } from '../storage/kept-before.js';

/** @typedef {import('./state.js').State} State */

const PAUSE_MS = 1000;
/** Marks an answer that did not come from the engine, so the engine has no rows for it. */
const NO_GENERATION = -2;

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('./store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../engine/row-cache.js').createRowCache>} parts.rows
 * @param {string} parts.build this build of the page; a view stored by another build may lack what this one draws
 */
export function createFirstView({ store, rows, build }) {
  let timer = 0;

  /** @param {State} state @param {State} before */
  function keepSoon(state, before) {
    const { answer, address, shelf, contents } = state;
    const { digests } = shelf;
    // The stored view shows digests that may be gone. Keep only whether there is a library.
    if (digests !== before.shelf.digests) {
      clearTimeout(timer);
      keepBefore(digests.some(({ id }) => id > 0) ? {} : null);
    }
    const isSame = answer === before.answer && contents === before.contents;
    if (isSame || !answer || answer.generation === NO_GENERATION) return;
    if (!sameList(address, HOME) || answer.from !== 0) return;
    clearTimeout(timer);
    if (digests.some(({ id }) => id === 0)) return;
    // Everything may have been removed in the meantime.
    timer = window.setTimeout(
      () => store.get().answer === answer && keepBefore({ build, answer, digests, contents }),
      PAUSE_MS,
    );
  }

  return {
    keepFrom() {
      store.subscribe(keepSoon);
      keepSoon(store.get(), { ...store.get(), answer: null });
    },
    /**
     * Shows the stored view if it is usable and the address is that of all papers. Returns whether there is a library.
     */
    show() {
      if (!hasKept()) return false;
      const view = sameList(store.get().address, HOME) ? viewFrom(readBefore(), build) : null;
      if (!view) return true;
      const answer = { ...view.answer, generation: NO_GENERATION };
      rows.reset(answer);
      const shelf = { digests: view.digests, refused: [], known: [] };
      store.set({ shelf, answer, contents: view.contents, booted: true, searching: true });
      return true;
    },
  };
}
