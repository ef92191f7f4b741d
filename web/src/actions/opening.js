// Brings digests in: dropped, picked, pasted, or bundled.
import { fromText } from '../files/read-files.js';
import { t } from '../i18n/index.js';

/** @typedef {import('../files/read-files.js').Source} Source */
/** @typedef {import('../state/state.js').State} State */

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../state/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../files/library.js').createLibrary>} parts.library
 * @param {ReturnType<typeof import('../state/navigation.js').createNavigation>} parts.navigation
 * @param {() => Promise<Source>} parts.loadSample
 * @param {(key: string, values?: Record<string, string | number>) => void} parts.notify
 * @param {(refusals: import('../files/library.js').Refusal[]) => void} parts.onRefused
 */
export function createOpening({ store, library, navigation, loadSample, notify, onRefused }) {
  let pasted = 0;

  /**
   * Gives how many files of the batch are read or refused: fewer than all where it was cancelled.
   * @param {Source[]} batch @param {{ keeps: boolean }} [options]
   */
  async function open(batch, options = { keeps: true }) {
    if (batch.length === 0) {
      notify('notice.nothing');
      return 0;
    }
    const before = new Set(store.get().shelf.refused);
    const done = await library.open(batch, options);
    const refused = store.get().shelf.refused.filter((each) => !before.has(each));
    if (refused.length) onRefused(refused);
    return done;
  }

  async function openSample() {
    let sample;
    try {
      sample = await loadSample();
    } catch {
      return notify('notice.sample');
    }
    const address = { ...store.get().address, sample: true };
    navigation.replace(address);
    store.set({ address });
    if (!store.get().shelf.digests.some((digest) => sample.name.startsWith(digest.name)))
      await open([sample], { keeps: false });
  }

  return {
    open,
    openSample,
    /** @param {string} text */
    openText: (text) => open([fromText(text, t('paste.name', { n: String(++pasted) }))]),
  };
}
