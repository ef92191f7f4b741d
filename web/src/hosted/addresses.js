// Addresses shared by the manifest, the service worker and the page.

/** Address and form field to which a browser posts files shared by another app. */
export const SHARE_PATH = 'share';
export const SHARE_FIELD = 'files';

/** The host's list of the archive next to the page (docs/hosting.md), and its content if there is no archive. */
export const OWN_LIST = 'digests.json';
export const EMPTY_LIST = '{ "version": 1, "digests": [] }\n';

/** The parts of the page and their licences, as text/plain. */
export const LICENSES = 'licenses.txt';
