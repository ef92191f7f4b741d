// Builds a product's licenses.txt: the packages and fonts that esbuild read, and the parts of the wasm module.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { webFolder } from '../inputs.mjs';
import { oflOf, partsOfFonts, withNoticeApart } from './fonts.mjs';
import { format } from './format.mjs';
import { partsOfPackages } from './packages.mjs';

/** @typedef {import('./format.mjs').Part} Part */

const FONT = /\.woff2$/;
/** Inputs that the build itself gives to esbuild; Emscripten's script counts as part of the module. */
const MADE_HERE = /^(<stdin>$|carried:|glue:)/;

/**
 * @param {string[]} inputs of all bundles, as named in esbuild's metafiles
 * @param {Part[]} moduleParts
 */
export async function licensesOf(inputs, moduleParts) {
  const files = inputs.filter((input) => !isOwn(input));
  // esbuild's helper functions are in every bundle, but not in its metafile.
  files.push(createRequire(import.meta.url).resolve('esbuild/package.json'));
  const packages = (await partsOfPackages(files)).map(withNoticeApart);
  const fonts = await partsOfFonts([...new Set(files.filter((file) => FONT.test(file)))], oflOf(packages));
  return format(await own(), [...packages, ...fonts, ...moduleParts]);
}

/** @param {string} input */
const isOwn = (input) => MADE_HERE.test(input) || resolve(input).startsWith(webFolder);

/** @returns {Promise<Part>} */
async function own() {
  const root = join(webFolder, '..');
  const { version, license } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return { name: 'Broadsheet', version, license, text: await readFile(join(root, 'LICENSE'), 'utf8') };
}
