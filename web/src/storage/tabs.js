// Tells the other tabs of the same library what has changed in what is kept.

const CHANNEL = 'broadsheet';

/** @typedef {{ kind: 'digests' } | { kind: 'marks', works: string[] } | { kind: 'searches' } | { kind: 'forgotten' }} News */

/** @param {(news: News) => void} onNews from another tab */
export function createTabs(onNews) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => onNews(data);
  return {
    /** @param {News} news */
    tell: (news) => channel.postMessage(news),
  };
}
