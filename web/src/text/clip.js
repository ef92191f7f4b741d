// Where to cut texts that are too long to read at once.

/** The longest line shown in full. The longest title of some 12,000 real papers has 221 characters. */
const LONGEST_LINE = 2000;
/** How far back to look for white space to cut at. */
const BACK = 200;

/**
 * The text, or its beginning and an ellipsis.
 * @param {string} text
 */
export const clip = (text) =>
  text.length > LONGEST_LINE ? `${text.slice(0, cutBefore(text, LONGEST_LINE))}…` : text;

/**
 * The last good place for a cut at or before `at`: the end of a line, white space, or else between two characters.
 * @param {string} text
 * @param {number} at less than the text's length
 */
export function cutBefore(text, at) {
  const tail = text.slice(Math.max(0, at - BACK), at);
  const space = Math.max(tail.lastIndexOf('\n'), tail.lastIndexOf(' '));
  if (space > 0) return at - tail.length + space;
  return /[\ud800-\udbff]/.test(text[at - 1]) ? at - 1 : at;
}
