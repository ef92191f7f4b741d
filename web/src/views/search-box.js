import { h } from '../dom.js';
import { t } from '../i18n/index.js';

/**
 * @param {object} callbacks
 * @param {(text: string) => void} callbacks.onText
 * @param {() => void} callbacks.onLeave the person goes on to the list
 */
export function createSearchBox({ onText, onLeave }) {
  const input = h('input', {
    type: 'search',
    id: 'search',
    'data-testid': 'search',
    'aria-controls': 'paper-list',
    'aria-describedby': 'query-issue',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: t('search.placeholder'),
    on: {
      input: () => onText(input.value),
      keydown: (event) => {
        if (event.isComposing || !['Enter', 'ArrowDown', 'Escape'].includes(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
        onLeave();
      },
    },
  });
  const node = h(
    'search',
    { class: 'search' },
    h('label', { class: 'visually-hidden', for: 'search' }, t('search.label')),
    input,
  );
  return {
    node,
    focus() {
      input.focus();
      input.select();
    },
    /** @param {string} text */
    update(text) {
      if (input.value !== text) input.value = text;
    },
  };
}
