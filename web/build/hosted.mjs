// The hosted page: a folder for any static host. All its addresses are relative.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleApp, bundleStyles, bundleWorker } from './bundle.mjs';
import { assemble } from './html.mjs';

const POLICY = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** @param {import('./inputs.mjs').Inputs} inputs @param {string} out */
export async function buildHosted({ glue, wasm, html, icon, sampleName, sample }, out) {
  const [app, worker, styles] = await Promise.all([
    bundleApp('hosted', { sampleName }),
    bundleWorker(glue),
    bundleStyles('file', out),
  ]);
  const page = assemble(html, {
    policy: POLICY,
    head: '<link rel="icon" href="icon.svg" type="image/svg+xml" />\n    <link rel="stylesheet" href="styles.css" />',
    script: '<script type="module" src="app.js"></script>',
  });
  /** @type {[string, string | Uint8Array][]} */
  const files = [
    ['index.html', page],
    ['app.js', app],
    ['worker.js', worker],
    ['broadsheet.wasm', wasm],
    ['icon.svg', icon],
    [`sample/${sampleName}`, sample],
  ];
  await Promise.all([
    ...files.map(([name, bytes]) => write(join(out, name), bytes)),
    ...styles.map(({ path, contents }) => write(path, contents)),
  ]);
}

/** @param {string} path @param {string | Uint8Array} bytes */
async function write(path, bytes) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
