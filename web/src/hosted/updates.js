// Keeps page and service worker at the same version, and offers the next version once it has loaded completely.
import { TAKE_OVER, TELL_VERSION } from './messages.js';

const CHECK_EVERY_MS = 60 * 60 * 1000;

const { serviceWorker } = navigator;

/**
 * @param {string} script address of the service worker, trusted
 * @param {(apply: () => void) => void} onReady a new version is waiting; `apply` makes it replace this one in all tabs
 * @param {() => void} onOther the service worker has another version than this page, which must reload
 */
export async function watchUpdates(script, onReady, onOther) {
  serviceWorker.addEventListener('controllerchange', () => compare(onOther));
  const registration = await serviceWorker.register(script);

  function offer() {
    // The first version replaces none, so there is nothing to offer.
    if (registration.waiting && registration.active)
      onReady(() => registration.waiting?.postMessage(TAKE_OVER));
  }
  const follow = () => registration.installing?.addEventListener('statechange', offer);

  registration.addEventListener('updatefound', follow);
  follow();
  offer();
  checkNowAndThen(registration);
}

/**
 * The page loads files on demand, so it must not continue with a service worker of another version.
 * @param {() => void} onOther
 */
function compare(onOther) {
  const own = document.querySelector('meta[name=version]')?.getAttribute('content');
  const { port1, port2 } = new MessageChannel();
  serviceWorker.controller?.postMessage(TELL_VERSION, [port2]);
  port1.onmessage = ({ data }) => data !== own && onOther();
}

/**
 * The browser checks for a new version when the page is opened, but an app may stay open for weeks.
 * @param {ServiceWorkerRegistration} registration
 */
function checkNowAndThen(registration) {
  let checked = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || performance.now() - checked < CHECK_EVERY_MS) return;
    checked = performance.now();
    // Fails when offline, where there is nothing new.
    registration.update().catch(() => {});
  });
}
