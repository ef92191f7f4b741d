// The parts of the built module, by what its linker took.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { partsOfModule } from '../../web/build/licenses/module.mjs';

const wasm = fileURLToPath(new URL('../../build/wasm', import.meta.url));

test('every part of the module has a version, a licence and its whole text', async () => {
  const parts = await partsOfModule(wasm);
  const names = parts.map(({ name }) => name);
  for (const name of [
    'cmark',
    'zlib',
    'minizip',
    'Snowball',
    'xxHash',
    'nlohmann/json',
    'musl',
    'libc++',
    'Emscripten',
  ])
    assert.ok(names.includes(name), name);
  assert.equal(new Set(names).size, names.length, 'each once');
  for (const { name, version, license, text } of parts) {
    assert.match(version, /\d/, name);
    assert.ok(license, name);
    // The shortest are eight lines that give something to the public.
    assert.ok(text.length > 200, `${name}: ${text}`);
    assert.doesNotMatch(text, /\ufffd|common-licenses/, name);
  }
});

test('each part says whose it is', async () => {
  for (const { name, notice = '', text } of await partsOfModule(wasm))
    assert.match(`${notice}\n${text}`, /copyright|©|\(C\)|public domain/i, name);
});
