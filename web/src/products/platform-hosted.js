// Platform of the hosted page: worker, core and sample are files next to the page.
import { build, sampleName } from 'broadsheet-bundle';
import { createSite } from '../archive/site.js';
import { LICENSES } from '../hosted/addresses.js';
import { startHostedApp } from '../hosted/app.js';
import { serviceWorker } from '../engine/own-worker.js';

export { forgetShared } from '../hosted/shared-files.js';
export { build };
export { startWorker } from '../engine/own-worker.js';

/** @param {import('../hosted/app.js').Callbacks} callbacks */
export const startApp = (callbacks) => startHostedApp(callbacks, serviceWorker());

/** @param {string} name */
async function load(name) {
  const response = await fetch(new URL(name, document.baseURI));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.arrayBuffer();
}

/** The licence text, and its address as a file. */
export const licenses = {
  address: new URL(LICENSES, document.baseURI).href,
  read: async () => new TextDecoder().decode(await load(LICENSES)),
};

export const site = createSite(document.baseURI);

export const loadSample = async () => ({
  name: sampleName,
  blob: new Blob([await load(`sample/${sampleName}`)]),
});
