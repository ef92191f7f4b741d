// The searches of this browser that were meant, to be offered again: the user pressed Enter, opened or marked a paper, or
// looked at what was found for a while. The beginnings that were typed on the way are not.
import { t } from '../../i18n/index.js';
import { keepLocal, readLocal } from '../../storage/local.js';
import { isText, listOf } from '../../storage/shape.js';

/** @typedef {import('../../app/state.js').State} State */

const NAME = 'broadsheet.searched';
const MOST = 50;
const LONGEST = 300;
const LOOKING_MS = 5000;

const isSearches = listOf(isText);

/** Newest first; anyone may have written what is stored. @returns {string[]} */
function all() {
  const kept = readLocal(NAME);
  return isSearches(kept) ? /** @type {string[]} */ (kept).slice(0, MOST) : [];
}

/** @param {string[]} searches */
const keep = (searches) => keepLocal(NAME, [...new Set(searches)].slice(0, MOST));

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {import('../../app/undo.js').Undo} parts.undo
 */
export function createRecalling({ store, undo }) {
  let timer = 0;
  /** Remembered because the user looked at what it found; may be the beginning of what they are typing. */
  let looked = '';

  const current = () => store.get().address.text.trim();

  /** @param {string} text */
  function remember(text) {
    if (!text || text.length > LONGEST) return;
    const others = all().filter((each) => each !== text && !(each === looked && text.startsWith(each)));
    keep([text, ...others]);
    looked = '';
  }

  function look() {
    const text = current();
    if (document.hidden) return;
    remember(text);
    looked = text;
  }

  store.subscribe(({ address }, before) => {
    if (address.text !== before.address.text) {
      clearTimeout(timer);
      if (address.text.trim() !== '') timer = window.setTimeout(look, LOOKING_MS);
    } else if (address.paper && address.paper !== before.address.paper) remember(current());
  });

  return {
    all,
    /** The search in the box is meant. */
    meant: () => remember(current()),
    /** @param {string} text */
    forget(text) {
      const at = all().indexOf(text);
      if (at < 0) return;
      const forget = () => keep(all().filter((each) => each !== text));
      forget();
      const back = () => keep(all().includes(text) ? all() : all().toSpliced(at, 0, text));
      undo.record({ text: t('undo.recalled', { text }), undo: back, redo: forget });
    },
    forgetAll() {
      const before = all();
      const forget = () => keepLocal(NAME, null);
      forget();
      undo.record({
        text: t('undo.recalled.all', { n: before.length }),
        undo: () => keep([...all(), ...before]),
        redo: forget,
      });
    },
  };
}
