// esbuild settings shared by both products.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { webFolder } from './inputs.mjs';

/** All recent browsers read woff2; including the other formats would triple the size. */
const woff2Only = {
  name: 'woff2-only',
  /** @param {import('esbuild').PluginBuild} plugin */
  setup(plugin) {
    plugin.onLoad({ filter: /katex[^/\\]*\.css$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/,url\([^)]*\.(?:woff|ttf)\) format\("[^"]*"\)/g, ''),
      loader: 'css',
    }));
  },
};

/**
 * Provides the module `broadsheet-bundle`: values that a product carries inside its script.
 * @param {Record<string, unknown>} values
 */
const carried = (values) => ({
  name: 'carried',
  /** @param {import('esbuild').PluginBuild} plugin */
  setup(plugin) {
    plugin.onResolve({ filter: /^broadsheet-bundle$/ }, ({ path }) => ({ path, namespace: 'carried' }));
    plugin.onLoad({ filter: /.*/, namespace: 'carried' }, () => ({
      contents: Object.entries(values)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n'),
    }));
  },
});

/** @typedef {{ text: string, inputs: string[] }} Bundle a script and the paths of its inputs */

/** @param {import('esbuild').BuildOptions} options */
async function run(options) {
  const { outputFiles, metafile } = await build({
    bundle: true,
    minify: true,
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
    ...options,
    metafile: true,
    write: false,
  });
  return { files: outputFiles, inputs: Object.keys(metafile.inputs) };
}

/** @param {import('esbuild').BuildOptions} options @returns {Promise<Bundle>} */
async function script(options) {
  const { files, inputs } = await run(options);
  return { text: files[0].text, inputs };
}

/**
 * Emscripten's script is CommonJS, but the project's package.json would make esbuild treat it as an ES module.
 * @param {string} path
 */
const glueScript = (path) => ({
  name: 'glue',
  /** @param {import('esbuild').PluginBuild} plugin */
  setup(plugin) {
    plugin.onResolve({ filter: /^broadsheet-wasm$/ }, () => ({ path, namespace: 'glue' }));
    plugin.onLoad({ filter: /.*/, namespace: 'glue' }, async () => ({
      contents: await readFile(path, 'utf8'),
    }));
  },
});

/** @typedef {'hosted' | 'onefile'} Product */

/**
 * @param {Product} product
 * @param {string} glue path of Emscripten's script
 * @param {Record<string, string>} [values]
 */
export async function bundleWorker(product, glue, values = {}) {
  return script({
    entryPoints: [join(webFolder, 'src/engine/worker.js')],
    format: 'iife',
    alias: { 'broadsheet-core': join(webFolder, `src/engine/core-${product}.js`) },
    plugins: [glueScript(glue), carried(values)],
    // Emscripten's glue requests these under Node only.
    external: ['fs', 'path', 'url', 'crypto', 'module', 'worker_threads', 'node:*'],
  });
}

/**
 * Leaves a module external, in its own file.
 * @param {RegExp} filter
 * @param {string} address of that file
 */
const beside = (filter, address) => ({
  name: `beside-${address}`,
  /** @param {import('esbuild').PluginBuild} plugin */
  setup(plugin) {
    plugin.onResolve({ filter }, () => ({ path: address, external: true }));
  },
});

/**
 * Leaves out KaTeX, which is not needed until there are papers, the code that starts the worker, and what draws trends.
 * @param {Record<string, string>} values
 * @param {{ katex: string, start: string, drawing: string }} addresses of their scripts
 */
export async function bundleHostedApp(values, { katex, start, drawing }) {
  return bundleApp('hosted', values, [
    beside(/^katex$/, katex),
    beside(/\/own-worker\.js$/, start),
    beside(/\/drawing\.js$/, drawing),
  ]);
}

export async function bundleFront() {
  return script({ entryPoints: [join(webFolder, 'src/front.js')], format: 'iife' });
}

export async function bundleDrawing() {
  return script({ entryPoints: [join(webFolder, 'src/features/trends/drawing.js')], format: 'esm' });
}

export async function bundleStart() {
  return script({ entryPoints: [join(webFolder, 'src/engine/own-worker.js')], format: 'esm' });
}

/** @param {Record<string, string>} values */
export async function bundleOneFileApp(values) {
  return bundleApp('onefile', values);
}

/** @param {Product} product @param {Record<string, string>} values @param {import('esbuild').Plugin[]} [plugins] */
async function bundleApp(product, values, plugins = []) {
  return script({
    entryPoints: [join(webFolder, 'src/main.js')],
    format: 'esm',
    charset: 'utf8',
    alias: { 'broadsheet-platform': join(webFolder, `src/products/platform-${product}.js`) },
    plugins: [carried(values), ...plugins],
  });
}

export async function bundleKatex() {
  return script({ stdin: { contents: "export { default } from 'katex';", resolveDir: webFolder }, format: 'esm' });
}

/** @param {Record<string, unknown>} values */
export async function bundleServiceWorker(values) {
  return script({
    entryPoints: [join(webFolder, 'src/hosted/service-worker.js')],
    format: 'iife',
    plugins: [carried(values)],
  });
}

/** @param {'file' | 'dataurl'} fonts @param {string} outdir */
export async function bundleStyles(fonts, outdir) {
  return run({
    entryPoints: { styles: join(webFolder, 'styles/index.css') },
    outdir,
    loader: { '.woff2': fonts },
    assetNames: 'fonts/[name]',
    plugins: [woff2Only],
  });
}
