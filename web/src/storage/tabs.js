// Tells other tabs of the same library what has changed in storage. Uses storage events, because in WebKit a
// BroadcastChannel reaches no other page on file://.

import { isText, listOf, maybe, recordOf } from './shape.js';

const NAME = 'broadsheet.news';

/** @typedef {{ kind: 'digests' } | { kind: 'marks', works: string[] } | { kind: 'searches' } | { kind: 'tags' } | { kind: 'collections' } | { kind: 'interests' } | { kind: 'forgotten' }} News */

const KINDS = ['digests', 'marks', 'searches', 'tags', 'collections', 'interests', 'forgotten'];
const isNews = recordOf({ kind: (value) => KINDS.includes(String(value)), works: maybe(listOf(isText)) });

/** @param {string} text @returns {News | null} null if it is not news: another release may use other kinds */
function newsFrom(text) {
  try {
    const value = JSON.parse(text);
    if (!isNews(value)) return null;
    return value.kind === 'marks' ? { kind: 'marks', works: value.works ?? [] } : value;
  } catch {
    return null;
  }
}

/** @param {(news: News) => void} onNews called for news from other tabs */
export function createTabs(onNews) {
  window.addEventListener('storage', ({ key, newValue }) => {
    const news = key === NAME && newValue ? newsFrom(newValue) : null;
    if (news) onNews(news);
  });
  return {
    /** @param {News} news */
    tell(news) {
      try {
        localStorage.setItem(NAME, JSON.stringify(news));
        // Only changes fire the event, so remove the value: the same news must be a change next time.
        localStorage.removeItem(NAME);
      } catch {
        // If storage is forbidden, there is nothing to report.
      }
    },
  };
}
