import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** Quality 11 takes seconds and saves only a few per cent. */
const QUALITY = 9;

/** @param {string} out prints each product's size, raw and compressed with brotli */
export async function printSizes(out) {
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(
    files.map(async (path) => {
      const bytes = await readFile(path);
      const brotli = path.endsWith('.woff2') ? bytes.length : compressed(bytes);
      return { name: relative(out, path), raw: bytes.length, brotli };
    }),
  );
  const fonts = sizes.filter(({ name }) => name.endsWith('.woff2'));
  const rest = sizes
    .filter(({ name }) => !name.endsWith('.woff2'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const sum = (/** @type {typeof sizes} */ some, /** @type {'raw' | 'brotli'} */ key) =>
    some.reduce((total, size) => total + size[key], 0);
  print('', 'raw', 'brotli');
  for (const { name, raw, brotli } of rest) print(name, kilobytes(raw), kilobytes(brotli));
  print(`fonts (${fonts.length})`, kilobytes(sum(fonts, 'raw')), kilobytes(sum(fonts, 'brotli')));
}

/** @param {Uint8Array} bytes */
const compressed = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }).length;

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** @param {string} name @param {string} raw @param {string} brotli */
const print = (name, raw, brotli) => console.log(name.padEnd(40), raw.padStart(12), brotli.padStart(12));
