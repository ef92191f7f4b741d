// The hosted page as an app: works offline, updates itself, opens files.
import { whenShown } from '../dom/when-shown.js';
import { onLaunch } from './launches.js';
import { offerShared } from './shared-files.js';
import { watchUpdates } from './updates.js';

/**
 * @typedef {object} Callbacks
 * @property {(apply: () => void) => void} onUpdate a new version is ready; `apply` applies it
 * @property {() => void} onOther another version is in place; the page must reload to match it
 * @property {Parameters<typeof offerShared>[0]} onShared called with files shared from another app
 * @property {(files: File[]) => void} onFiles files opened from the system's file manager
 */

/** @param {Callbacks} callbacks @param {string} script address of the service worker, trusted */
export function startHostedApp({ onUpdate, onOther, onShared, onFiles }, script) {
  onLaunch(onFiles);
  // Only secure contexts have service workers. Without them, or if storage is refused, this is an ordinary page.
  if (!('serviceWorker' in navigator)) return;
  whenShown(() => watchUpdates(script, onUpdate, onOther)).catch(() => {});
  offerShared(onShared).catch(() => {});
}
