// The page's language, separate from its texts: what is shown first must not wait for those.

/**
 * All languages of the page. tag: for `lang`; locale: for numbers and dates; called: how archives name the language.
 * @satisfies {Record<string, { tag: string, locale: string, called: RegExp }>}
 */
export const SPOKEN = {
  en: { tag: 'en', locale: 'en-GB', called: /english|^en\b|英/i },
  zh: { tag: 'zh-Hans', locale: 'zh-CN', called: /chinese|^zh\b|中文/i },
};

/** @typedef {keyof typeof SPOKEN} Language */

export const LANGUAGES = /** @type {Language[]} */ (Object.keys(SPOKEN));
const KEY = 'broadsheet.language';

/** @type {Language} */
let current = 'en';

export const language = () => current;

/** The language after the current one; wraps around. */
export const nextLanguage = () => LANGUAGES[(LANGUAGES.indexOf(current) + 1) % LANGUAGES.length];

/** @returns {Language} */
export function preferredLanguage() {
  try {
    const kept = LANGUAGES.find((each) => each === localStorage.getItem(KEY));
    if (kept) return kept;
  } catch {
    // Storage may be forbidden; fall back to the browser's language.
  }
  const wanted = navigator.language.toLowerCase();
  return LANGUAGES.find((each) => wanted.startsWith(each)) ?? 'en';
}

/** @param {Language} chosen */
export const tagOf = (chosen) => SPOKEN[chosen].tag;

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
    // The choice then lasts until the page is closed.
  }
}
