// Requests the contents of the newest days whenever the open digests or the user's marks change.
import { unlessStopped } from '../../engine/unless-stopped.js';

/** @typedef {import('../../app/state.js').State} State */

/** A month, because a table of contents of all days would be useless. */
const DAYS = 31;
/** Marks change in bursts, and the counts of unread papers can wait. */
const PAUSE_MS = 250;

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../../engine/engine.js').createEngine>} parts.engine
 * @param {() => string[]} parts.hiddenSets sets whose works are not counted
 */
export function describeDays({ store, engine, hiddenSets }) {
  let asking = false;
  let timer = 0;

  async function ask() {
    asking = true;
    const { digests } = store.get().shelf;
    const contents = digests.length > 0 ? await unlessStopped(engine.contents(DAYS, hiddenSets())) : null;
    asking = false;
    if (store.get().shelf.digests !== digests) return ask();
    if (contents || digests.length === 0) store.set({ contents });
  }

  store.subscribe(({ shelf, marksAt, contents }, before) => {
    if (shelf.digests !== before.shelf.digests && !asking) ask();
    else if (marksAt !== before.marksAt && contents) {
      clearTimeout(timer);
      timer = window.setTimeout(() => asking || ask(), PAUSE_MS);
    }
  });
}
