import { h, setAttribute } from '../../dom/dom.js';
import { comboboxKey } from './combobox-keys.js';
import { createCompletionList } from './completion-list.js';

/** @typedef {import('../../engine/protocol.js').Completion} Completion */
/** @typedef {import('./offering.js').Option} Option */

/**
 * A text field with a popup of what the text may go on as, as in ARIA 1.2: the focus stays in the field.
 * @param {import('../../dom/dom.js').Attributes} attributes of the field
 * @param {object} callbacks
 * @param {(text: string) => void} callbacks.onText
 * @param {(text: string, caret: number) => void} callbacks.onComplete the user is typing and may want completions
 * @param {(typed: { text: string, caret: number, completions: readonly Completion[] }) => import('./offering.js').Offered} callbacks.offer
 * @param {() => void} callbacks.onMeant the text is what the user looks for
 * @param {() => void} callbacks.onLeave the user is done
 * @param {(text: string) => void} callbacks.onForget
 * @param {() => void} callbacks.onForgetAll
 */
export function createCombobox(
  attributes,
  { onText, onComplete, offer, onMeant, onLeave, onForget, onForgetAll },
) {
  const popup = createCompletionList({
    onAccept: accept,
    onForget: forget,
    onForgetAll() {
      onForgetAll();
      show();
    },
    onChange: tell,
  });
  const input = h('input', {
    // Not `search`: that type does not allow a role.
    type: 'text',
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': popup.list.id,
    'aria-autocomplete': 'list',
    autocapitalize: 'none',
    autocomplete: 'off',
    spellcheck: 'false',
    ...attributes,
    on: {
      input: edited,
      compositionend: ask,
      keydown,
      focus: askIfEmpty,
      pointerdown: close,
      click: askIfEmpty,
      blur: left,
    },
  });
  popup.node.addEventListener('focusout', left);
  /** Completions are wanted; closing the popup resets this. */
  let wanted = false;
  /** The newest, for the text that is there. @type {readonly Completion[] | undefined} */
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

  function askIfEmpty() {
    if (input.value === '' && !popup.isShown()) ask();
  }

  function show() {
    popup.show(offer({ text: input.value, caret: input.selectionStart ?? 0, completions: known ?? [] }));
  }

  function close() {
    wanted = false;
    popup.close();
  }

  /** @param {FocusEvent} event the popup's button is part of it */
  function left({ relatedTarget }) {
    const isInside =
      relatedTarget instanceof Node && (relatedTarget === input || popup.node.contains(relatedTarget));
    if (!isInside) close();
  }

  function tell() {
    setAttribute(input, 'aria-expanded', String(popup.isOpen()));
    setAttribute(input, 'aria-activedescendant', popup.activeId());
  }

  /** @param {Option} option */
  function accept({ text, start, end, kind }) {
    input.setRangeText(text, start, end, 'end');
    if (input.selectionEnd === input.value.length) input.scrollLeft = input.scrollWidth;
    close();
    onText(input.value);
    if (kind === 'history') onMeant();
    // A field name needs a value: offer completions for it.
    if (kind === 'field') ask();
  }

  /** @param {Option} option */
  function forget({ text }) {
    onForget(text);
    show();
  }

  /** @param {KeyboardEvent} event */
  function keydown(event) {
    const option = popup.active();
    const action = comboboxKey(event, {
      open: popup.isOpen(),
      active: option !== undefined,
      forgettable: option?.kind === 'history',
    });
    if (!action) return;
    if (action === 'caret') return close();
    event.preventDefault();
    event.stopPropagation();
    if (action === 'accept' && option) accept(option);
    else if (action === 'forget' && option) forget(option);
    else if (action === 'ask') ask();
    else if (action === 'close') close();
    else if (action === 'leave') {
      if (event.key === 'Enter') onMeant();
      onLeave();
    } else popup.move(action === 'down' ? 1 : -1);
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
      if (wanted && text === input.value) show();
    },
  };
}
