// Builds the hosted page: a folder for any static host. All its addresses are relative.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import {
  bundleDrawing,
  bundleFront,
  bundleHostedApp,
  bundleKatex,
  bundleServiceWorker,
  bundleStart,
  bundleStyles,
  bundleWorker,
} from './bundle.mjs';
import { EMPTY_LIST, LICENSES, OWN_LIST } from '../src/hosted/addresses.js';
import { front } from './front.mjs';
import { TRUSTED_TYPES, assemble } from './html.mjs';
import { icons } from './icons.mjs';
import { LIST_SCRIPT } from './inputs.mjs';
import { licensesOf } from './licenses/licenses.mjs';
import { manifest } from './manifest.mjs';
import { nameOf, precached } from './version.mjs';

const POLICY = {
  // Not 'none': that would also need `manifest-src`, and WebKit complains about that directive.
  'default-src': "'self'",
  'object-src': "'none'",
  'frame-src': "'none'",
  'media-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  ...TRUSTED_TYPES,
};

/** The font of everything read first: the name, titles and sentences. */
const FIRST_FONT = 'fonts/source-serif-4-latin-wght-normal.woff2';

/** @param {import('./inputs.mjs').Inputs} inputs @param {string} out */
export async function buildHosted(inputs, out) {
  const { glue, wasm, core, build, moduleParts, html, icon, listScript, sampleName, sample } = inputs;
  const [shown, styles, serviceWorker, ...scripts] = await Promise.all([
    front(),
    bundleStyles('file', out),
    bundleServiceWorker({ version: '', precached: [] }),
    bundleFront(),
    bundleHostedApp({ build, sampleName }, { katex: './katex.js', start: './start.js', drawing: './drawing.js' }),
    bundleStart(),
    bundleKatex(),
    bundleDrawing(),
    bundleWorker('hosted', glue, { core }),
  ]);
  const [frontScript, app, start, katex, drawing, worker] = scripts.map(({ text }) => text);
  const licenses = await licensesOf(
    [styles, serviceWorker, ...scripts].flatMap(({ inputs }) => inputs),
    moduleParts,
  );
  const drawn = icons(icon);
  /** @type {import('./version.mjs').Files} */
  const files = new Map([
    ['front.js', frontScript],
    ['app.js', app],
    ['start.js', start],
    ['katex.js', katex],
    ['drawing.js', drawing],
    ['worker.js', worker],
    ['broadsheet.wasm', wasm],
    ['manifest.webmanifest', manifest(drawn)],
    [`sample/${sampleName}`, sample],
    [LICENSES, licenses],
    ...drawn.map(({ name, bytes }) => /** @type {const} */ ([name, bytes])),
    ...styles.files.map(({ path, contents }) => /** @type {const} */ ([relative(out, path), contents])),
  ]);
  if (!files.has(FIRST_FONT)) throw new Error(`${FIRST_FONT} is not among the fonts`);
  const version = nameOf(
    new Map([...files, ['index.html', page(html, shown, '')], ['service-worker.js', serviceWorker.text]]),
  );
  files.set('index.html', page(html, shown, version));
  files.set('service-worker.js', (await bundleServiceWorker({ version, precached: precached(files) })).text);
  // Every start requests this file, so it must exist: if the page is next to an archive, it says which. The host edits
  // it, so it is not part of a version; neither is the script that writes it.
  files.set(OWN_LIST, EMPTY_LIST);
  files.set(LIST_SCRIPT, listScript);
  await Promise.all([...files].map(([name, bytes]) => write(join(out, name), bytes)));
}

/** @param {string} template @param {string} shown HTML shown before the scripts run @param {string} version */
const page = (template, shown, version) =>
  assemble(template, {
    policy: POLICY,
    head: [
      `<meta name="version" content="${version}" />`,
      '<link rel="manifest" href="manifest.webmanifest" />',
      '<link rel="icon" href="icon.svg" type="image/svg+xml" />',
      `<link rel="preload" href="${FIRST_FONT}" as="font" type="font/woff2" crossorigin />`,
      '<link rel="stylesheet" href="styles.css" />',
    ],
    // After the HTML it reveals, and before the first paint.
    front: `${shown}\n    <script src="front.js"></script>`,
    // The app script is the largest file; styles and font come first because nothing shows without them.
    script:
      '<script type="module" src="start.js"></script>\n    ' +
      '<script type="module" src="app.js" fetchpriority="low"></script>',
  });

/** @param {string} path @param {string | Uint8Array} bytes */
async function write(path, bytes) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
