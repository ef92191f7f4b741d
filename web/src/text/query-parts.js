// Splits a text at the given ranges.

/** @typedef {{ start: number, end: number }} Range UTF-16 units, half-open */
/** @typedef {{ text: string, inside: boolean }} Part inside: within one of the ranges */

/**
 * @param {string} text
 * @param {readonly Range[]} ranges in any order; may overlap
 * @returns {Part[]} cover the whole text
 */
export function queryParts(text, ranges) {
  /** @type {Part[]} */
  const parts = [];
  let at = 0;
  /** @param {number} end @param {boolean} inside */
  const cut = (end, inside) => {
    const last = Math.min(end, text.length);
    if (last <= at) return;
    const part = text.slice(at, last);
    const before = parts.at(-1);
    if (before?.inside === inside) before.text += part;
    else parts.push({ text: part, inside });
    at = last;
  };
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    cut(start, false);
    cut(end, true);
  }
  cut(text.length, false);
  return parts;
}
