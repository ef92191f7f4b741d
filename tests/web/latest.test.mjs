import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLatest } from '../../web/src/engine/latest.js';

/** A worker that answers when it is told to. */
function slowWorker() {
  /** @type {string[]} */
  const asked = [];
  /** @type {{ resolve(answer: unknown): void, reject(error: Error): void }[]} */
  const open = [];
  const latest = createLatest((call, ask) => {
    asked.push(`${call} ${ask}`);
    return new Promise((resolve, reject) => open.push({ resolve, reject }));
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return {
    latest,
    asked,
    async answer(/** @type {unknown} */ value) {
      open.shift()?.resolve(value);
      await settle();
    },
    async fail() {
      open.shift()?.reject(new Error('stopped'));
      await settle();
    },
  };
}

test('a newer call takes the place of the one that waits, not of the one that runs', async () => {
  const { latest, asked, answer } = slowWorker();
  const [a, b, c] = ['a', 'b', 'c'].map((ask) => latest('search', ask));
  assert.equal(await b, null);
  await answer('A');
  await answer('C');
  assert.deepEqual([await a, await c], ['A', 'C']);
  assert.deepEqual(asked, ['search a', 'search c']);
});

test('a search goes before all that waits, whenever it was asked', async () => {
  const { latest, asked, answer } = slowWorker();
  latest('search', 'a');
  latest('similar', 'b');
  latest('complete', 'c');
  latest('explain', 'd');
  latest('search', 'e');
  for (const value of [1, 2, 3, 4, 5]) await answer(value);
  assert.deepEqual(asked, ['search a', 'search e', 'complete c', 'explain d', 'similar b']);
});

test('a call that fails holds up no other', async () => {
  const { latest, answer, fail } = slowWorker();
  const failing = assert.rejects(latest('search', 'a'), /stopped/);
  const next = latest('complete', 'b');
  await fail();
  await failing;
  await answer('B');
  assert.equal(await next, 'B');
});
