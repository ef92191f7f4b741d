/**
 * What a key in the list does to the selection, as a command; undefined if it does nothing to it.
 * @param {Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>} event
 * @param {{ isSelecting: boolean, isReading: boolean }} state isReading: Space scrolls the open
 *   paper, and Escape closes it
 */
export function selectionCommand({ key, shiftKey, ctrlKey, metaKey, altKey }, { isSelecting, isReading }) {
  if (altKey) return undefined;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'a' && !shiftKey ? 'select-all' : undefined;
  if (shiftKey && key === 'ArrowDown') return 'select-down';
  if (shiftKey && key === 'ArrowUp') return 'select-up';
  if (isSelecting && !isReading && key === 'Escape') return 'unselect';
  return isSelecting && !isReading && !shiftKey && key === ' ' ? 'select-here' : undefined;
}
