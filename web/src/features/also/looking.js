// Papers beside those that the query finds: what other words find, which the library's bilingual papers have for its
// words; and, where it finds few, papers about the same.
import { listOf, sameList } from '../../app/fragment.js';
import { unlessStopped } from '../../engine/unless-stopped.js';

/** @typedef {import('../../app/state.js').State} State */

/** A query in so few letters is only begun. */
const SHORTEST = 2;
/** With so few found, papers about the same are offered. */
const FEW = 5;
const ALIKE = 10;
/** Looking costs another search, and after a change of the library much more: not while the user types. */
const PAUSE_MS = 800;

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../../engine/engine.js').createEngine>} parts.engine
 * @param {Pick<ReturnType<typeof import('../search/searching.js').createSearching>, 'requestOf'>} parts.searching
 */
export function createLooking({ store, engine, searching }) {
  let timer = 0;
  /** What was looked for last, and in which library. */
  let last = { fragment: '', shelf: store.get().shelf };
  /** Words that the user has taken off, and whether all were: of one query. */
  let off = { text: '', stems: /** @type {string[]} */ ([]), all: false };

  async function look() {
    const { address, also, answer, shelf } = store.get();
    last = { fragment: listOf(address), shelf };
    if (off.text !== address.text) off = { text: address.text, stems: [], all: false };
    const isAsked = answer && !off.all && address.text.trim().length >= SHORTEST;
    if (!isAsked) return also && store.set({ also: null });
    const request = searching.requestOf(address);
    const [found, alike] = await Promise.all([
      unlessStopped(engine.also({ request, notLearned: off.stems })),
      alikeTo(answer, request),
    ]);
    if (!found || !sameList(store.get().address, address)) return;
    const others = new Set(found.rows.map(({ row }) => row.work));
    store.set({
      also: {
        text: address.text,
        taken: off.stems.length,
        ...found,
        alike: alike.filter(({ row }) => !others.has(row.work)),
      },
    });
  }

  /**
   * Papers about the same as the few that are found.
   * @param {import('../../engine/protocol.js').SearchAnswer} answer
   * @param {import('../../engine/protocol.js').SearchRequest} request
   */
  async function alikeTo({ result }, request) {
    if (result.total === 0 || result.total >= FEW) return [];
    const works = await unlessStopped(engine.works({ request, from: 0, to: FEW }));
    return (works && (await unlessStopped(engine.similarTo({ works, count: ALIKE })))) ?? [];
  }

  return {
    /** At once. */
    look,
    /** The list has another answer, perhaps to the same question: marks change it, too. */
    changed() {
      const { address, shelf } = store.get();
      clearTimeout(timer);
      if (listOf(address) === last.fragment && shelf === last.shelf) return;
      timer = window.setTimeout(look, PAUSE_MS);
    },
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
