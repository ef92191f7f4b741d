// Papers that only other words find: those that the library's bilingual papers have for the words of the query.
import { sameList } from '../../app/fragment.js';
import { unlessStopped } from '../../engine/unless-stopped.js';

/** @typedef {import('../../app/state.js').State} State */

/** A query in so few letters is only begun. */
const SHORTEST = 2;

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../../engine/engine.js').createEngine>} parts.engine
 * @param {Pick<ReturnType<typeof import('../search/searching.js').createSearching>, 'requestOf'>} parts.searching
 */
export function createLooking({ store, engine, searching }) {
  /** Words that the user has taken off, and whether all were: of one query. */
  let off = { text: '', stems: /** @type {string[]} */ ([]), all: false };

  /** Call when the list has its answer. */
  async function look() {
    const { address, also, answer } = store.get();
    if (off.text !== address.text) off = { text: address.text, stems: [], all: false };
    const isAsked = answer && !off.all && address.text.trim().length >= SHORTEST;
    if (!isAsked) return also && store.set({ also: null });
    const request = searching.requestOf(address);
    const found = await unlessStopped(engine.also({ request, notLearned: off.stems }));
    if (!found || !sameList(store.get().address, address)) return;
    store.set({ also: { text: address.text, taken: off.stems.length, ...found } });
  }

  return {
    look,
    /** Leaves a word out, for this query. @param {string} stem */
    leaveOut(stem) {
      off = { ...off, stems: [...off.stems, stem] };
      return look();
    },
    /** Not for this query. */
    turnOff() {
      off = { ...off, all: true };
      store.set({ also: null });
    },
  };
}

/** @typedef {ReturnType<typeof createLooking>} Looking */
