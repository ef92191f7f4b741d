// What the page says to its service worker.

/** To one that waits: take the place of the version before. */
export const TAKE_OVER = 'SKIP_WAITING';
/** Answered on the port that comes with it. */
export const TELL_VERSION = 'VERSION';
