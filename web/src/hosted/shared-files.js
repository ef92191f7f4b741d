// Files shared from another app: the service worker holds them until the page takes them.

/** Other pages may live at the same origin, in other folders. */
const folder = new URL('./', location.href).href;
const open = () => caches.open(`broadsheet-shared ${folder}`);

/** @param {File[]} files */
export async function holdShared(files) {
  const cache = await open();
  const now = Date.now();
  for (const [index, file] of files.entries())
    await cache.put(`${folder}${now}-${index}/${encodeURIComponent(file.name)}`, new Response(file));
}

/** What was shared and nobody has taken yet. Each file is given once, however many tabs ask. @returns {Promise<File[]>} */
export async function takeShared() {
  const cache = await open();
  /** @type {File[]} */
  const files = [];
  for (const key of await cache.keys()) {
    const held = await cache.match(key);
    if (!held || !(await cache.delete(key))) continue;
    const name = decodeURIComponent(key.url.slice(key.url.lastIndexOf('/') + 1));
    files.push(new File([await held.blob()], name));
  }
  return files;
}
