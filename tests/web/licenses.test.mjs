// What the build writes into licenses.txt, and what it refuses to bundle.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { bundleKatex, bundleServiceWorker, bundleStyles } from '../../web/build/bundle.mjs';
import { partsOfFonts } from '../../web/build/licenses/fonts.mjs';
import { format } from '../../web/build/licenses/format.mjs';
import { licensesOf } from '../../web/build/licenses/licenses.mjs';
import { librariesIn, partNames } from '../../web/build/licenses/module.mjs';

/** What licenses.txt would say of these files' bundle. @param {Record<string, string>} files of which entry.js is bundled */
async function licensesWith(files) {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-planted-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    const { metafile } = await build({
      stdin: { contents: files['entry.js'], resolveDir: folder },
      bundle: true,
      metafile: true,
      write: false,
    });
    const { inputs } = await bundleStyles('file', folder);
    return await licensesOf([...Object.keys(metafile.inputs), ...inputs], []);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const planted = (/** @type {object} */ manifest) => ({
  'entry.js': "import 'planted';",
  'node_modules/planted/package.json': JSON.stringify({ name: 'planted', version: '1.2.3', ...manifest }),
  'node_modules/planted/index.js': "console.log('planted');",
});

test('a bundled package is listed with its version, licence, text and notice', async () => {
  const text = await licensesWith({
    ...planted({ license: 'Apache-2.0' }),
    'node_modules/planted/LICENSE': 'The planted licence\r\n',
    'node_modules/planted/NOTICE': 'Planted by Ana Beispiel',
  });
  assert.match(text, /^ {2}planted 1\.2\.3: Apache-2\.0$/m);
  assert.match(text, /\nplanted 1\.2\.3: Apache-2\.0\n\nPlanted by Ana Beispiel\n\nThe planted licence\n$/);
});

const refused = {
  'without the text of its licence': {
    files: planted({ license: 'MIT' }),
    message: /planted 1\.2\.3 is bundled, and its package holds no text of its licence/,
  },
  'without the name of its licence': {
    files: { ...planted({}), 'node_modules/planted/LICENSE': 'A licence' },
    message: /No license information found for package 'planted'/,
  },
  'that is no package': {
    files: { 'entry.js': "import './copied.js';", 'copied.js': "console.log('copied');" },
    message: /copied\.js is bundled, and no package says under which licence/,
  },
};
for (const [what, { files, message }] of Object.entries(refused))
  test(`nothing ${what} is bundled`, () => assert.rejects(licensesWith(files), message));

test('packages that only others need are listed, and fonts with their Reserved Font Names', async () => {
  const bundles = await Promise.all([
    bundleKatex(),
    bundleServiceWorker({ version: '', precached: [] }),
    bundleStyles('file', tmpdir()),
  ]);
  const inputs = bundles.flatMap((bundle) => bundle.inputs);
  const text = await licensesOf(inputs, []);
  for (const claim of [
    /^katex [\d.]+: MIT$[^]*^Copyright \(c\) [\d-]+ Khan Academy/m,
    /^workbox-strategies [\d.]+: MIT$/m,
    /^KaTeX_Main \(font\) [\d.]+: OFL-1\.1$[^]*?with Reserved Font Name KaTeX_Main\./m,
    /^Source Serif 4 \(font\) [\d.]+: OFL-1\.1$[^]*?with Reserved Font Name ‘Source’\./m,
  ])
    assert.match(text, claim);
  assert.equal(text.match(/^SIL OPEN FONT LICENSE Version 1\.1/gm)?.length, 1);
  assert.equal(await licensesOf(inputs.reverse(), []), text, 'the same bytes in any order');
});

/** A font file that has names and nothing else. @param {Record<number, string>} names by OpenType's name identifiers */
function fontWith(names) {
  const texts = Object.values(names).map((text) => Buffer.from(text, 'utf16le').swap16());
  const words = [0, texts.length, 6 + 12 * texts.length];
  let offset = 0;
  Object.keys(names).forEach((id, i) => {
    words.push(3, 1, 0x409, Number(id), texts[i].length, offset);
    offset += texts[i].length;
  });
  const table = Buffer.concat([Buffer.from(Uint16Array.from(words).buffer).swap16(), ...texts]);
  const head = Buffer.alloc(28);
  head.write('\0\x01\0\0\0\x01', 0, 'latin1');
  head.write('name', 12, 'latin1');
  head.writeUInt32BE(head.length, 20);
  head.writeUInt32BE(table.length, 24);
  return Buffer.concat([head, table]);
}

test('no font is bundled that does not say that it has the licence whose text is carried', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-font-'));
  const names = { 0: 'Copyright Ana Beispiel', 1: 'Planted', 5: 'Version 2.5' };
  try {
    const [free, other] = ['free.woff2', 'other.woff2'].map((name) => join(folder, name));
    await writeFile(free, fontWith({ ...names, 14: 'https://scripts.sil.org/OFL' }));
    await writeFile(other, fontWith({ ...names, 14: 'https://example.org/terms' }));
    const [part] = await partsOfFonts([free], 'The licence');
    assert.equal(part.name, 'Planted (font)');
    assert.equal(part.version, '2.5');
    assert.match(part.notice ?? '', /Copyright Ana Beispiel/);
    await assert.rejects(
      partsOfFonts([free, other], 'The licence'),
      /other\.woff2 is bundled, and does not say/,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('equal licences are there once, each after what is said of its parts alone', () => {
  const own = { name: 'Own', version: '1', license: 'MIT', text: 'Own licence' };
  const a = { name: 'a', version: '1', license: 'X', notice: 'Copyright A', text: 'Licence X\n' };
  const b = { name: 'B', version: '2', license: 'X', notice: 'Copyright B', text: '\nLicence X' };
  const c = { name: 'c', version: '', license: 'X', text: 'Licence X of C' };
  const text = format(own, [c, b, a]);
  assert.equal(format(own, [a, c, b]), text);
  assert.match(text, /\n {2}Own 1: MIT\n {2}a 1: X\n {2}B 2: X\n {2}c: X\n/);
  assert.match(
    text,
    /\na 1: X\n\nCopyright A\n\nB 2: X\n\nCopyright B\n\nLicence X\n\n-+\n\nc: X\n\nLicence X of C\n$/,
  );
});

test('libraries are those of which the linker took a member', () => {
  const table = [
    'reference\textracted\tsymbol',
    'main.o\tthird_party/cmark/src/libcmark.a(node.c.o)\tcmark_node_next',
    'main.o\t/some (strange) folder/lto/libc.a(memcpy.o)\tmemcpy',
    '',
  ].join('\n');
  assert.deepEqual(librariesIn(table), ['libcmark.a', 'libc.a']);
});

test('no library is linked whose licence is not known', () => {
  assert.deepEqual(partNames(['libbroadsheet_core.a', 'libunzip.a', 'libc.a']), [
    'zlib',
    'minizip',
    'musl',
    'emscripten',
  ]);
  assert.throws(() => partNames(['libcmark.a', 'libplanted.a']), /libplanted\.a is in the module/);
});
