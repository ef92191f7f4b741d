// Time stands still until a test lets it pass: nothing waits, and no timer keeps the process alive.
import { mock } from 'node:test';

/** What Date.now() says at first. */
export const NOON = Date.UTC(2026, 0, 15, 12);

mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: NOON });

/** @param {number} ms */
export const pass = (ms) => mock.timers.tick(ms);

const LONGEST_NS = 300n * 10n ** 9n;

/** Waits for a state, without letting time pass. @param {string} what @param {() => unknown} holds */
export async function until(what, holds) {
  const begin = process.hrtime.bigint();
  while (!(await holds())) {
    if (process.hrtime.bigint() - begin > LONGEST_NS) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Lets everything happen that waits for no timer. */
export async function settle() {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}
