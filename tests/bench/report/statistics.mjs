/** The value below which that share of the numbers lies (nearest rank). @param {number[]} numbers @param {number} share */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** @param {number[]} numbers */
export const median = (numbers) => percentile(numbers, 0.5);

/** Three digits that say something, as people write them. @param {number} number */
export function show(number) {
  if (number === 0 || !Number.isFinite(number)) return String(number);
  const decimals = Math.min(5, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(number)))));
  return number.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}
