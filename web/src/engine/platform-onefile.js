// Where the worker, the core and the sample come from: the page itself.
import { sampleName, sampleText, wasmBase64, workerSource } from 'broadsheet-bundle';

const workerUrl = URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' }));

// A classic worker: Chromium refuses module workers on file://.
export const startWorker = () => new Worker(workerUrl);

export async function loadWasm() {
  return Uint8Array.from(atob(wasmBase64), (byte) => byte.charCodeAt(0)).buffer;
}

export const loadSample = async () => ({ name: sampleName, blob: new Blob([sampleText]) });
