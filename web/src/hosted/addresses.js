// What the manifest, the service worker and the page agree on.

/** Where a browser posts files that another app shares, and in which field. */
export const SHARE_PATH = 'share';
export const SHARE_FIELD = 'files';

/** What the page's host says of an archive beside it (docs/hosting.md), and what it says of none. */
export const OWN_LIST = 'digests.json';
export const EMPTY_LIST = '{ "version": 1, "digests": [] }\n';
