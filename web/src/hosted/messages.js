// Messages from the page to its service worker.

/** To a waiting one: replace the active version. */
export const TAKE_OVER = 'SKIP_WAITING';
/** Answered on the port sent along. */
export const TELL_VERSION = 'VERSION';
