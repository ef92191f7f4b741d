// licenses.txt of the built page, and the same inside of the one-file page.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist } from './support/dist.mjs';

/** @param {string} name */
const read = (name) => readFileSync(join(dist, name), 'utf8');

/** @param {string} text @returns {string[]} what is listed at its head */
const listed = (text) => text.split(/^-+$/m)[0].match(/(?<=^ {2})\S.*(?=: )/gm) ?? [];

/** @returns {string} */
function insideOneFile() {
  const found = [
    ...read('broadsheet.html').matchAll(/<script type="text\/plain" id="licenses">([^]*?)<\/script>/g),
  ];
  assert.equal(found.length, 1);
  return found[0][1];
}

/** What the page carries in both its forms, each with words of its licence or notice. */
const CARRIED = {
  katex: 'Khan Academy and other contributors',
  'KaTeX_Main (font)': 'with Reserved Font Name KaTeX_Main',
  'Source Serif 4 (font)': 'with Reserved Font Name ‘Source’',
  '@tanstack/virtual-core': 'Tanner Linsley',
  fflate: 'Arjun Barrett',
  idb: 'Jake Archibald',
  cmark: 'John MacFarlane',
  zlib: 'Jean-loup Gailly and Mark Adler',
  minizip: 'Gilles Vollant',
  Snowball: 'Dr Martin Porter',
  xxHash: 'Yann Collet',
  'nlohmann/json': 'Niels Lohmann',
  musl: 'Rich Felker',
  'libc++': 'LLVM',
  'compiler-rt': 'Apache License',
  Emscripten: 'The Emscripten Authors',
  'Unicode Character Database': 'Unicode, Inc.',
};

for (const [form, text] of /** @type {const} */ ([
  ['licenses.txt', read('licenses.txt')],
  ['the one-file page', insideOneFile()],
])) {
  test(`${form} names everything that is carried, and whose it is`, () => {
    const names = listed(text);
    for (const [name, words] of Object.entries(CARRIED)) {
      assert.ok(
        names.some((line) => line === name || line.startsWith(`${name} `)),
        `${name} is listed`,
      );
      assert.ok(text.includes(words), words);
    }
  });

  test(`${form} has a section for everything that it lists, and no damaged text`, () => {
    for (const name of listed(text)) assert.ok(text.includes(`\n\n${name}: `), name);
    assert.doesNotMatch(text, /\ufffd/);
  });
}

test('each form lists what it carries alone', () => {
  const workbox = (/** @type {string} */ text) => listed(text).filter((name) => name.startsWith('workbox-'));
  assert.ok(workbox(read('licenses.txt')).length >= 3);
  assert.deepEqual(workbox(insideOneFile()), []);
});

test('the service worker holds licenses.txt as it is', () => {
  const hash = createHash('sha256').update(read('licenses.txt')).digest('base64');
  assert.ok(read('service-worker.js').includes(`sha256-${hash}`));
});

test('the scripts of the one-file page do not hold the licences', () => {
  const [scripts] = /<script type="module">[^]*?<\/script>/.exec(read('broadsheet.html')) ?? [''];
  assert.ok(scripts.length > 100_000);
  assert.ok(!scripts.includes('Khan Academy and other contributors'));
});
