/**
 * Runs once the page and its fonts have loaded: preloading must not slow them down.
 * @template T
 * @param {() => T} run
 */
export async function whenShown(run) {
  if (document.readyState !== 'complete')
    await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  await document.fonts.ready;
  return run();
}

/**
 * Runs after the next paint: for work that the first paint can do without.
 * @template T
 * @param {() => T} run
 * @returns {Promise<T>}
 */
export const whenPainted = (run) =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(run()))));

/** Runs when the page is idle, after at most a second. @param {() => void} run */
export const whenIdle = (run) =>
  // WebKit has no requestIdleCallback.
  'requestIdleCallback' in window ? requestIdleCallback(run, { timeout: 1000 }) : setTimeout(run, 300);
