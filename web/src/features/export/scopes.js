// Which papers are meant: the open one or the one under the cursor, the selected ones, the starred ones, those of a tag,
// or all that the list shows.
import { NO_FILTERS } from '../../app/fragment.js';
import { isSelecting } from '../../app/selection.js';
import { unlessStopped } from '../../engine/unless-stopped.js';

/** @typedef {import('../../app/state.js').State} State */
/** @typedef {{ kind: 'one' | 'selected' | 'starred' | 'tag' | 'found', tag?: string }} Scope */

const MOST = 0xffffffff;

/** What a key means now. @param {State} state @returns {Scope} */
export const scopeNow = (state) => ({
  kind: isSelecting(state) && state.selection.works.size > 0 ? 'selected' : 'one',
});

/** @param {Scope} a @param {Scope} b */
export const isSameScope = (a, b) => a.kind === b.kind && a.tag === b.tag;

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../../engine/row-cache.js').createRowCache>} parts.rows
 * @param {ReturnType<typeof import('../../engine/engine.js').createEngine>} parts.engine
 * @param {import('../../marks/marks.js').Marks} parts.marks
 * @param {ReturnType<typeof import('../search/searching.js').createSearching>} parts.searching
 * @param {ReturnType<typeof import('../selection/selecting.js').createSelecting>} parts.selecting
 */
export function createScopes({ store, rows, engine, marks, searching, selecting }) {
  /** All works of the library that the query finds, the newest first. @param {string} text */
  async function foundBy(text) {
    const request = searching.requestOf({ ...store.get().address, ...NO_FILTERS, text, order: 'newest' });
    const all = { request: { ...request, typing: false, hiddenSets: [] }, from: 0, to: MOST };
    return (await unlessStopped(engine.works(all))) ?? [];
  }

  /** Those of the list, in its order. @returns {Promise<string[]>} */
  async function found() {
    const { answer } = store.get();
    const shown = answer && (await unlessStopped(engine.worksShown(answer.generation)));
    if (shown || !answer) return shown ?? [];
    return (await searching.search({ stay: true })) ? found() : [];
  }

  async function one() {
    const { paper, cursor } = store.get();
    const shown = paper ?? (await rows.load(cursor));
    return shown ? [shown.work] : [];
  }

  return {
    /** Those that are not empty, as far as that is known at once. @returns {Scope[]} */
    all() {
      const state = store.get();
      const hasPapers = (state.answer?.result.total ?? 0) > 0;
      return [
        ...(state.paper || hasPapers ? [{ kind: /** @type {const} */ ('one') }] : []),
        ...(state.selection.works.size > 0 ? [{ kind: /** @type {const} */ ('selected') }] : []),
        ...(hasPapers ? [{ kind: /** @type {const} */ ('found') }] : []),
        { kind: 'starred' },
        ...marks.tags().map(({ name }) => ({ kind: /** @type {const} */ ('tag'), tag: name })),
      ];
    },
    /** Names of works. @param {Scope} scope @returns {Promise<string[]>} */
    worksOf({ kind, tag = '' }) {
      if (kind === 'one') return one();
      if (kind === 'selected') return selecting.works();
      if (kind === 'starred') return foundBy('is:starred');
      return kind === 'tag' ? foundBy(`tag:"${tag}"`) : found();
    },
  };
}
