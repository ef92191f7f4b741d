// The hosted page: a folder for any static host. All its addresses are relative.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import {
  bundleFront,
  bundleHostedApp,
  bundleKatex,
  bundleServiceWorker,
  bundleStart,
  bundleStyles,
  bundleWorker,
} from './bundle.mjs';
import { EMPTY_LIST, OWN_LIST } from '../src/hosted/addresses.js';
import { front } from './front.mjs';
import { TRUSTED_TYPES, assemble } from './html.mjs';
import { icons } from './icons.mjs';
import { manifest } from './manifest.mjs';
import { precached, versionOf } from './version.mjs';

const POLICY = {
  // Not 'none': WebKit complains of `manifest-src`, which the manifest would need besides.
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

/** The font of all that is read first: the name, titles, sentences. */
const FIRST_FONT = 'fonts/source-serif-4-latin-wght-normal.woff2';

/** @param {import('./inputs.mjs').Inputs} inputs @param {string} out */
export async function buildHosted({ glue, wasm, html, icon, sampleName, sample }, out) {
  const [shown, frontScript, app, start, katex, worker, styles] = await Promise.all([
    front(),
    bundleFront(),
    bundleHostedApp({ sampleName }, { katex: './katex.js', start: './start.js' }),
    bundleStart(),
    bundleKatex(),
    bundleWorker('hosted', glue),
    bundleStyles('file', out),
  ]);
  const drawn = icons(icon);
  /** @type {import('./version.mjs').Files} */
  const files = new Map([
    ['front.js', frontScript],
    ['app.js', app],
    ['start.js', start],
    ['katex.js', katex],
    ['worker.js', worker],
    ['broadsheet.wasm', wasm],
    ['manifest.webmanifest', manifest(drawn)],
    [`sample/${sampleName}`, sample],
    ...drawn.map(({ name, bytes }) => /** @type {const} */ ([name, bytes])),
    ...styles.map(({ path, contents }) => /** @type {const} */ ([relative(out, path), contents])),
  ]);
  if (!files.has(FIRST_FONT)) throw new Error(`${FIRST_FONT} is not among the fonts`);
  const serviceWorker = await bundleServiceWorker({ version: '', precached: [] });
  const version = versionOf(new Map([...files, ['index.html', page(html, shown, '')], ['service-worker.js', serviceWorker]]));
  files.set('index.html', page(html, shown, version));
  files.set('service-worker.js', await bundleServiceWorker({ version, precached: precached(files) }));
  // Asked for at every start, so it must be there: where a page lies beside an archive, this says which. It is the
  // host's to change, so it is no part of a version.
  files.set(OWN_LIST, EMPTY_LIST);
  await Promise.all([...files].map(([name, bytes]) => write(join(out, name), bytes)));
}

/** @param {string} template @param {string} shown  on it before its scripts run @param {string} version */
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
    // Behind what it shows, and before anything is painted.
    front: `${shown}\n    <script src="front.js"></script>`,
    // The page's own script is the largest: styles and font, without which nothing is shown, come before it.
    script:
      '<script type="module" src="start.js"></script>\n    ' +
      '<script type="module" src="app.js" fetchpriority="low"></script>',
  });

/** @param {string} path @param {string | Uint8Array} bytes */
async function write(path, bytes) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
