// Where the worker, the core and the sample come from: the page itself.
import { sampleName, sampleText, workerSource } from 'broadsheet-bundle';
import { startFirst } from './first-worker.js';
import { trustOwnScripts } from './own-scripts.js';

const workerUrl = URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' }));
const trusted = trustOwnScripts([workerUrl]);

// A classic worker: Chromium refuses module workers on file://.
export const startWorker = startFirst((options) => new Worker(trusted(workerUrl), options));

/** It fetches nothing, wherever it lies. */
export const site = null;

export const loadSample = async () => ({ name: sampleName, blob: new Blob([sampleText]) });

/** A file on disk is nothing to install or to update. @type {typeof import('./platform-hosted.js').startApp} */
export const startApp = () => {};
