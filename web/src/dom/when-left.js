// When the user leaves, the browser may keep the page for going back, frozen together with its worker. The next page
// then waits for whatever they hold open (a transaction, a file, a lock), in WebKit forever. So the page releases
// everything and reloads when the user comes back.

/** @param {() => boolean} release returns false if reloading would lose something; nothing is then released */
export function releaseWhenLeft(release) {
  let isOver = false;
  window.addEventListener('pagehide', ({ persisted }) => (isOver ||= persisted && release()));
  window.addEventListener('pageshow', () => isOver && location.reload());
}
