/**
 * Matches a sticky pattern at `at`.
 * @param {RegExp} sticky
 * @param {string} text
 * @param {number} at
 */
export function matchAt(sticky, text, at) {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
