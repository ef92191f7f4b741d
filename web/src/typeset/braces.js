// Finds all pairs of braces in one pass, so that no command has to search for its own.

/**
 * Opening brace → closing brace, as offsets. Escaped braces are text; a pair never spans a blank line.
 * @param {string} text
 * @returns {Map<number, number>}
 */
export function matchBraces(text) {
  const pairs = new Map();
  /** @type {number[]} */
  const open = [];
  for (const found of text.matchAll(/\\[^]|[{}]|\n[ \t]*\n/g)) {
    if (found[0] === '{') {
      open.push(found.index);
    } else if (found[0] === '}') {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, found.index);
    } else if (found[0][0] === '\n') {
      open.length = 0;
    }
  }
  return pairs;
}
