// Platform of the one-file page: worker, core and sample are inside the page.
import { build, sampleName, sampleText, workerSource } from 'broadsheet-bundle';
import { startFirst } from '../engine/first-worker.js';
import { LICENSES_ID } from '../engine/licenses-id.js';
import { trustOwnScripts } from '../engine/own-scripts.js';

export { build };

const workerUrl = URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' }));
const trusted = trustOwnScripts([workerUrl]);

// A classic worker: Chromium refuses module workers on file://.
export const startWorker = startFirst((options) => new Worker(trusted(workerUrl), options));

/** This page fetches nothing, wherever it is. */
export const site = null;

export const loadSample = async () => ({ name: sampleName, blob: new Blob([sampleText]) });

/** No app shares files with this page. */
export const forgetShared = async () => {};

// Looked up now, because the page replaces everything in the body.
const block = /** @type {HTMLElement} */ (document.getElementById(LICENSES_ID));

/** The licence text. */
export const licenses = { address: null, read: async () => block.textContent ?? '' };

/** A file on disk cannot be installed or updated. @type {typeof import('./platform-hosted.js').startApp} */
export const startApp = () => {};
