import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { MANIFEST, aboutDigests, readManifest, writeBackup } from '../../web/src/storage/backup.js';
import { pack } from '../../web/src/storage/packing.js';

const root = new URL('../../', import.meta.url);
const text = readFileSync(new URL('tests/fixtures/clean.md', root));

async function* kept() {
  yield { id: 7, name: '2026-01-14.md', size: text.length, ...(await pack(new Uint8Array(text))) };
  const more = { written: 1768377600123, left: [0, 2] };
  yield { id: 9, name: 'a/b:c.md', size: text.length, bytes: new Uint8Array(text), packed: false, ...more };
}

describe('a backup', () => {
  test('is a zip whose first file says what the person made, and whose others are the digests', async () => {
    const blob = await writeBackup({ marks: [{ work: 'w', note: '笔记' }], searches: [] }, kept);
    const unzip = createRequire(import.meta.url)('fflate').unzipSync;
    const files = unzip(new Uint8Array(await blob.arrayBuffer()));
    assert.deepEqual(Object.keys(files), [MANIFEST, 'digests/7/2026-01-14.md', 'digests/9/a_b_c.md']);
    for (const name of Object.keys(files).slice(1)) assert.deepEqual(Buffer.from(files[name]), text);
    const manifest = readManifest({ name: MANIFEST, bytes: files[MANIFEST] });
    assert.equal(manifest.marks[0].note, '笔记');
    assert.equal(manifest.version, 1);
    const about = { written: 1768377600123, left: [0, 2] };
    assert.deepEqual([...aboutDigests(manifest)], [['digests/9/a_b_c.md', about]]);
  });

  test('what it says of a digest is taken as far as it can be meant', () => {
    const digests = { a: { written: 'now', left: [0.5] }, b: null, c: { written: 5, left: [1, 2 ** 32] } };
    assert.deepEqual(
      [...aboutDigests({ digests })],
      [
        ['a', { written: 0 }],
        ['b', { written: 0 }],
        ['c', { written: 5 }],
      ],
    );
    assert.equal(aboutDigests({}).size, 0);
  });

  test('is told from another zip by its first file', () => {
    const bytes = (/** @type {string} */ content) => new TextEncoder().encode(content);
    assert.equal(readManifest({ name: 'x.json', bytes: bytes('{"format":"broadsheet-backup"}') }), null);
    assert.equal(readManifest({ name: MANIFEST, bytes: bytes('{"format":"other"}') }), null);
    assert.equal(readManifest({ name: MANIFEST, bytes: bytes('{') }), null);
    assert.equal(readManifest({ name: MANIFEST, bytes: bytes('null') }), null);
  });
});
