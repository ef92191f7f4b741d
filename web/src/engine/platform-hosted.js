// Where the worker, the core and the sample come from: files beside the page.
import { sampleName } from 'broadsheet-bundle';

export const startWorker = () => new Worker(new URL('worker.js', document.baseURI));

/** @param {string} name */
async function load(name) {
  const response = await fetch(new URL(name, document.baseURI));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.arrayBuffer();
}

export const loadWasm = () => load('broadsheet.wasm');

export const loadSample = async () => ({
  name: sampleName,
  blob: new Blob([await load(`sample/${sampleName}`)]),
});
