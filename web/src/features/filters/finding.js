// Finds authors of the list by words of their names: the answer to a search has only the most frequent ones.
import { unlessStopped } from '../../engine/unless-stopped.js';

/** @typedef {import('../../app/state.js').State} State */

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../../engine/engine.js').createEngine>} parts.engine
 */
export function createFinding({ store, engine }) {
  let wanted = '';

  async function ask() {
    const typed = wanted;
    const { answer } = store.get();
    if (!typed || !answer) return;
    const found = await unlessStopped(engine.authors({ typed, generation: answer.generation }));
    // A newer answer, or another text, has its own request.
    if (found && typed === wanted && store.get().answer === answer)
      store.set({ foundAuthors: { typed, found } });
  }

  store.subscribe(({ answer }, before) => {
    if (answer !== before.answer && wanted) ask();
  });

  return {
    /** @param {string} typed empty: no longer */
    authors(typed) {
      wanted = typed.trim();
      if (!wanted) store.set({ foundAuthors: null });
      return ask();
    },
  };
}
