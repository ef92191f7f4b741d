// Keeps the address in the URL's fragment and in the browser's history.
import { formatFragment, parseFragment } from './fragment.js';

/** @typedef {import('./fragment.js').Address} Address */

const TYPING_PAUSE_MS = 300;

/** @param {(address: Address) => void} onMove called when the user goes back or forward or edits the link */
export function createNavigation(onMove) {
  /** @type {Address | undefined} */
  let waiting;
  let timer = 0;
  let isGoingBack = false;

  const url = (/** @type {Address} */ address) =>
    formatFragment(address) || location.pathname + location.search;

  function flush() {
    clearTimeout(timer);
    if (waiting) history.replaceState(history.state, '', url(waiting));
    waiting = undefined;
  }

  window.addEventListener('popstate', () => {
    clearTimeout(timer);
    waiting = undefined;
    isGoingBack = false;
    onMove(parseFragment(location.hash));
  });
  window.addEventListener('pagehide', flush);

  return {
    read: () => parseFragment(location.hash),
    /** @param {Address} address @param {{ overList?: boolean }} [note] overList: going back shows the list again */
    push(address, { overList = false } = {}) {
      flush();
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
