// Asks what the text in the search box could go on as.
import { unlessStopped } from './unless-stopped.js';

/** @typedef {import('../state/state.js').State} State */

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../state/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../engine/engine.js').createEngine>} parts.engine
 */
export function createCompleting({ store, engine }) {
  /** @param {string} text @param {number} caret in UTF-16 units */
  async function complete(text, caret) {
    const options = text.trim() ? await unlessStopped(engine.complete({ text, caret })) : [];
    // The answer to what has been typed over since is of no use.
    if (options && store.get().address.text === text) store.set({ completion: { text, options } });
  }
  return { complete };
}
