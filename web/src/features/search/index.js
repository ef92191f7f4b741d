import { offer } from './offering.js';
import { createQueryIssue } from './query-issue.js';
import { createSearchBox } from './search-box.js';
import { createSuggestion, suggestionText } from './suggestion.js';

/** @param {import('../../app/state.js').State} state */
const hasDigests = ({ shelf }) => shelf.digests.length > 0;

/** @param {import('../../app/state.js').State} state "" if no digest has a date */
const newestDay = ({ answer }) =>
  (answer?.result.days ?? []).reduce(
    (newest, { value }) => (DATE.test(value) && value > newest ? value : newest),
    '',
  );

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The query: its box, its first mistake, and another spelling.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function search({ store, browsing, completing, recalling, tagging, isPhone, run }) {
  const box = createSearchBox(
    {
      onText: browsing.type,
      onComplete: completing.complete,
      offer: (typed) => offer({ ...typed, searched: recalling.all(), known: known() }),
      onMeant: recalling.meant,
      onLeave: () => run('list'),
      onForget: recalling.forget,
      onForgetAll: recalling.forgetAll,
    },
    () => run('syntax'),
  );
  const issue = createQueryIssue();
  const suggestion = createSuggestion(acceptSuggestion);

  const known = () => ({ tags: tagging.tags(), day: newestDay(store.get()) });

  /** @param {string} text */
  function acceptSuggestion(text) {
    // On a phone, focusing the box would open the keyboard over the papers.
    if (isPhone()) run('list');
    else box.put(text);
    browsing.replaceText(text);
  }

  /** @param {string} [text] to look for */
  function look(text) {
    // The box is out of reach while nothing but the paper is shown.
    if (store.get().address.alone) browsing.showAlone(false);
    box.focus();
    if (text === undefined) return;
    box.put(text);
    browsing.type(text);
  }

  return {
    places: { search: box.node, 'list-notes': [issue.node, suggestion.node] },
    commands: [
      { name: 'search', words: 'keys.search', keys: ['/'], applies: hasDigests, run: look },
      { name: 'forget-history', applies: () => recalling.all().length > 0, run: recalling.forgetAll },
    ],
    update({ address, answer, answerText, completion }) {
      const answered = { issues: answer?.result.issues ?? [], text: answerText };
      box.update({ text: address.text, answered, completion });
      issue.update(answered);
      suggestion.update({ result: answer?.result, typed: answerText });
    },
    says: ({ answer, answerText }, before) =>
      answer === before?.answer
        ? {}
        : { suggestion: suggestionText({ result: answer?.result, typed: answerText }) },
  };
}
