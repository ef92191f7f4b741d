// Removes digests, and brings them back when that is undone.
import { t } from '../../i18n/index.js';
import { unpack } from '../../storage/packing.js';

/** @typedef {import('../../library/read-files.js').Source} Source */
/** @typedef {import('../../storage/database.js').KeptDigest} KeptDigest */

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<import('../../app/state.js').State>>} parts.store
 * @param {ReturnType<typeof import('../../library/library.js').createLibrary>} parts.library
 * @param {import('../../marks/kept-marks.js').KeptMarks} parts.kept
 * @param {import('../../app/undo.js').Undo} parts.undo
 * @param {(key: string, values?: Record<string, string | number>) => void} parts.notify
 */
export function createRemoving({ store, library, kept, undo, notify }) {
  /** What it takes to bring these digests back. @param {readonly string[]} labels */
  async function sourcesOf(labels) {
    const { digests } = store.get().shelf;
    const going = digests.filter(({ label }) => labels.includes(label));
    const order = digests.map(({ content }) => content);
    const stored = await kept.digestsOf(going.flatMap(({ id }) => (id > 0 ? [id] : [])));
    return { stored, unstored: library.unstoredOf(labels), order };
  }

  /** @param {KeptDigest} digest @returns {Promise<Source>} */
  const unpacked = async (digest) => {
    const { name, left, written: lastModified } = digest;
    return { name, left, blob: new File([await unpack(digest)], name, { lastModified }) };
  };

  /**
   * To where they were.
   * @param {{ stored: KeptDigest[], unstored: import('../../library/shelf.js').Unstored[], order: string[] }} sources
   */
  async function bringBack({ stored, unstored, order }) {
    await library.open(await Promise.all(stored.map(unpacked)), { keeps: true, merges: true });
    for (const { source, fromAddress } of unstored)
      await library.open([source], { keeps: false, merges: true, fromAddress });
    await library.arrange(order);
  }

  /**
   * Resolves to true if they are gone.
   * @param {string[]} labels
   * @param {string} key of the notice @param {Record<string, string | number>} values
   */
  async function remove(labels, key, values) {
    const sources = await sourcesOf(labels).catch(() => ({ stored: [], unstored: [], order: [] }));
    const removed = await library.remove(labels);
    if (!removed) notify('storage.remove.failed');
    else if (sources.stored.length + sources.unstored.length < labels.length) notify(key, values);
    else
      undo.record({
        text: t(key, values),
        undo: () => bringBack(sources),
        redo: () => library.remove(labels),
      });
    return removed;
  }

  return {
    /** @param {string} label */
    removeDigest: (label) => remove([label], 'storage.removed', { name: label }),
    /**
     * Removes all digests between two days, inclusive. An empty day means no limit.
     * @param {string} from
     * @param {string} to
     */
    async removeDays(from, to) {
      const going = store
        .get()
        .shelf.digests.filter(({ date }) => date && date >= from && (!to || date <= to));
      const n = new Set(going.map(({ date }) => date)).size;
      const labels = going.map(({ label }) => label);
      if (n === 0) notify('storage.days.removed', { n });
      else await remove(labels, 'storage.days.removed', { n });
    },
  };
}
