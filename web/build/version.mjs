// Names contents by their hashes, so that an update loads only what changed and is applied as a whole or not at all.
import { createHash } from 'node:crypto';

/** @typedef {Map<string, string | Uint8Array>} Files contents by address, relative to the page */

/** The files that the service worker precaches. It refuses a file whose bytes differ. @param {Files} files */
export const precached = (files) =>
  [...files].map(([url, bytes]) => {
    const hash = createHash('sha256').update(bytes).digest();
    return { url, revision: hash.toString('hex').slice(0, 16), integrity: `sha256-${hash.toString('base64')}` };
  });

/** One name for all the files. @param {Files} files */
export const nameOf = (files) =>
  createHash('sha256').update(JSON.stringify(precached(files))).digest('hex').slice(0, 16);
