// Holds the shelf as it is now, and publishes it.
import { EMPTY_SHELF } from './shelf.js';

/** @typedef {import('./shelf.js').Shelf} Shelf */
/** @typedef {import('./shelf.js').ShelfWithSources} ShelfWithSources */

/** Shortest time between two publications while files are being read. */
const REFRESH_MS = 400;

/** @param {(shelf: Shelf) => void} onShelf */
export function createCurrentShelf(onShelf) {
  let shelf = EMPTY_SHELF;
  let published = 0;

  return {
    get: () => shelf,
    /** @param {ShelfWithSources} next */
    set: (next) => void (shelf = next),
    publish: () => onShelf(shelf),
    /** Files begin to be read: the first publication, too, may wait. */
    holdBack: () => void (published = performance.now()),
    publishSoon() {
      if (performance.now() - published < REFRESH_MS) return;
      published = performance.now();
      onShelf(shelf);
    },
  };
}

/** @typedef {ReturnType<typeof createCurrentShelf>} CurrentShelf */
