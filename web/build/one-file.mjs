// The one-file page: everything inside, for a file:// address with the network off.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleOneFileApp, bundleStyles, bundleWorker } from './bundle.mjs';
import { TRUSTED_TYPES, assemble, hashSource } from './html.mjs';

/** @param {import('./inputs.mjs').Inputs} inputs @param {string} out */
export async function buildOneFile({ glue, wasm, html, icon, sampleName, sample }, out) {
  const workerSource = await bundleWorker('onefile', glue, { wasmBase64: wasm.toString('base64') });
  const [app, [styles]] = await Promise.all([
    bundleOneFileApp({
      workerSource,
      sampleName,
      sampleText: sample,
    }),
    bundleStyles('dataurl', out),
  ]);
  const script = inScriptElement(app);
  const css = styles.text;
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
    script: `<script type="module">${script}</script>`,
  });
  await writeFile(join(out, 'broadsheet.html'), page);
}

/**
 * Inside <script>, `</script` ends the element and `<!--` hides a later end. Both occur in strings only,
 * where `\x3C` reads the same.
 * @param {string} code
 */
function inScriptElement(code) {
  return code.replace(/<(?=\/script|!--)/gi, '\\x3C');
}
