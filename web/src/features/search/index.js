import { createNoMatch } from './no-match.js';
import { createQueryIssue } from './query-issue.js';
import { createSearchBox } from './search-box.js';
import { createSuggestion, suggestionText } from './suggestion.js';

/** @param {import('../../app/state.js').State} state */
const hasDigests = ({ shelf }) => shelf.digests.length > 0;

/**
 * The query: its box, its first mistake, another spelling, and the notice that nothing matches.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function search({ browsing, completing, isPhone, run }) {
  const box = createSearchBox({
    onText: browsing.type,
    onComplete: completing.complete,
    onLeave: () => run('list'),
    onSyntax: () => run('syntax'),
  });
  const issue = createQueryIssue();
  const suggestion = createSuggestion(acceptSuggestion);
  const noMatch = createNoMatch({ onClear: browsing.clearAll });

  /** @param {string} text */
  function acceptSuggestion(text) {
    // On a phone, focusing the box would open the keyboard over the papers.
    if (isPhone()) run('list');
    else box.put(text);
    browsing.replaceText(text);
  }

  /** @param {string} [text] to look for */
  function look(text) {
    box.focus();
    if (text === undefined) return;
    box.put(text);
    browsing.type(text);
  }

  return {
    places: { search: box.node, 'list-notes': [issue.node, suggestion.node], 'list-end': noMatch.node },
    commands: [{ name: 'search', words: 'keys.search', keys: ['/'], applies: hasDigests, run: look }],
    update({ address, answer, answerText, completion }) {
      const answered = { issues: answer?.result.issues ?? [], text: answerText };
      box.update({ text: address.text, answered, completion });
      issue.update(answered);
      suggestion.update({ result: answer?.result, typed: answerText });
      noMatch.update(answer !== null && answer.result.total === 0);
    },
    says: ({ answer, answerText }) => suggestionText({ result: answer?.result, typed: answerText }),
  };
}
