// Whether the numbers that papers have in their digest say where they are in the list.

/**
 * The list is one digest in its own order. Without a query all orders are by day, and within it that of the digest.
 * @param {import('../../app/state.js').State} state
 */
export function isOneDigest({ address, answerText, shelf, contents }) {
  const { days, text } = address;
  const spansDays = days.length !== 1 && (contents?.days ?? 1) > 1;
  if (text.trim() || answerText.trim() || spansDays) return false;
  const shown = shelf.digests.filter(({ date, name }) => days.length === 0 || days.includes(date || name));
  return shown.length === 1;
}
