// A page that is left may be held for the way back. It is stopped where it stands then, its worker too: for what it has
// open (a transaction, a file, a lock) the next page waits, in WebKit for ever. So it lets go of all, and begins anew
// when it is come back to.

/** @param {() => boolean} letGo gives false where beginning anew would lose something: then nothing is let go of */
export function letGoWhenLeft(letGo) {
  let isOver = false;
  window.addEventListener('pagehide', ({ persisted }) => (isOver ||= persisted && letGo()));
  window.addEventListener('pageshow', () => isOver && location.reload());
}
