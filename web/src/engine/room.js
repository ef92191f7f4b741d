// Refuses what would not fit, before it harms.

/** @typedef {import('./open-library.js').OpenLibrary} OpenLibrary */

const GB = 2 ** 30;
/** The module's memory ends at 4 GB; what is left is for searching. */
const MOST_BYTES = 3.6 * GB;
/** Of a machine's memory, which browsers tell as 8 GB at most. */
const SHARE = 0.5;
/** While a digest comes in, for each of its bytes (docs/performance.md: 1.7 stay, 2.4 at the highest). */
const BYTES_A_BYTE = 3;

/** @returns {number} bytes that the core may use */
export function mostBytes() {
  const machine = Reflect.get(navigator, 'deviceMemory');
  return typeof machine === 'number' && machine < 8 ? Math.min(MOST_BYTES, machine * GB * SHARE) : MOST_BYTES;
}

/** @param {OpenLibrary} open @param {number} size of the file, in bytes */
export const roomFor = (open, size) => open.library.memory().liveBytes + size * BYTES_A_BYTE <= mostBytes();
