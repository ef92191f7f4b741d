// If a library is stored, starts a worker before the page's own script has loaded: it opens the library while that
// script loads and the page is drawn.
import { hasKept } from '../storage/kept-before.js';
import { OPENS_KEPT } from './protocol.js';

/** @param {(options?: WorkerOptions) => Worker} start */
export function startFirst(start) {
  /** @type {Worker | null} */
  let first = hasKept() ? start({ name: OPENS_KEPT }) : null;
  // If it fails before anyone listens, act as if it had never started.
  first?.addEventListener('error', (event) => {
    event.preventDefault();
    first = null;
  });
  return () => {
    const worker = first ?? start();
    first = null;
    return worker;
  };
}
