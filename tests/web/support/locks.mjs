// The Web Locks that the page uses: exclusive ones, in the order in which they were asked for, or at once or never.
// Node 20 has none.

/** @returns {Pick<LockManager, 'request'>} */
export function createLocks() {
  /** Settles when the last who asked has let go. @type {Map<string, Promise<unknown>>} */
  const tails = new Map();

  /** @param {string} name @param {any[]} rest options, or none, and what is done under the lock */
  async function request(name, ...rest) {
    const work = rest.at(-1);
    const { ifAvailable = false } = rest.length > 1 ? rest[0] : {};
    const before = tails.get(name);
    if (before && ifAvailable) return work(null);
    const result = Promise.resolve(before).then(() => work({ name, mode: 'exclusive' }));
    const tail = result.then(
      () => {},
      () => {},
    );
    tails.set(name, tail);
    tail.then(() => tails.get(name) === tail && tails.delete(name));
    return result;
  }
  return { request };
}
