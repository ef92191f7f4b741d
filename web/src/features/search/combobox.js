import { h, setAttribute } from '../../dom/dom.js';
import { comboboxKey } from './combobox-keys.js';
import { createCompletionList } from './completion-list.js';

/** @typedef {import('../../engine/protocol.js').Completion} Completion */

/**
 * A text field with a popup of completions, as in ARIA 1.2: the focus stays in the field.
 * @param {import('../../dom/dom.js').Attributes} attributes of the field
 * @param {object} callbacks
 * @param {(text: string) => void} callbacks.onText
 * @param {(text: string, caret: number) => void} callbacks.onComplete the user is typing and may want completions
 * @param {() => void} callbacks.onLeave the user is done
 */
export function createCombobox(attributes, { onText, onComplete, onLeave }) {
  const popup = createCompletionList({ onAccept: accept, onChange: tell });
  const input = h('input', {
    // Not `search`: that type does not allow a role.
    type: 'text',
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': popup.node.id,
    'aria-autocomplete': 'list',
    autocapitalize: 'none',
    autocomplete: 'off',
    spellcheck: 'false',
    ...attributes,
    on: { input: edited, compositionend: ask, keydown, pointerdown: close, blur: close },
  });
  /** Completions are wanted; closing the popup resets this. */
  let wanted = false;
  /** @type {readonly Completion[] | undefined} */
  let known;

  /** @param {Event} event */
  function edited(event) {
    onText(input.value);
    // Text that an input method is composing is not a word yet.
    if (/** @type {InputEvent} */ (event).isComposing) close();
    else ask();
  }

  function ask() {
    if (input.selectionStart !== input.selectionEnd) return close();
    wanted = true;
    popup.wait();
    onComplete(input.value, input.selectionStart ?? 0);
  }

  function close() {
    wanted = false;
    popup.close();
  }

  function tell() {
    setAttribute(input, 'aria-expanded', String(popup.isOpen()));
    setAttribute(input, 'aria-activedescendant', popup.activeId());
  }

  /** @param {Completion} option */
  function accept({ text, start, end, kind }) {
    input.setRangeText(text, start, end, 'end');
    if (input.selectionEnd === input.value.length) input.scrollLeft = input.scrollWidth;
    close();
    onText(input.value);
    // A field name needs a value: offer completions for it.
    if (kind === 'field') ask();
  }

  /** @param {KeyboardEvent} event */
  function keydown(event) {
    const option = popup.active();
    const action = comboboxKey(event, { open: popup.isOpen(), active: option !== undefined });
    if (!action) return;
    if (action === 'caret') return close();
    event.preventDefault();
    event.stopPropagation();
    if (action === 'accept' && option) accept(option);
    else if (action === 'ask') ask();
    else if (action === 'close') close();
    else if (action === 'leave') onLeave();
    else popup.move(action === 'down' ? 1 : -1);
  }

  return {
    input,
    popup: popup.node,
    /** @param {string} text */
    put(text) {
      if (input.value === text) return;
      close();
      input.value = text;
    },
    /** @param {{ text: string, options: readonly Completion[] }} completion options for an older text are dropped */
    offer({ text, options }) {
      if (options === known) return;
      known = options;
      if (wanted && text === input.value) popup.show(options);
    },
  };
}
