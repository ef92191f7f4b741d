import { h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { createCombobox } from './combobox.js';
import { createQueryUnderlines } from './query-underlines.js';

/**
 * @param {Parameters<typeof createCombobox>[1]} callbacks
 * @param {() => void} onSyntax the user asks what can be typed
 */
export function createSearchBox(callbacks, onSyntax) {
  const combobox = createCombobox(
    {
      id: 'search',
      'data-testid': 'search',
      'aria-describedby': 'query-issue completion-hint',
      inputmode: 'search',
      enterkeyhint: 'search',
      placeholder: t('search.placeholder'),
    },
    callbacks,
  );
  const { input } = combobox;
  const underlines = createQueryUnderlines(input);
  const clear = signButton('search-clear', t('search.empty'), '×', () => {
    combobox.put('');
    callbacks.onText('');
    input.focus();
  });
  // Keyboard users can empty a field without it, and Tab should lead to the next control.
  clear.tabIndex = -1;
  const node = h(
    'search',
    { class: 'search' },
    h('label', { class: 'visually-hidden', for: 'search' }, t('search.label')),
    h('div', { class: 'search-field' }, input, underlines.node, clear),
    signButton('search-syntax', t('syntax.open'), '?', onSyntax),
    combobox.popup,
  );

  /** @param {string} text the user can type on after it */
  function put(text) {
    combobox.put(text);
    input.focus();
  }

  return {
    node,
    put,
    focus() {
      input.focus();
      input.select();
    },
    /**
     * @param {object} state
     * @param {string} state.text
     * @param {Parameters<typeof underlines.update>[0]} state.answered
     * @param {Parameters<typeof combobox.offer>[0] | null} state.completion
     */
    update({ text, answered, completion }) {
      combobox.put(text);
      clear.hidden = text === '';
      underlines.update(answered);
      if (completion) combobox.offer(completion);
    },
  };
}

/** @param {string} className @param {string} label @param {string} sign @param {() => void} onClick */
const signButton = (className, label, sign, onClick) =>
  h(
    'button',
    { type: 'button', class: className, 'aria-label': label, title: label, on: { click: onClick } },
    sign,
  );
