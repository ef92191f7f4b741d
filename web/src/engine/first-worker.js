// Where there is a library, a worker is started before the page's own script is there: it opens what is kept while that
// is read, and while the page is drawn.
import { hasKept } from '../storage/kept-before.js';
import { OPENS_KEPT } from './protocol.js';

/** @param {(options?: WorkerOptions) => Worker} start */
export function startFirst(start) {
  /** @type {Worker | null} */
  let first = hasKept() ? start({ name: OPENS_KEPT }) : null;
  // One that fails before anybody listens is as if there were none.
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
