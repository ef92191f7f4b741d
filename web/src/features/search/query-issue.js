import { fill, h } from '../../dom/dom.js';
import { hasWords, t } from '../../i18n/index.js';

/** @typedef {import('../../engine/protocol.js').SearchResult['issues'][number]} QueryIssue */

const MAX_PART = 40;

/** Shows the first thing that the search did not understand. */
export function createQueryIssue() {
  const node = h('p', {
    class: 'query-issue',
    id: 'query-issue',
    'data-testid': 'query-issue',
    hidden: true,
  });
  return {
    node,
    /** @param {{ issues: QueryIssue[], text: string }} state text: the query that the issues are about */
    update({ issues, text }) {
      const [first] = issues;
      node.hidden = !first;
      fill(node, first && describe(first, text));
    },
  };
}

/** @param {QueryIssue} issue @param {string} text */
function describe(issue, text) {
  const key = `issue.${issue.code}`;
  const sentence = t(hasWords(key) ? key : 'issue.other');
  const part = text.slice(issue.start, issue.end).trim();
  return part && part.length <= MAX_PART ? t('issue.at', { part, sentence }) : sentence;
}
