// What a key does in a combobox.

/**
 * @typedef {'down' | 'up' | 'accept' | 'close' | 'leave' | 'ask' | 'caret' | 'forget'} ComboboxAction caret: the caret
 *   moves within the text
 */

const CARET = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

/**
 * @param {Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'>} event
 * @param {{ open: boolean, active: boolean, forgettable?: boolean }} popup active: one of its options is active;
 *   forgettable: and can be forgotten
 * @returns {ComboboxAction | undefined} undefined: left to the browser
 */
export function comboboxKey(
  { key, altKey, ctrlKey, metaKey, shiftKey, isComposing },
  { open, active, forgettable = false },
) {
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
      return active && !shiftKey ? 'accept' : undefined;
    case 'Enter':
      return active ? 'accept' : 'leave';
    case 'Escape':
      return open ? 'close' : 'leave';
    case 'Delete':
      return active && forgettable ? 'forget' : undefined;
    default:
      return undefined;
  }
}
