// The list of all papers as it was last seen, kept so that it is on the screen before the library is open.
import { HOME, sameList } from '../state/fragment.js';
import { keepBefore, readBefore } from '../storage/kept-before.js';

/** @typedef {import('../state/state.js').State} State */

const PAUSE_MS = 1000;
/** Rows of it are not given by the engine, which knows no such result. */
const NO_GENERATION = -2;

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../state/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../engine/row-cache.js').createRowCache>} parts.rows
 */
export function createFirstView({ store, rows }) {
  let timer = 0;

  /** @param {State} state @param {State} before */
  function keepSoon(state, before) {
    const { answer, address, shelf } = state;
    const { digests } = shelf;
    // What was kept shows digests that may be gone: all that it still tells is whether there is a library.
    if (digests !== before.shelf.digests) {
      clearTimeout(timer);
      keepBefore(digests.some(({ id }) => id > 0) ? {} : null);
    }
    if (answer === before.answer || !answer || answer.generation === NO_GENERATION) return;
    if (!sameList(address, HOME) || answer.from !== 0) return;
    clearTimeout(timer);
    if (digests.some(({ id }) => id === 0)) return;
    // Everything may have been removed since.
    timer = window.setTimeout(
      () => store.get().answer === answer && keepBefore({ answer, digests }),
      PAUSE_MS,
    );
  }

  return {
    keepFrom() {
      store.subscribe(keepSoon);
      keepSoon(store.get(), { ...store.get(), answer: null });
    },
    /** Shows it, where the address is that of all papers; gives whether there is one. */
    show() {
      const view = readBefore();
      if (!view) return false;
      if (!view.answer || !sameList(store.get().address, HOME)) return true;
      const answer = { ...view.answer, generation: NO_GENERATION };
      rows.reset(answer);
      store.set({ shelf: { digests: view.digests, refused: [] }, answer, booted: true, searching: true });
      return true;
    },
  };
}
