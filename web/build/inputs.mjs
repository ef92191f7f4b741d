import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const webFolder = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} wasmFolder */
export async function readInputs(wasmFolder) {
  const samples = (await readdir(join(webFolder, 'sample'))).filter((name) => name.endsWith('.md'));
  if (samples.length !== 1) throw new Error(`web/sample must hold one digest, not ${samples.length}`);
  return {
    glue: join(wasmFolder, 'broadsheet.js'),
    wasm: await readFile(join(wasmFolder, 'broadsheet.wasm')),
    html: await readFile(join(webFolder, 'index.html'), 'utf8'),
    icon: await readFile(join(webFolder, 'icon.svg'), 'utf8'),
    sampleName: samples[0],
    sample: await readFile(join(webFolder, 'sample', samples[0]), 'utf8'),
  };
}

/** @typedef {Awaited<ReturnType<typeof readInputs>>} Inputs */
