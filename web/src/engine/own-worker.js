// The hosted page's worker and service worker: a script of its own, which runs while the page's is still on its way.
import { startFirst } from './first-worker.js';
import { trustOwnScripts } from './own-scripts.js';

/** @param {string} name of a file beside the page */
const address = (name) => new URL(name, document.baseURI).href;

const WORKER = address('worker.js');
const SERVICE_WORKER = address('service-worker.js');
const trusted = trustOwnScripts([WORKER, SERVICE_WORKER]);

export const startWorker = startFirst((options) => new Worker(trusted(WORKER), options));
export const serviceWorker = () => trusted(SERVICE_WORKER);
