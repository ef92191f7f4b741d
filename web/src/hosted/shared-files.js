// Files shared from another app: the service worker holds them until the user says whether they want them. Anything
// that can post a form can put files here, including any web page: a service worker sees neither `Origin` nor
// `Sec-Fetch-Site`, and a page can omit its referrer. So until the user agrees, nothing here is their choice.

/** Other pages may be in other folders of the same origin. */
const folder = new URL('./', location.href).href;
const NAME = `broadsheet-shared ${folder}`;
const open = () => caches.open(NAME);

/** @typedef {{ files: File[], drop: () => Promise<void> }} Shared drop: stops holding them */

/** @param {File[]} files */
export async function holdShared(files) {
  const cache = await open();
  const now = Date.now();
  for (const [index, file] of files.entries())
    await cache.put(`${folder}${now}-${index}/${encodeURIComponent(file.name)}`, new Response(file));
}

/**
 * Offers the held files, if there are any. The tab opened last asks; in the others `elsewhere` is aborted.
 * @param {(shared: Shared, elsewhere: AbortSignal) => Promise<void>} offer
 */
export async function offerShared(offer) {
  const cache = await open();
  if ((await cache.keys()).length === 0) return;
  const ending = new AbortController();
  await navigator.locks
    .request(NAME, { steal: true }, async () => {
      const keys = await cache.keys();
      const files = await Promise.all(keys.map((key) => fileOf(cache, key)));
      const drop = async () => void (await Promise.all(keys.map((key) => cache.delete(key))));
      await offer({ files: files.filter((file) => file !== null), drop }, ending.signal);
    })
    .finally(() => ending.abort());
}

/** @param {Cache} cache @param {Request} key */
async function fileOf(cache, key) {
  const held = await cache.match(key);
  const name = decodeURIComponent(key.url.slice(key.url.lastIndexOf('/') + 1));
  return held ? new File([await held.blob()], name) : null;
}

/** Drops all held files. */
export const forgetShared = async () => void ('caches' in globalThis && (await caches.delete(NAME)));
