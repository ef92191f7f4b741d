// The hosted page's service worker: stores all files of one version and serves the page from them. Other requests go to
// the network as if there were no service worker.
import { precached, version } from 'broadsheet-bundle';
import { clientsClaim } from 'workbox-core';
import { precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { EMPTY_LIST, OWN_LIST, SHARE_FIELD, SHARE_PATH } from './addresses.js';
import { TAKE_OVER, TELL_VERSION } from './messages.js';
import { holdShared } from './shared-files.js';

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const page = new URL('./', worker.location.href);
const share = new URL(SHARE_PATH, page);

// Ignore URL parameters: the page must never come from the network, which may have the next version.
precacheAndRoute(precached, { ignoreURLParametersMatching: [/.*/], cleanURLs: false });

// Claim the page of a first visit too: it loads files later, and they must be of its version.
clientsClaim();

registerRoute(({ url }) => url.href === share.href, receiveShared, 'POST');

// The host may change its list at any time, so ask the network; offline there is no list.
const noList = () => new Response(EMPTY_LIST, { headers: { 'Content-Type': 'application/json' } });
registerRoute(
  ({ url }) => url.href === new URL(OWN_LIST, page).href,
  ({ request }) => fetch(request).catch(noList),
);

/** @param {{ request: Request }} options */
async function receiveShared({ request }) {
  const form = await request.formData();
  await holdShared(form.getAll(SHARE_FIELD).filter((value) => value instanceof File));
  return Response.redirect(page.href, 303);
}

worker.addEventListener('message', ({ data, ports }) => {
  if (data === TAKE_OVER) worker.skipWaiting();
  if (data === TELL_VERSION) ports[0].postMessage(version);
});
