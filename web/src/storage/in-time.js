// A storage may hang: whatever waits for one gives up after a while.

/**
 * Waits for `work`, but no longer than `ms`; the work itself goes on.
 * @template T
 * @param {Promise<T>} work
 * @param {number} ms
 * @param {() => T} late called if it takes longer; may throw
 * @returns {Promise<T>}
 */
export function inTime(work, ms, late) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const end = new Promise((resolve) => (timer = setTimeout(resolve, ms)));
  return Promise.race([work, end.then(late)]).finally(() => clearTimeout(timer));
}
