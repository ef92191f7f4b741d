// Tells the other tabs of the same library what has changed in what is kept. By the event of the local storage: a
// BroadcastChannel reaches nobody in WebKit where the page is a file.

const NAME = 'broadsheet.news';

/** @typedef {{ kind: 'digests' } | { kind: 'marks', works: string[] } | { kind: 'searches' } | { kind: 'forgotten' }} News */

/** @param {(news: News) => void} onNews from another tab */
export function createTabs(onNews) {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === NAME && newValue) onNews(JSON.parse(newValue));
  });
  return {
    /** @param {News} news */
    tell(news) {
      try {
        localStorage.setItem(NAME, JSON.stringify(news));
        // Only a change is told, so that the same news again must be one.
        localStorage.removeItem(NAME);
      } catch {
        // Where nothing can be kept there is nothing to tell.
      }
    },
  };
}
