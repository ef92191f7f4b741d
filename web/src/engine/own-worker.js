// Starts the hosted page's worker and service worker. A script of its own, so that it runs while the app script still
// loads.
import { startFirst } from './first-worker.js';
import { trustOwnScripts } from './own-scripts.js';

/** @param {string} name of a file next to the page */
const address = (name) => new URL(name, document.baseURI).href;

const WORKER = address('worker.js');
const SERVICE_WORKER = address('service-worker.js');
const trusted = trustOwnScripts([WORKER, SERVICE_WORKER]);

export const startWorker = startFirst((options) => new Worker(trusted(WORKER), options));
export const serviceWorker = () => trusted(SERVICE_WORKER);
