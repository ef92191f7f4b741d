// What runs in every page before its own scripts, and how a wait is done inside it. Each function goes to the page as
// text, so it may use nothing from around it.

/** Says what the policy refused, as a page cannot say it itself. */
export function watchPolicy() {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    console.error(`policy violated: ${violatedDirective} ${blockedURI}`),
  );
}

/** The page registers a service worker as ever, and it never comes: fetching all files again is most of a short visit. */
export function holdServiceWorkerBack() {
  if (navigator.serviceWorker) navigator.serviceWorker.register = () => new Promise(() => {});
}

/**
 * Gives what `check` gives as soon as that is true, or null after `limit` milliseconds. It checks after changes of the
 * document, in a task of its own so that the page has finished what it was doing, and now and then for all that no
 * change of the document tells.
 * @template T
 * @param {() => T} check @param {number} limit
 * @returns {Promise<Awaited<T> | null>}
 */
export async function waitFor(check, limit) {
  const NOW_AND_THEN_MS = 50;
  const end = performance.now() + limit;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (performance.now() > end) return null;
    await new Promise((resolve) => {
      const observer = new MutationObserver(() => setTimeout(done));
      const timer = setTimeout(done, NOW_AND_THEN_MS);
      function done() {
        observer.disconnect();
        clearTimeout(timer);
        resolve(undefined);
      }
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
  }
}
