// Names contents by their hashes, so that an update is what changed and is taken whole or not at all.
import { createHash } from 'node:crypto';

/** @typedef {Map<string, string | Uint8Array>} Files contents by address relative to the page */

/** What the service worker is to hold: it refuses a file whose bytes are not these. @param {Files} files */
export const precached = (files) =>
  [...files].map(([url, bytes]) => {
    const hash = createHash('sha256').update(bytes).digest();
    return { url, revision: hash.toString('hex').slice(0, 16), integrity: `sha256-${hash.toString('base64')}` };
  });

/** One name for all of it. @param {Files} files */
export const versionOf = (files) =>
  createHash('sha256').update(JSON.stringify(precached(files))).digest('hex').slice(0, 16);
