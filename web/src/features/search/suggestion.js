import { fill, h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';

/** @typedef {import('../../engine/protocol.js').SearchResult} SearchResult */
/** @typedef {{ result: SearchResult | undefined, typed: string }} Answer typed: the query that the result answers */

/**
 * Offers another spelling if the query found little, or says that the papers of that spelling are included.
 * @param {(text: string) => void} onAccept
 */
export function createSuggestion(onAccept) {
  const node = h('p', { class: 'suggestion', 'data-testid': 'suggestion', hidden: true });
  let shown = '';
  /** @param {string} label @param {string} text @param {string} testid */
  const button = (label, text, testid) =>
    h('button', { type: 'button', 'data-testid': testid, on: { click: () => onAccept(text) } }, label);
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
      const accept = button(offered ? suggestion : t('suggestion.take'), suggestion, 'suggestion-take');
      fill(node, offered ? t('suggestion.offered') : sentence, ' ', accept);
      if (suggested === 'included')
        node.append(' ', button(t('suggestion.leave'), asTyped, 'suggestion-leave'));
    },
  };
}

/** The suggestion as one sentence, or "". @param {Answer} answer */
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
