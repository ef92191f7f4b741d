/**
 * The new cursor position for a key; undefined if the key does not move the cursor.
 * @param {string} key
 * @param {{ cursor: number, total: number, pageFrom: (direction: 1 | -1) => number }} list pageFrom: the row a screen away
 * @returns {number | undefined}
 */
export function listKeyTarget(key, { cursor, total, pageFrom }) {
  switch (key) {
    case 'ArrowDown':
      return cursor + 1;
    case 'ArrowUp':
      return cursor - 1;
    case 'PageDown':
      return pageFrom(1);
    case 'PageUp':
      return pageFrom(-1);
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return undefined;
  }
}
