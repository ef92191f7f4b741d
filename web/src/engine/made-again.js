// Finds the open digest that was remade as the new one (or the reverse), and decides which of the two gives way. The
// rule is in docs/storage.md.

/** @typedef {import('./protocol.js').Entry} Entry */
/** @typedef {import('./protocol.js').Plain<import('broadsheet-wasm').Making>} Making */
/**
 * @typedef {{ newer: Entry, older: Entry, left: number[] }} Remake left: indices of the papers that only the older one
 *   has
 */

/**
 * Compares at most this many digests with equal stems, the last opened first, because any number of files may share a
 * name.
 */
const MOST_COMPARED = 16;

/**
 * Compares their dates; if one has none, the digest opened first is older.
 * @param {Entry} entry
 * @param {Entry} other was open before
 */
const isOlder = (entry, other) => entry.written > 0 && other.written > 0 && entry.written < other.written;

/**
 * Files with the same name in one batch come from different folders: neither is a remake of the other.
 * @param {Entry} entry
 * @param {Entry} other
 */
const cameTogether = (entry, other) =>
  entry.batch !== 0 && entry.batch === other.batch && entry.fileName === other.fileName;

/**
 * Cost: O(others), plus a few comparisons.
 * @param {Entry} entry
 * @param {Entry[]} others the open digests
 * @param {(newer: string, older: string) => Making} compare takes their labels
 * @returns {Remake | null}
 */
export function findRemake(entry, others, compare) {
  /** @type {(Remake & { shared: number }) | null} */
  let found = null;
  let compared = 0;
  for (let at = others.length - 1; at >= 0 && compared < MOST_COMPARED; at -= 1) {
    const other = others[at];
    if (other.stem !== entry.stem || other.label === entry.label || cameTogether(entry, other)) continue;
    const [newer, older] = isOlder(entry, other) ? [other, entry] : [entry, other];
    compared += 1;
    const { same, shared, left } = compare(newer.label, older.label);
    if (same && (!found || shared > found.shared)) found = { newer, older, left, shared };
  }
  return found && { newer: found.newer, older: found.older, left: found.left };
}
