// Keeps page and service worker of one version, and offers the next one when it is there in full.
import { TAKE_OVER, TELL_VERSION } from './messages.js';

const CHECK_EVERY_MS = 60 * 60 * 1000;

const { serviceWorker } = navigator;

/**
 * @param {string} script address of the service worker, trusted
 * @param {(take: () => void) => void} onReady  a new version waits; `take` puts it in place of this one, in all tabs
 */
export async function watchUpdates(script, onReady) {
  serviceWorker.addEventListener('controllerchange', reloadIfOther);
  const registration = await serviceWorker.register(script);

  function offer() {
    // The first version has nobody to wait for.
    if (registration.waiting && registration.active)
      onReady(() => registration.waiting?.postMessage(TAKE_OVER));
  }
  const follow = () => registration.installing?.addEventListener('statechange', offer);

  registration.addEventListener('updatefound', follow);
  follow();
  offer();
  checkNowAndThen(registration);
}

/** Files are loaded as they are needed, so a page must not go on with a service worker of another version. */
async function reloadIfOther() {
  const own = document.querySelector('meta[name=version]')?.getAttribute('content');
  const { port1, port2 } = new MessageChannel();
  serviceWorker.controller?.postMessage(TELL_VERSION, [port2]);
  port1.onmessage = ({ data }) => data !== own && location.reload();
}

/** The browser looks for a new version when the page is opened; an app may stay open for weeks. @param {ServiceWorkerRegistration} registration */
function checkNowAndThen(registration) {
  let checked = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || performance.now() - checked < CHECK_EVERY_MS) return;
    checked = performance.now();
    // Without a network there is nothing new.
    registration.update().catch(() => {});
  });
}
