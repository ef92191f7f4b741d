import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EngineStopped } from '../../web/src/engine/engine.js';
import { readContainer } from '../../web/src/library/read-container.js';

const NOON = Date.UTC(2026, 0, 15, 12);
const CONTAINER = { name: 'all.zip', blob: /** @type {any} */ ({ lastModified: NOON }) };

/** @param {string} name @param {object} [more] */
const file = (name, more) => ({
  found: true,
  code: 'ok',
  message: '',
  name,
  bytes: new Uint8Array([1]),
  share: 0.5,
  ...more,
});

/** @param {any[]} files an error is thrown @param {object} [callbacks] @param {AbortSignal} [signal] */
async function read(files, callbacks, signal = new AbortController().signal) {
  const seen = { opened: [], refused: [], parts: [], done: 0 };
  async function* unpacked() {
    for (const each of files) {
      if (each instanceof Error) throw each;
      yield each;
    }
  }
  await readContainer(CONTAINER, /** @type {any} */ (unpacked()), signal, {
    readManifest: async () => null,
    open: async ({ name, blob, left }, isBackup) =>
      void seen.opened.push({ name, written: blob.lastModified, left, isBackup }),
    refuse: ({ name, code }) => seen.refused.push(`${name} ${code}`),
    onFile: (share, name) => seen.parts.push(`${name} ${share}`),
    onFileDone: () => (seen.done += 1),
    ...callbacks,
  });
  return seen;
}

test('the files of a container are opened in order, with its date', async () => {
  const { opened, parts, done } = await read([file('a.md', { share: 0.25 }), file('b.md', { share: 1 })]);
  assert.deepEqual(
    opened,
    ['a.md', 'b.md'].map((name) => ({ name, written: NOON, left: undefined, isBackup: false })),
  );
  assert.deepEqual([parts, done], [['a.md 0', 'b.md 0.25'], 2]);
});

test('a file of a zip was found, and one of a gzip was named', async () => {
  /** @param {string} name @param {string} inner @param {boolean} [found] */
  const isFound = async (name, inner, found) => {
    let seen;
    async function* unpacked() {
      yield file(inner);
    }
    const callbacks = {
      readManifest: async () => null,
      open: async (source) => void (seen = Boolean(source.found)),
      refuse: assert.fail,
      onFile: () => {},
      onFileDone: () => {},
    };
    const container = { ...CONTAINER, name, found };
    await readContainer(container, /** @type {any} */ (unpacked()), new AbortController().signal, callbacks);
    return seen;
  };
  assert.equal(await isFound('all.zip', 'a.html'), true);
  assert.equal(await isFound('a.html.gz', 'a.html'), false);
  assert.equal(await isFound('a.html.gz', 'a.html', true), true);
});

test('after a manifest the files are those of a backup, each as the manifest says', async () => {
  const about = new Map([['d1/a.md', { written: 5, left: [2] }]]);
  let asked = 0;
  const readManifest = async ({ name }) => {
    asked += 1;
    return name === 'manifest.json' ? about : null;
  };
  const files = [file('manifest.json'), file('d1/a.md'), file('d2/b.md')];
  const { opened } = await read(files, { readManifest });
  assert.deepEqual(opened, [
    { name: 'a.md', written: 5, left: [2], isBackup: true },
    { name: 'b.md', written: 0, left: undefined, isBackup: true },
  ]);
  assert.equal(asked, 1);
});

test('a file inside that cannot be unpacked is refused by its name in the container', async () => {
  const { opened, refused } = await read([
    file('secret.md', { code: 'encrypted' }),
    file('all.zip', { code: 'damaged' }),
    file('b.md'),
  ]);
  assert.deepEqual(refused, ['all.zip/secret.md encrypted', 'all.zip damaged']);
  assert.deepEqual(
    opened.map(({ name }) => name),
    ['b.md'],
  );
});

test('where unpacking ends early the container is refused, and what came before stays open', async () => {
  for (const [error, code] of [
    [new EngineStopped('gone'), 'stopped'],
    [new Error('broken'), 'unreadable'],
  ]) {
    const { opened, refused } = await read([file('a.md'), error]);
    assert.deepEqual([opened.length, refused], [1, [`all.zip ${code}`]]);
  }
});

test('a cancelled container opens nothing more', async () => {
  const abort = new AbortController();
  const { opened } = await read(
    [file('a.md'), file('b.md')],
    { onFileDone: () => abort.abort() },
    abort.signal,
  );
  assert.equal(opened.length, 1);
});
