// Extras of the open paper, loaded once it is shown: why the search found it, similar papers, and why it is for the user.
import { unlessStopped } from '../../engine/unless-stopped.js';

/** @typedef {import('../../app/state.js').State} State */

const SIMILAR = 10;
const SIMILAR_TO_MANY = 30;

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
    const { answer, answerText, why, also } = store.get();
    if (!answer || !answerText.trim()) return why && store.set({ why: null });
    const isAlso = also?.text === answerText && also.rows.some(({ row }) => row.key === key);
    const [explanation, learned] = await Promise.all([
      unlessStopped(engine.explain({ key, generation: answer.generation })),
      isAlso ? unlessStopped(engine.explainAlso({ key })) : [],
    ]);
    if (explanation && isOpen(key)) store.set({ why: { key, explanation, learned: learned ?? [] } });
  }

  /** @param {import('../../engine/protocol.js').Paper} paper */
  async function compare({ key, work }) {
    const { similar, shelf } = store.get();
    if (similar?.key === key && similar.shelf === shelf) return;
    const rows = await unlessStopped(engine.similar({ works: [work], count: SIMILAR }));
    if (rows && isOpen(key)) store.set({ similar: { key, shelf, rows } });
  }

  /** @param {string} key */
  async function tell(key) {
    if (!store.get().interest.enough) return;
    const reasons = await unlessStopped(engine.reasons({ key }));
    if (reasons && isOpen(key)) store.set({ reasons: { key, reasons } });
  }

  return {
    /** Call when a paper is shown, and again when the query or the library has changed. */
    relate() {
      const { paper } = store.get();
      if (!paper) return;
      explain(paper.key);
      compare(paper);
      tell(paper.key);
    },
    /** Papers similar to all of these works together; null if there is no answer. @param {string[]} works */
    similarTo: (works) => unlessStopped(engine.similarTo({ works, count: SIMILAR_TO_MANY })),
    /** Papers similar to one of which only the title is known; null if there is no answer. @param {string} title */
    similarToTitle: (title) =>
      unlessStopped(engine.similarTo({ works: [], titles: [title], count: SIMILAR_TO_MANY })),
  };
}
