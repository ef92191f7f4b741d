// Builds the one-file page: everything inline, for file:// addresses and no network.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LICENSES_ID } from '../src/engine/licenses-id.js';
import { bundleOneFileApp, bundleStyles, bundleWorker } from './bundle.mjs';
import { TRUSTED_TYPES, assemble, hashSource } from './html.mjs';
import { licensesOf } from './licenses/licenses.mjs';

/** @param {import('./inputs.mjs').Inputs} inputs @param {string} out */
export async function buildOneFile(inputs, out) {
  const { glue, wasm, core, build, moduleParts, html, icon, sampleName, sample } = inputs;
  const worker = await bundleWorker('onefile', glue, { core, wasmBase64: wasm.toString('base64') });
  const [app, styles] = await Promise.all([
    bundleOneFileApp({
      build,
      workerSource: worker.text,
      sampleName,
      sampleText: sample,
    }),
    bundleStyles('dataurl', out),
  ]);
  const licenses = await licensesOf(
    [worker, app, styles].flatMap(({ inputs }) => inputs),
    moduleParts,
  );
  if (/<\/script|<!--/i.test(licenses)) throw new Error('the licences would end their own element');
  const script = inScriptElement(app.text);
  const css = styles.files[0].text;
  if (/<\/style/i.test(css)) throw new Error('the styles would end their own element');
  const page = assemble(html, {
    policy: {
      'default-src': "'none'",
      'script-src': `${hashSource(script)} 'wasm-unsafe-eval'`,
      'style-src': hashSource(css),
      'font-src': 'data:',
      'img-src': 'data:',
      'connect-src': "'none'",
      'worker-src': 'blob:',
      'base-uri': "'none'",
      'form-action': "'none'",
      ...TRUSTED_TYPES,
    },
    head: [
      `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}" />`,
      `<style>${css}</style>`,
    ],
    // The licences are a data block, not a script; nothing reads it until the user asks for it.
    script:
      `<script type="module">${script}</script>\n` +
      `    <script type="text/plain" id="${LICENSES_ID}">${licenses}</script>`,
  });
  await writeFile(join(out, 'broadsheet.html'), page);
}

/**
 * Inside <script>, `</script` ends the element and `<!--` hides a later end tag. Both occur only in strings, where
 * `\x3C` means the same.
 * @param {string} code
 */
function inScriptElement(code) {
  return code.replace(/<(?=\/script|!--)/gi, '\\x3C');
}
