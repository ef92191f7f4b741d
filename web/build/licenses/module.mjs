// Finds what broadsheet.wasm and Emscripten's script are made of. The build folder says which libraries the linker
// used, which header libraries the core can include, and which tables were generated. An unknown one fails the build.
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PARTS } from './module-parts.mjs';

/** @typedef {import('./format.mjs').Part} Part */

/** @type {Record<string, (keyof typeof PARTS)[]>} by name of library, header library or table */
const PARTS_OF = {
  'libbroadsheet_core.a': [],
  'libcmark.a': ['cmark'],
  'libsnowball.a': ['snowball'],
  'libunzip.a': ['zlib', 'minizip'],
  nlohmann: ['nlohmann/json'],
  'xxhash.h': ['xxHash'],
  'fold_table.inc': ['unicode', 'utf8proc'],
  'libc.a': ['musl', 'emscripten'],
  'libc++-noexcept.a': ['libc++'],
  'libc++abi-noexcept.a': ['libc++abi'],
  'libcompiler_rt.a': ['compiler-rt'],
  'libdlmalloc.a': ['dlmalloc'],
  'libbulkmemory.a': ['emscripten'],
  'libembind.a': ['emscripten'],
  'libnoexit.a': ['emscripten'],
};

/** @param {string} wasmFolder @returns {Promise<Part[]>} */
export async function partsOfModule(wasmFolder) {
  const names = [
    ...librariesIn(await readFile(join(wasmFolder, 'broadsheet.linked.tsv'), 'utf8')),
    ...(await readdir(join(wasmFolder, 'third_party/include'))),
    ...(await filesIn(join(wasmFolder, 'generated'))),
  ];
  const sources = JSON.parse(await readFile(join(wasmFolder, 'third_party/sources.json'), 'utf8'));
  return Promise.all(partNames(names).map((name) => PARTS[name](sources)));
}

/**
 * Returns the libraries from which wasm-ld took a member. `table` is the output of --why-extract: reference, member,
 * symbol.
 * @param {string} table
 */
export const librariesIn = (table) =>
  table
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => basename(line.split('\t')[1].replace(/\([^)]*\)$/, '')));

/**
 * Throws if a name is unknown.
 * @param {string[]} names libraries, headers and tables
 */
export function partNames(names) {
  const parts = [...new Set(names)].flatMap((name) => {
    if (!(name in PARTS_OF))
      throw new Error(`${name} is in the module; web/build/licenses/module.mjs must say which licence it has`);
    return PARTS_OF[name];
  });
  return [...new Set(parts)];
}

/** @param {string} folder @returns {Promise<string[]>} */
async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
