/**
 * Where a key takes the cursor of a list; undefined: the key does not move it.
 * @param {string} key
 * @param {{ cursor: number, total: number, page: number }} list page: how many rows a screen holds
 * @returns {number | undefined}
 */
export function listKeyTarget(key, { cursor, total, page }) {
  switch (key) {
    case 'ArrowDown':
      return cursor + 1;
    case 'ArrowUp':
      return cursor - 1;
    case 'PageDown':
      return cursor + page;
    case 'PageUp':
      return cursor - page;
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return undefined;
  }
}
