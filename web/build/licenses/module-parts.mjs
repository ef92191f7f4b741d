// The parts of the wasm module, each described from its own sources or its Debian package.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** @typedef {import('./format.mjs').Part} Part */
/**
 * @typedef {object} Sources folders, and one file; written by cmake/wasm_module.cmake
 * @property {string} cmark
 * @property {string} snowball
 * @property {string} zlib
 * @property {string} nlohmann parent of its folder
 * @property {string} xxhash folder of its header
 * @property {string} unihan the list of variants
 * @property {string} emscripten
 */

const DEBIAN_COPYRIGHT = fileURLToPath(
  new URL('../../../tools/licenses/debian_copyright.py', import.meta.url),
);
const DOCS = '/usr/share/doc';

/** @param {string[]} path */
const read = (...path) => readFile(join(...path), 'utf8');

/** @param {string} text @param {RegExp} pattern its groups are returned; throws if it does not match */
function find(text, pattern) {
  const found = pattern.exec(text);
  if (!found) throw new Error(`${pattern} is not where a version or a notice was expected`);
  return found.slice(1);
}

/** @param {string} folder such as cmark-0.30.2 */
const versionOf = (folder) => find(folder, /-(\d+(?:\.\d+)+)[^/]*$/)[0];

/** @param {string} header @param {string} prefix of its macros */
const versionIn = (header, prefix) =>
  ['MAJOR', 'MINOR', '(?:PATCH|RELEASE)']
    .flatMap((part) => find(header, new RegExp(`#define ${prefix}_VERSION_${part}\\s+(\\d+)`)))
    .join('.');

/** @param {string} source starts with a block comment */
const headComment = (source) => find(source, /^\/\*\n?([^]*?)\*\//)[0].replace(/^ \* ?/gm, '');

/**
 * What Debian's copyright file says about some files of a package.
 * @param {string} copyright
 * @param {string[]} paths in the package's sources
 * @returns {Promise<Omit<Part, 'name' | 'version'>>}
 */
async function fromDebian(copyright, ...paths) {
  const { stdout } = await promisify(execFile)('/usr/bin/python3', [DEBIAN_COPYRIGHT, copyright, ...paths]);
  /** @type {Omit<Part, 'name' | 'version'>[]} */
  const said = JSON.parse(stdout);
  /** @param {'license' | 'notice' | 'text'} key @param {string} between */
  const each = (key, between) => [...new Set(said.map((about) => about[key]))].join(between);
  return { license: each('license', ' AND '), notice: each('notice', '\n'), text: each('text', '\n\n') };
}

/**
 * A part that comes with Emscripten. Its SDK holds the licences; Debian's package has them in its copyright file.
 * @param {string} name
 * @param {{ license: string, text: string, path: string }} about license and text (a file) in the SDK; path: a path
 *   that Debian's copyright file knows
 * @returns {(sources: Sources) => Promise<Part>}
 */
const ofEmscripten =
  (name, { license, text, path }) =>
  async ({ emscripten }) => {
    const version = (await read(emscripten, 'emscripten-version.txt')).replace(/["\s]/g, '');
    const upstream = await read(emscripten, text).catch(() => null);
    const said = upstream
      ? { license, text: upstream }
      : await fromDebian(join(emscripten, '../doc/emscripten/copyright'), path);
    return { name, version: name === 'Emscripten' ? version : `of Emscripten ${version}`, ...said };
  };

/** @param {string} name @param {string} folder */
const ofLlvm = (name, folder) =>
  ofEmscripten(name, {
    license: 'Apache-2.0 WITH LLVM-exception',
    text: `system/lib/${folder}/LICENSE.TXT`,
    path: `system/lib/${folder}/`,
  });

/** @satisfies {Record<string, (sources: Sources) => Promise<Part>>} */
export const PARTS = {
  cmark: async ({ cmark }) => ({
    name: 'cmark',
    version: versionOf(cmark),
    license: 'BSD-2-Clause AND MIT',
    text: await read(cmark, 'COPYING'),
  }),
  snowball: async ({ snowball }) => ({
    name: 'Snowball',
    version: versionOf(snowball),
    license: 'BSD-3-Clause',
    text: await read(snowball, 'COPYING'),
  }),
  zlib: async ({ zlib }) => ({
    name: 'zlib',
    version: versionOf(zlib),
    license: 'Zlib',
    text: await read(zlib, 'LICENSE'),
  }),
  async minizip({ zlib }) {
    const folder = join(zlib, 'contrib/minizip');
    const [version, notice] = find(
      await read(folder, 'unzip.c'),
      // Stops before the text on decryption, which is not compiled in.
      /^\/\* unzip\.c[^]*?Version ([\d.]+)[^]*?( *Copyright[^]*?)\n *For more info/,
    );
    const [text] = find(await read(folder, 'MiniZip64_info.txt'), /^License\n-+\n([^]*?)\n-{20}/m);
    return { name: 'minizip', version, license: 'Zlib', notice: notice.replace(/^ +/gm, ''), text };
  },
  'nlohmann/json': async ({ nlohmann }) => ({
    name: 'nlohmann/json',
    version: versionIn(await read(nlohmann, 'nlohmann/detail/abi_macros.hpp'), 'NLOHMANN_JSON'),
    ...(await fromDebian(
      `${DOCS}/nlohmann-json3-dev/copyright`,
      'include/nlohmann/json.hpp',
      'include/nlohmann/detail/conversions/to_chars.hpp',
      'include/nlohmann/detail/output/serializer.hpp',
    )),
  }),
  async xxHash({ xxhash }) {
    const header = await read(xxhash, 'xxhash.h');
    return {
      name: 'xxHash',
      version: versionIn(header, 'XXH'),
      license: 'BSD-2-Clause',
      text: headComment(header),
    };
  },
  async unicode({ unihan }) {
    const data = await read(unihan);
    const [version] = find(data, /^# Unicode version: (\S+)$/m);
    const notice = data.match(/^# (?:©|Unicode and the Unicode Logo|For terms of use).*$/gm) ?? [];
    return {
      name: 'Unicode Character Database',
      version,
      license: 'Unicode',
      notice: [
        ...notice.map((line) => line.slice(2)),
        'What is carried is a table that was computed from these data.',
      ].join('\n'),
      // Skips the text on where Debian got the files.
      text: find(await read(DOCS, 'unicode-data/copyright'), /(UNICODE, INC\. LICENSE AGREEMENT[^]*)/)[0],
    };
  },
  utf8proc: async () => ({
    name: 'utf8proc',
    version: versionIn(await read('/usr/include/utf8proc.h'), 'UTF8PROC'),
    ...(await fromDebian(`${DOCS}/libutf8proc-dev/copyright`, 'utf8proc.c', 'utf8proc_data.c')),
  }),
  async musl({ emscripten }) {
    const folder = join(emscripten, 'system/lib/libc/musl');
    const version = (await read(folder, 'VERSION')).trim();
    return { name: 'musl', version, license: 'MIT', text: await read(folder, 'COPYRIGHT') };
  },
  async dlmalloc({ emscripten }) {
    const [text, version] = find(
      await read(emscripten, 'system/lib/dlmalloc.c'),
      /(This is a version \(aka dlmalloc\)[^]*?)\n\s*\n \* Version (\S+)/,
    );
    return { name: 'dlmalloc', version, license: 'public domain', text: text.replace(/^ /gm, '') };
  },
  emscripten: ofEmscripten('Emscripten', { license: 'MIT OR NCSA', text: 'LICENSE', path: 'emcc.py' }),
  'libc++': ofLlvm('libc++', 'libcxx'),
  'libc++abi': ofLlvm('libc++abi', 'libcxxabi'),
  'compiler-rt': ofLlvm('compiler-rt', 'compiler-rt'),
};
