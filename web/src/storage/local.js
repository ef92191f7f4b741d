// The page's values in localStorage. It may be forbidden or full, or hold what another release or another page of the
// site has written, so readers must check the shape of each value.

const OURS = 'broadsheet.';
/** Settings of how the page looks and exports, and which hints were read, do not count as the user's data. */
const STAYS = new Set([
  'broadsheet.language',
  'broadsheet.settings',
  'broadsheet.hints',
  'broadsheet.export',
]);

/** @param {string} name @returns {unknown} null if missing or unreadable */
export function readLocal(name) {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}

/** Returns whether the value is stored. @param {string} name @param {unknown} value null removes it */
export function keepLocal(name, value) {
  try {
    localStorage.removeItem(name);
    if (value !== null) localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Removes all that the page remembers about the user, whichever part of it wrote that. */
export function forgetLocal() {
  try {
    for (const name of Object.keys(localStorage))
      if (name.startsWith(OURS) && !STAYS.has(name)) localStorage.removeItem(name);
  } catch {
    // If storage is forbidden, it is empty.
  }
}
