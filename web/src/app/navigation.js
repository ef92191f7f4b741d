// Keeps the address in the URL's fragment and in the browser's history.
import { keepLeftPlace, readLeftPlace } from '../storage/left-place.js';
import { formatFragment, parseFragment } from './fragment.js';

/** @typedef {import('./fragment.js').Address} Address */
/**
 * @typedef {{ key: string, index: number, offset: number, cursor: number }} Place where the user is in a list: the
 *   paper at its top, how many pixels of it are above the top, and the index of the cursor
 */

const TYPING_PAUSE_MS = 300;

/** @param {unknown} kept another page of the site may have written it @returns {Place | null} */
function placeFrom(kept) {
  const { key, ...rest } = { .../** @type {Record<string, unknown> | null} */ (kept) };
  const [index, offset, cursor] = [rest.index, rest.offset, rest.cursor].map((each) =>
    typeof each === 'number' && each >= 0 ? each : 0,
  );
  return typeof key === 'string' ? { key, index, offset, cursor } : null;
}

/**
 * @param {(address: Address) => void} onMove called when the user goes back or forward or edits the link
 * @param {() => Place | null | undefined} [placeNow] null: at the beginning of the list; undefined: it is not known yet
 */
export function createNavigation(onMove, placeNow = () => undefined) {
  /** @type {Address | undefined} */
  let waiting;
  let timer = 0;
  let isGoingBack = false;

  const url = (/** @type {Address} */ address) =>
    formatFragment(address) || location.pathname + location.search;

  function flush() {
    clearTimeout(timer);
    // Another address may mean another list.
    if (waiting) history.replaceState({ ...history.state, place: null }, '', url(waiting));
    waiting = undefined;
  }

  /** Going back leads to it. */
  function keepPlace() {
    const place = placeNow();
    if (place !== undefined) history.replaceState({ ...history.state, place }, '');
  }

  window.addEventListener('popstate', () => {
    clearTimeout(timer);
    waiting = undefined;
    isGoingBack = false;
    onMove(parseFragment(location.hash));
  });
  window.addEventListener('pagehide', () => {
    flush();
    const place = placeNow();
    if (place !== undefined) keepLeftPlace(location.hash, place);
  });

  return {
    read: () => parseFragment(location.hash),
    /** Where the user was in the list of this address, or null. */
    place: () => placeFrom(history.state?.place),
    /** The same, as the page starts. */
    placeBefore: () => placeFrom(readLeftPlace(location.hash) ?? history.state?.place),
    /** @param {Address} address @param {{ overList?: boolean }} [note] overList: going back shows the list again */
    push(address, { overList = false } = {}) {
      flush();
      keepPlace();
      history.pushState({ overList }, '', url(address));
    },
    /** @param {Address} address */
    replace(address) {
      waiting = address;
      flush();
    },
    /** @param {Address} address delayed, because browsers refuse hundreds of changes in a few seconds */
    replaceSoon(address) {
      waiting = address;
      clearTimeout(timer);
      timer = window.setTimeout(flush, TYPING_PAUSE_MS);
    },
    canGoBackToList: () => history.state?.overList === true,
    /** The browser goes back asynchronously. A second call before that would leave this page. */
    back() {
      if (isGoingBack) return;
      isGoingBack = true;
      history.back();
    },
  };
}
