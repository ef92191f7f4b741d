// Rows of the list: fetched for what is in view, each once, and never from another result.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRowCache } from '../../web/src/engine/row-cache.js';

const settle = () => new Promise((resolve) => setImmediate(resolve));
/** @param {number} generation @param {number} from @param {number} count */
const rowsOf = (generation, from, count) =>
  Array.from({ length: count }, (_, at) => /** @type {any} */ ({ key: `${generation}:${from + at}` }));

/** @param {number} generation @param {number} total @param {number} [first] rows that come with the answer */
const answer = (generation, total, first = 0, from = 0) =>
  /** @type {any} */ ({ generation, from, result: { total }, rows: rowsOf(generation, from, first) });

/** A cache whose fetches are answered when the test says so. */
function setUp() {
  /** @type {{ ask: { generation: number, from: number, count: number }, resolve(rows: any): void, reject(error: Error): void }[]} */
  const fetches = [];
  let told = 0;
  const cache = createRowCache(
    (ask) => new Promise((resolve, reject) => fetches.push({ ask, resolve, reject })),
    () => (told += 1),
  );
  return {
    cache,
    fetches,
    told: () => told,
    asked: () => fetches.map(({ ask: { generation, from } }) => `${generation}:${from}`),
    /** Answers the last fetch as the engine does. @param {number} total */
    async give(total) {
      const last = /** @type {typeof fetches[number]} */ (fetches.at(-1));
      const { generation, from, count } = last.ask;
      last.resolve(rowsOf(generation, from, Math.max(0, Math.min(count, total - from))));
      await settle();
    },
  };
}

test('rows that come with the answer are there without asking', async () => {
  const { cache, asked } = setUp();
  cache.reset(answer(1, 100, 30));
  cache.want(0, 29);
  await settle();
  assert.deepEqual([cache.at(0)?.key, cache.at(29)?.key, asked()], ['1:0', '1:29', []]);
});

test('a row that is not there yet is none, and whoever waits for it is told when it is', async () => {
  const { cache, told, give } = setUp();
  cache.reset(answer(1, 1000, 30));
  cache.want(500, 520);
  assert.equal(cache.at(500), undefined);
  await give(1000);
  assert.deepEqual([cache.at(500)?.key, cache.at(520)?.key, told()], ['1:500', '1:520', 1]);
});

test('what is missing in view is fetched from the first that is missing, and once', async () => {
  const { cache, asked, give } = setUp();
  cache.reset(answer(1, 1000, 30));
  cache.want(20, 45);
  await give(1000);
  cache.want(20, 45);
  cache.want(30, 60);
  await settle();
  assert.deepEqual(asked(), ['1:30']);
});

test('a fast scroll leaves no queue: after the fetch that runs comes what is in view by then', async () => {
  const { cache, asked, give } = setUp();
  cache.reset(answer(1, 10_000));
  for (const from of [0, 1000, 2000, 3000]) cache.want(from, from + 20);
  assert.deepEqual(asked(), ['1:0']);
  await give(10_000);
  await give(10_000);
  assert.deepEqual(asked(), ['1:0', '1:3000']);
  assert.deepEqual([cache.at(1000), cache.at(3010)?.key], [undefined, '1:3010']);
});

test('a view larger than one fetch is filled by several', async () => {
  const { cache, asked, give } = setUp();
  cache.reset(answer(1, 95));
  cache.want(0, 200);
  for (let time = 0; time < 3; time++) await give(95);
  assert.deepEqual(asked(), ['1:0', '1:40', '1:80']);
  assert.equal(cache.at(94)?.key, '1:94');
});

test('a late answer of an older result is dropped, and the new result’s rows are fetched', async () => {
  const { cache, asked, fetches, told, give } = setUp();
  cache.reset(answer(1, 1000));
  cache.want(0, 20);
  cache.reset(answer(2, 1000));
  cache.want(0, 20);
  fetches[0].resolve(rowsOf(1, 0, 40));
  await settle();
  assert.deepEqual([cache.at(0), told()], [undefined, 0]);
  await give(1000);
  assert.deepEqual(asked(), ['1:0', '2:0']);
  assert.equal(cache.at(0)?.key, '2:0');
});

test('nothing of the result before is left', () => {
  const { cache } = setUp();
  cache.reset(answer(1, 100, 30));
  cache.reset(answer(2, 100, 5, 50));
  assert.deepEqual([cache.at(0), cache.at(50)?.key], [undefined, '2:50']);
  cache.reset(null);
  assert.equal(cache.at(50), undefined);
});

for (const [what, end] of /** @type {[string, (fetch: any) => void][]} */ ([
  ['fails', ({ reject }) => reject(new Error('stopped'))],
  ['is of a result that the engine has forgotten', ({ resolve }) => resolve(null)],
]))
  test(`a fetch that ${what} is not repeated by itself, and the next view is fetched all the same`, async () => {
    const { cache, asked, fetches, give } = setUp();
    cache.reset(answer(1, 1000));
    cache.want(0, 20);
    end(fetches[0]);
    await settle();
    assert.deepEqual(asked(), ['1:0']);
    cache.want(100, 120);
    await give(1000);
    assert.equal(cache.at(100)?.key, '1:100');
  });

test('one row is loaded wherever it stands, and not asked for where it is there', async () => {
  const { cache, fetches, asked } = setUp();
  cache.reset(answer(1, 1000, 30));
  assert.equal((await cache.load(3))?.key, '1:3');
  const loading = cache.load(900);
  assert.deepEqual(fetches[0].ask, { generation: 1, from: 900, count: 1 });
  fetches[0].resolve(rowsOf(1, 900, 1));
  assert.equal((await loading)?.key, '1:900');
  assert.deepEqual([await cache.load(-1), await cache.load(1000), asked().length], [undefined, undefined, 1]);
});

test('rows of a long list are let go of once thousands are held', async () => {
  const { cache, give } = setUp();
  cache.reset(answer(1, 100_000));
  for (let from = 0; from <= 8000; from += 40) {
    cache.want(from, from + 39);
    await give(100_000);
  }
  const held = Array.from({ length: 8040 }, (_, index) => index).filter((index) => cache.at(index));
  assert.ok(held.length <= 4040, `${held.length} rows are held`);
  assert.equal(cache.at(8039)?.key, '1:8039');
});
