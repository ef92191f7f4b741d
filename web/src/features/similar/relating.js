// Extras of the open paper, loaded once it is shown: why the search found it, similar papers, and why it is for the user.
import { unlessStopped } from '../../engine/unless-stopped.js';

/** @typedef {import('../../app/state.js').State} State */

const SIMILAR = 10;

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../../engine/engine.js').createEngine>} parts.engine
 */
export function createRelating({ store, engine }) {
  /** @param {string} key */
  const isOpen = (key) => store.get().paper?.key === key;

  /** @param {string} key */
  async function explain(key) {
    const { answer, answerText, why } = store.get();
    if (!answer || !answerText.trim()) return why && store.set({ why: null });
    const explanation = await unlessStopped(engine.explain({ key, generation: answer.generation }));
    if (explanation && isOpen(key)) store.set({ why: { key, explanation } });
  }

  /** @param {string} key */
  async function compare(key) {
    const { similar, shelf } = store.get();
    if (similar?.key === key && similar.shelf === shelf) return;
    const rows = await unlessStopped(engine.similar({ key, count: SIMILAR }));
    if (rows && isOpen(key)) store.set({ similar: { key, shelf, rows } });
  }

  /** @param {string} key */
  async function tell(key) {
    if (!store.get().interest.enough) return;
    const reasons = await unlessStopped(engine.reasons({ key }));
    if (reasons && isOpen(key)) store.set({ reasons: { key, reasons } });
  }

  /** Call when a paper is shown, and again when the query or the library has changed. */
  return function relate() {
    const { paper } = store.get();
    if (!paper) return;
    explain(paper.key);
    compare(paper.key);
    tell(paper.key);
  };
}
