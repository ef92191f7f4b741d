// Counts the list's filters again after the user's marks have changed, or what is for the user. The list itself stays as it is until the next
// search, so that no row moves under the pointer.
import { unlessStopped } from '../../engine/unless-stopped.js';

/** @typedef {import('../../app/state.js').State} State */

/** Marks change in bursts, and the counts can wait. */
const PAUSE_MS = 250;

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../../engine/engine.js').createEngine>} parts.engine
 * @param {ReturnType<typeof import('../search/searching.js').createSearching>['requestOf']} parts.requestOf
 */
export function recountFilters({ store, engine, requestOf }) {
  let timer = 0;

  async function count() {
    const { answer, address } = store.get();
    if (!answer) return;
    const result = await unlessStopped(engine.counts({ request: requestOf(address) }));
    if (result && store.get().answer === answer) store.set({ recounted: { answer, result } });
  }

  store.subscribe(({ marksAt, interest }, before) => {
    if (marksAt === before.marksAt && interest === before.interest) return;
    clearTimeout(timer);
    timer = window.setTimeout(count, PAUSE_MS);
  });
}
