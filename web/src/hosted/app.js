// The hosted page as an app: offline, updated, and a place to open files in.
import { whenShown } from '../when-shown.js';
import { onLaunch } from './launches.js';
import { takeShared } from './shared-files.js';
import { watchUpdates } from './updates.js';

/**
 * @typedef {object} Callbacks
 * @property {(take: () => void) => void} onUpdate  a new version is ready; `take` puts it in place
 * @property {(files: File[]) => void} onFiles      the system hands them over
 */

/** @param {Callbacks} callbacks @param {string} script address of the service worker, trusted */
export function startHostedApp({ onUpdate, onFiles }, script) {
  onLaunch(onFiles);
  // Only a secure context has them; elsewhere, or where storage is refused, the page is a page.
  if (!('serviceWorker' in navigator)) return;
  whenShown(() => watchUpdates(script, onUpdate)).catch(() => {});
  takeShared().then(
    (files) => files.length && onFiles(files),
    () => {},
  );
}
