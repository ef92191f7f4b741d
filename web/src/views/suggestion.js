import { fill, h } from '../dom.js';
import { t } from '../i18n/index.js';

/** @typedef {import('../engine/protocol.js').SearchResult} SearchResult */
/** @typedef {{ result: SearchResult | undefined, typed: string }} Answer typed: the query that the result answers */

const FEW = 3;

/** Another spelling of the query, where it found little; or that its papers are those shown. @param {(suggestion: string) => void} onTake */
export function createSuggestion(onTake) {
  const node = h('p', { class: 'suggestion', 'data-testid': 'suggestion', hidden: true });
  let shown = '';
  return {
    node,
    /** @param {Answer} answer */
    update(answer) {
      const sentence = suggestionText(answer);
      if (sentence === shown) return;
      shown = sentence;
      node.hidden = sentence === '';
      if (!answer.result || node.hidden) return fill(node);
      const { suggestion, applied } = answer.result;
      const take = h(
        'button',
        { type: 'button', 'data-testid': 'suggestion-take', on: { click: () => onTake(suggestion) } },
        applied ? t('suggestion.take') : suggestion,
      );
      fill(node, applied ? sentence : t('suggestion.maybe'), ' ', take);
    },
  };
}

/** The line as one sentence, "" where there is none to say. @param {Answer} answer */
export function suggestionText({ result, typed }) {
  if (!result?.suggestion) return '';
  const { applied, total } = result;
  const suggestion = result.suggestion.trim();
  if (applied) return t('suggestion.applied', { typed: typed.trim(), suggestion });
  return total > FEW ? '' : `${t('suggestion.maybe')} ${suggestion}`;
}
