// Refuses files that would not fit in memory.

/** @typedef {import('./open-library.js').OpenLibrary} OpenLibrary */

const GB = 2 ** 30;
/** The module's memory ends at 4 GB; the rest is for searching. */
const MOST_BYTES = 3.6 * GB;
/** Share of the machine's memory, which browsers report as 8 GB at most. */
const SHARE = 0.5;
/** Memory per byte of a digest while it is read (docs/performance.md: 1.7 stay, 2.4 at the peak). */
const BYTES_A_BYTE = 3;

/** @returns {number} bytes that the core may use */
export function mostBytes() {
  const machine = Reflect.get(navigator, 'deviceMemory');
  return typeof machine === 'number' && machine < 8 ? Math.min(MOST_BYTES, machine * GB * SHARE) : MOST_BYTES;
}

/** @param {OpenLibrary} open @param {number} size of the file, in bytes */
export const roomFor = (open, size) => open.library.memory().liveBytes + size * BYTES_A_BYTE <= mostBytes();
