import { fill, h } from '../dom.js';
import { t } from '../i18n/index.js';

/** @typedef {import('../engine/protocol.js').SearchResult} SearchResult */
/** @typedef {{ result: SearchResult | undefined, typed: string }} Answer typed: the query that the result answers */

/** Another spelling of the query, where it found little; or that its papers are among those shown. @param {(text: string) => void} onTake */
export function createSuggestion(onTake) {
  const node = h('p', { class: 'suggestion', 'data-testid': 'suggestion', hidden: true });
  let shown = '';
  /** @param {string} label @param {string} text @param {string} testid */
  const button = (label, text, testid) =>
    h('button', { type: 'button', 'data-testid': testid, on: { click: () => onTake(text) } }, label);
  return {
    node,
    /** @param {Answer} answer */
    update(answer) {
      const sentence = suggestionText(answer);
      if (sentence === shown) return;
      shown = sentence;
      node.hidden = sentence === '';
      if (!answer.result || node.hidden) return fill(node);
      const { suggested, suggestion, asTyped } = answer.result;
      const offered = suggested === 'offered';
      const take = button(offered ? suggestion : t('suggestion.take'), suggestion, 'suggestion-take');
      fill(node, offered ? t('suggestion.offered') : sentence, ' ', take);
      if (suggested === 'included')
        node.append(' ', button(t('suggestion.leave'), asTyped, 'suggestion-leave'));
    },
  };
}

/** The line as one sentence, "" where there is none to say. @param {Answer} answer */
export function suggestionText({ result, typed }) {
  const suggestion = result?.suggestion.trim() ?? '';
  switch (result?.suggested) {
    case 'offered':
      return `${t('suggestion.offered')} ${suggestion}`;
    case 'included':
      return t('suggestion.included', { suggestion });
    case 'instead':
      return t('suggestion.instead', { typed: typed.trim(), suggestion });
    default:
      return '';
  }
}
