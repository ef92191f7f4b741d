// Counts the unread papers of each saved search, after the list has its answer and never while one is awaited.
import { HOME, parseFragment } from '../../app/fragment.js';
import { unlessStopped } from '../../engine/unless-stopped.js';

/** @typedef {import('../../app/state.js').State} State */

const PAUSE_MS = 700;

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../../engine/engine.js').createEngine>} parts.engine
 * @param {Pick<ReturnType<typeof import('../search/searching.js').createSearching>, 'requestOf'>} parts.searching
 */
export function createCounting({ store, engine, searching }) {
  let timer = 0;
  /** The newest run; an older one ends. */
  let run = 0;

  store.subscribe((state, before) => {
    const isSame =
      state.searches === before.searches && state.shelf === before.shelf && state.marksAt === before.marksAt;
    if (!isSame) soon();
  });

  function soon() {
    run += 1;
    clearTimeout(timer);
    timer = window.setTimeout(count, PAUSE_MS);
  }

  /** One request for each search, so that what the user asks meanwhile waits for one of them at most. */
  async function count() {
    const mine = ++run;
    const { searches, shelf } = store.get();
    /** @type {State['unseen']} */
    const unseen = {};
    if (shelf.digests.length > 0)
      for (const { fragment } of searches) {
        if (store.get().searching) return soon();
        const request = searching.requestOf({ ...HOME, ...parseFragment(fragment) });
        const unread = await unlessStopped(engine.unread({ request }));
        if (mine !== run || unread === null) return;
        unseen[fragment] = unread;
      }
    if (JSON.stringify(unseen) !== JSON.stringify(store.get().unseen)) store.set({ unseen });
  }
}
