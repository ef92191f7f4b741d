// What the user selects in the list, and what is done with it. Keys may come faster than rows arrive, so all of it waits
// in one line with the decisions on single papers.
import { NO_FILTERS } from '../../app/fragment.js';
import { unlessStopped } from '../../engine/unless-stopped.js';
import { NOTHING, begun, extended, inOrder, onlyOf, withAll } from '../../app/selection.js';

/** @typedef {import('../../app/state.js').State} State */
/** @typedef {import('../../app/selection.js').Selection} Selection */

/** Until the list is asked which of the selected papers it shows: somebody may be typing. */
const PAUSE_MS = 300;

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../../engine/row-cache.js').createRowCache>} parts.rows
 * @param {ReturnType<typeof import('../../engine/engine.js').createEngine>} parts.engine
 * @param {ReturnType<typeof import('../list/browsing.js').createBrowsing>} parts.browsing
 * @param {ReturnType<typeof import('../search/searching.js').createSearching>} parts.searching
 * @param {ReturnType<typeof import('../triage/deciding.js').createDeciding>} parts.deciding
 */
export function createSelecting({ store, rows, engine, browsing, searching, deciding }) {
  const { inTurn } = deciding;
  const selection = () => store.get().selection;
  /** @param {Selection} next */
  const set = (next) => store.set({ selection: next });

  /** The works of the list as it is shown, by the answer that they belong to. @type {{ answer: State['answer'], works: string[] }} */
  let listed = { answer: null, works: [] };
  let timer = 0;
  /** Of several drags before the first is carried out only the last counts. */
  let drags = 0;

  /** Names of all works of the list, in its order. */
  async function list() {
    const { answer } = store.get();
    if (!answer) return [];
    if (listed.answer !== answer) {
      let works = await unlessStopped(engine.worksShown(answer.generation));
      // The library has changed since.
      if (!works && (await searching.search({ stay: true }))) return list();
      listed = { answer, works: works ?? [] };
    }
    return listed.works;
  }

  /** The works between two rows, which are inclusive, without asking if all of them are at hand. @param {number} a @param {number} b */
  async function between(a, b) {
    const [from, to] = a < b ? [a, b] : [b, a];
    const works = [];
    for (let index = from; index <= to; index++) {
      const row = rows.at(index);
      if (!row) return (await list()).slice(from, to + 1);
      works.push(row.work);
    }
    return works;
  }

  /** Where the anchor is in the list; -1 if it is not there. */
  async function anchorAt() {
    const { anchor, at } = selection();
    if (!anchor) return -1;
    const row = at >= 0 ? await rows.load(at) : undefined;
    return row?.work === anchor ? at : (await list()).indexOf(anchor);
  }

  /** @param {number} index @param {boolean} [selects] */
  async function begin(index, selects) {
    const row = await rows.load(index);
    if (row) set(begun(selection(), row.work, index, selects));
  }

  /** @param {number} index @param {number} from where a range begins that has no anchor in the list */
  async function reach(index, from) {
    const anchored = await anchorAt();
    if (anchored < 0) await begin(from, true);
    const at = anchored < 0 ? from : anchored;
    const range = await between(at, index);
    if (selection().anchor) set({ ...extended(selection(), range), at });
  }

  /** Which selected works are not in the list is known a little later. */
  function countOutside() {
    clearTimeout(timer);
    const { works, outside } = selection();
    if (works.size === 0) return void (outside > 0 && set({ ...selection(), outside: 0 }));
    timer = window.setTimeout(async () => {
      const { answer } = store.get();
      const shown = await list();
      if (store.get().answer !== answer) return;
      const now = selection();
      const inside = shown.filter((work) => now.works.has(work)).length;
      if (now.outside !== now.works.size - inside) set({ ...now, outside: now.works.size - inside });
    }, PAUSE_MS);
  }

  /** Digests were removed, and with them perhaps papers. */
  const forgetGone = () =>
    inTurn(async () => {
      const request = searching.requestOf({ ...store.get().address, ...NO_FILTERS, text: '' });
      const all = await unlessStopped(
        engine.works({ request: { ...request, hiddenSets: [] }, from: 0, to: 0xffffffff }),
      );
      if (all) set(onlyOf(selection(), new Set(all)));
    });

  store.subscribe((state, before) => {
    const { answer, shelf, selection: now } = state;
    if (now.works.size === 0 && now === before.selection) return;
    if (shelf.digests.length === 0 && now !== NOTHING) return set(NOTHING);
    if (shelf.digests.length < before.shelf.digests.length) forgetGone();
    // Papers are selected in the list, so only another list, or fewer of them, changes this number.
    const isFewer = now.works.size < before.selection.works.size && now.outside > 0;
    if (answer !== before.answer || isFewer) countOutside();
  });

  return {
    /** Selects the open paper or the one under the cursor, or not, and leads to the next one. */
    toggle: () =>
      inTurn(async () => {
        const from = await deciding.target();
        if (!from) return;
        set(begun(selection(), from.work, from.index));
        await deciding.toNext(from);
      }),
    /** Extends the range to the next or previous paper. @param {1 | -1} by */
    step: (by) =>
      inTurn(async () => {
        const from = await deciding.target();
        const to = from && from.index >= 0 ? from.index + by : -1;
        if (!from || !(await rows.load(to))) return;
        await reach(to, from.index);
        await (from.open ? browsing.step(by) : browsing.move(to));
      }),
    /** Selects the paper at that place, or not. @param {number} index */
    toggleAt: (index) =>
      inTurn(async () => {
        await begin(index);
        browsing.move(index);
      }),
    /** Selects all from the anchor to that place. @param {number} index */
    reachTo: (index) =>
      inTurn(async () => {
        await reach(index, store.get().cursor);
        browsing.move(index);
      }),
    /** The same while a pointer is drawn over the rows. @param {number} index */
    dragTo(index) {
      const drag = ++drags;
      return inTurn(() => drag === drags && reach(index, index));
    },
    all: () => inTurn(async () => set(withAll(selection(), await list()))),
    /** From now on taps select. */
    start: () => set({ ...selection(), taps: true }),
    clear: () => inTurn(() => set(NOTHING)),
    /** @param {Selection} before as it was */
    takeBack: (before) => inTurn(() => selection() !== before && set(before)),
    /** The selected works, those of the list first. */
    works: async () => inOrder(selection(), await list()),
  };
}
