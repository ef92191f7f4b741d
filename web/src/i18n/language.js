// Which language the page speaks, apart from its words: what is on the screen first must not wait for those.

/** @typedef {'en' | 'zh'} Language */

const KEY = 'broadsheet.language';

/** @type {Language} */
let current = 'en';

export const language = () => current;

/** @returns {Language} */
export function preferredLanguage() {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept === 'en' || kept === 'zh') return kept;
  } catch {
    // Storage may be forbidden; the browser's language is as good a guess.
  }
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** @param {Language} chosen */
export const tagOf = (chosen) => (chosen === 'zh' ? 'zh-Hans' : 'en');

/** @param {Language} chosen */
export function useLanguage(chosen) {
  current = chosen;
  document.documentElement.lang = tagOf(chosen);
}

/** @param {Language} chosen */
export function keepLanguage(chosen) {
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // It then lasts until the page is closed.
  }
}
