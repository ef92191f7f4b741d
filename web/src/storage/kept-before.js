// What of the library can be read at once: the list of all papers as it was last seen. That there is something tells
// that there is a library.
const NAME = 'broadsheet.first-view';

export function hasKept() {
  try {
    return localStorage.getItem(NAME) !== null;
  } catch {
    return false;
  }
}

/** @returns {any} null if there is none */
export function readBefore() {
  try {
    return JSON.parse(localStorage.getItem(NAME) ?? 'null');
  } catch {
    return null;
  }
}

/** @param {unknown} value null: there is no library */
export function keepBefore(value) {
  try {
    localStorage.removeItem(NAME);
    if (value !== null) localStorage.setItem(NAME, JSON.stringify(value));
  } catch {
    // Then the next start takes longer.
  }
}
