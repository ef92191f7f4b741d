// Opens digests that are dropped, chosen, pasted or bundled.
import { fromText, isChosenBackup } from '../../library/read-files.js';
import { t } from '../../i18n/index.js';
import { refusal } from '../../i18n/refusal.js';
import { sayOutcome } from './outcome.js';

/** @typedef {import('../../library/read-files.js').Source} Source */
/** @typedef {import('../../app/state.js').State} State */

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../../library/library.js').createLibrary>} parts.library
 * @param {ReturnType<typeof import('../../app/navigation.js').createNavigation>} parts.navigation
 * @param {() => Promise<Source>} parts.loadSample
 * @param {(key: string, values?: Record<string, string | number>) => void} parts.notify
 * @param {(said: import('./outcome.js').Said) => void} parts.onOutcome
 */
export function createOpening({ store, library, navigation, loadSample, notify, onOutcome }) {
  let pasted = 0;

  /**
   * Returns how many files of the batch were read or refused: fewer than all if cancelled. Takes marks from a file that
   * the user chose as their backup; otherwise asks.
   * @param {Source[]} batch
   * @param {import('../../library/source-opener.js').Options} [options]
   */
  async function open(batch, options = { keeps: true, marks: isChosenBackup(batch) ? 'accept' : 'ask' }) {
    if (batch.length === 0) {
      notify('notice.nothing');
      return 0;
    }
    const tally = await library.open(batch, options);
    const said = sayOutcome(tally);
    if (said) onOutcome(said);
    else if (tally.passed > 0 && tally.opened === 0 && !options.unasked) notify('notice.nothing');
    return tally.done;
  }

  /** If the text is not a digest, says so and adds nothing to the list of files. @param {string} text */
  async function openText(text) {
    const name = t('paste.name', { n: String(++pasted) });
    const tally = await library.open([fromText(text, name)], { keeps: true, passing: true });
    const [refused] = tally.refused;
    const said = sayOutcome(tally);
    if (refused) notify('paste.refused', { reason: refusal(refused.code) });
    else if (said) onOutcome(said);
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
    openText,
  };
}
