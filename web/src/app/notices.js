// Notices that must be seen and heard anywhere: at the foot of the page, or of the sheet open over it.
import { onSheets, topSheet } from './dialog.js';

/**
 * @param {HTMLElement[]} notices
 * @param {() => void} onMove called before they move
 * @param {AbortSignal} signal stops the moving
 * @returns {Node[]} nodes to put in the page
 */
export function placeNotices(notices, onMove, signal) {
  const end = document.createComment('notices');
  onSheets(() => {
    const sheet = topSheet();
    if (notices[0].parentNode === (sheet ?? end.parentNode)) return;
    onMove();
    for (const notice of notices) {
      if (sheet) sheet.append(notice);
      else end.before(notice);
    }
  }, signal);
  return [...notices, end];
}
