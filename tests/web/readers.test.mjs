// Workers that read ahead: how many, and that nothing waits for one that has ended.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReaders, readerCount } from '../../web/src/engine/readers.js';

test('a few files, or one core, are not worth a worker', () => {
  const cases = [
    { files: 3, cores: 8, readers: 0 },
    { files: 4, cores: 8, readers: 2 },
    { files: 4, cores: 1, readers: 0 },
    { files: 100, cores: 2, readers: 2 },
    { files: 100, cores: 16, readers: 4 },
  ];
  for (const { files, cores, readers } of cases) assert.equal(readerCount(files, cores), readers);
});

/** Workers that start, or not, and answer nothing. @param {boolean} starts */
function silentPlatform(starts) {
  const ended = [];
  return {
    ended,
    startWorker() {
      const worker = {
        postMessage: ({ id }) =>
          starts && id === 0 && queueMicrotask(() => worker.onmessage({ data: { id, answer: '' } })),
        terminate: () => ended.push(worker),
      };
      return worker;
    },
  };
}

for (const starts of [true, false]) {
  test(`files under way or waiting are given up at the end, where workers ${starts ? 'run' : 'never start'}`, async () => {
    const platform = silentPlatform(starts);
    const readers = createReaders(platform, 2);
    const prepared = [1, 2, 3, 4].map((n) => readers.prepare(`${n}.md`, new Uint8Array(), false, 0));
    await new Promise((resolve) => setTimeout(resolve, 10));
    readers.end();
    assert.deepEqual(await Promise.all(prepared), [null, null, null, null]);
    assert.equal(platform.ended.length, 2);
  });
}
