// What a reader downloads.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { atMost, row } from '../report/rows.mjs';

/** @param {string} folder of the module */
export function measureSize(folder) {
  const wasm = readFileSync(join(folder, 'broadsheet.wasm'));
  const compressed = (/** @type {number} */ quality) =>
    brotliCompressSync(wasm, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      },
    }).length / 1e3;
  return [
    row('Size', '.wasm with brotli -q 9, kB', { broadsheet: compressed(9) }),
    row('Size', '.wasm with brotli -q 11, kB', { broadsheet: compressed(11) }, { goals: [atMost(350)] }),
    row('Size', '.wasm as it is, kB', { broadsheet: wasm.length / 1e3 }),
  ];
}
