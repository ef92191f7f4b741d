// Requests completions of the text in the search box.
import { unlessStopped } from '../../engine/unless-stopped.js';

/** @typedef {import('../../app/state.js').State} State */

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../../engine/engine.js').createEngine>} parts.engine
 */
export function createCompleting({ store, engine }) {
  /** @param {string} text @param {number} caret in UTF-16 units */
  async function complete(text, caret) {
    const options = text.trim() ? await unlessStopped(engine.complete({ text, caret })) : [];
    // Drop the answer if the text has changed since.
    if (options && store.get().address.text === text) store.set({ completion: { text, options } });
  }
  return { complete };
}
