// What a key means in a combobox.

/** @typedef {'down' | 'up' | 'take' | 'close' | 'leave' | 'ask' | 'caret'} ComboboxAction caret: it goes elsewhere in the text */

const CARET = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

/**
 * @param {Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'>} event
 * @param {{ open: boolean, active: boolean }} popup active: one of its options is the active one
 * @returns {ComboboxAction | undefined} undefined: the browser's own business
 */
export function comboboxKey({ key, altKey, ctrlKey, metaKey, shiftKey, isComposing }, { open, active }) {
  if (isComposing) return undefined;
  if (CARET.has(key)) return 'caret';
  if (altKey && key === 'ArrowDown') return 'ask';
  if (altKey || ctrlKey || metaKey) return undefined;
  switch (key) {
    case 'ArrowDown':
      return open ? 'down' : 'leave';
    case 'ArrowUp':
      return open ? 'up' : undefined;
    case 'Tab':
      return active && !shiftKey ? 'take' : undefined;
    case 'Enter':
      return active ? 'take' : 'leave';
    case 'Escape':
      return open ? 'close' : 'leave';
    default:
      return undefined;
  }
}
