/**
 * Once the page is there with its fonts: what is loaded for later must not slow them down.
 * @template T @param {() => T} run
 */
export async function whenShown(run) {
  if (document.readyState !== 'complete')
    await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  await document.fonts.ready;
  return run();
}

/**
 * Behind the next picture of the page: what the first one can do without.
 * @template T @param {() => T} run @returns {Promise<T>}
 */
export const whenPainted = (run) =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(run()))));

/** When the page has nothing better to do, at most a second from now. @param {() => void} run */
export const whenIdle = (run) =>
  // WebKit does not tell.
  'requestIdleCallback' in window ? requestIdleCallback(run, { timeout: 1000 }) : setTimeout(run, 300);
