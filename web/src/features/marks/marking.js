// Papers count as read when they were open for a while.

/** @typedef {import('../../app/state.js').State} State */

/** A paper that is open for so long counts as read, if the user wants that soon. */
const READ_MS = 2000;

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {import('../../marks/marks.js').Marks} parts.marks
 * @param {() => 'soon' | 'at-once' | 'never'} parts.countsAsRead when an open paper does
 */
export function createMarking({ store, marks, countsAsRead }) {
  let timer = 0;
  /** The work that is about to count as read. */
  let soon = '';
  store.subscribe(({ paper }) => {
    if (paper?.work === soon) return;
    clearTimeout(timer);
    soon = '';
  });

  return {
    /**
     * An open paper counts as read after a while, unless the user has marked it read or unread before. One that was done
     * by its row is not skimmed any more.
     */
    async opened() {
      await marks.loaded();
      const { work = '' } = store.get().paper ?? {};
      const when = countsAsRead();
      const { readAt = 0, skimmed = false } = marks.get(work) ?? {};
      if (!work || work === soon || when === 'never' || (readAt && !skimmed)) return;
      const read = () => marks.say(work, skimmed ? { skimmed: false } : { read: true });
      if (when === 'at-once') return read();
      soon = work;
      timer = window.setTimeout(read, READ_MS);
    },
  };
}
