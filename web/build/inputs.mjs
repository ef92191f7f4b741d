import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { partsOfModule } from './licenses/module.mjs';
import { nameOf } from './version.mjs';

/** Writes OWN_LIST on the host, see docs/hosting.md. */
export const LIST_SCRIPT = 'list-digests.sh';

export const webFolder = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} wasmFolder */
export async function readInputs(wasmFolder) {
  const samples = (await readdir(join(webFolder, 'sample'))).filter((name) => name.endsWith('.md'));
  if (samples.length !== 1) throw new Error(`web/sample must hold one digest, not ${samples.length}`);
  const glue = join(wasmFolder, 'broadsheet.js');
  const wasm = await readFile(join(wasmFolder, 'broadsheet.wasm'));
  const core = nameOf(new Map([['broadsheet.wasm', wasm], ['broadsheet.js', await readFile(glue)]]));
  const build = nameOf((await sources()).set('core', core));
  return {
    glue,
    wasm,
    core,
    build,
    moduleParts: await partsOfModule(wasmFolder),
    html: await readFile(join(webFolder, 'index.html'), 'utf8'),
    icon: await readFile(join(webFolder, 'icon.svg'), 'utf8'),
    listScript: await readFile(join(webFolder, 'hosting', LIST_SCRIPT), 'utf8'),
    sampleName: samples[0],
    sample: await readFile(join(webFolder, 'sample', samples[0]), 'utf8'),
  };
}

/** All sources of the page except the wasm module. @returns {Promise<import('./version.mjs').Files>} */
async function sources() {
  const names = (await readdir(join(webFolder, 'src'), { recursive: true })).filter((name) => name.endsWith('.js'));
  const paths = [...names.sort().map((name) => join('src', name)), join('..', 'package-lock.json')];
  return new Map(
    await Promise.all(
      paths.map(async (path) => /** @type {const} */ ([path, await readFile(join(webFolder, path))])),
    ),
  );
}

/** @typedef {Awaited<ReturnType<typeof readInputs>>} Inputs */
