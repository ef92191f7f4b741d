// Where the worker, the core and the sample come from: files beside the page.
import { sampleName } from 'broadsheet-bundle';
import { createSite } from '../archive/site.js';
import { startHostedApp } from '../hosted/app.js';
import { serviceWorker } from './own-worker.js';

export { startWorker } from './own-worker.js';

/** @param {import('../hosted/app.js').Callbacks} callbacks */
export const startApp = (callbacks) => startHostedApp(callbacks, serviceWorker());

/** @param {string} name */
async function load(name) {
  const response = await fetch(new URL(name, document.baseURI));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.arrayBuffer();
}

export const site = createSite(document.baseURI);

export const loadSample = async () => ({
  name: sampleName,
  blob: new Blob([await load(`sample/${sampleName}`)]),
});
