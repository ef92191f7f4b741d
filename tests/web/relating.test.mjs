import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCompleting } from '../../web/src/features/search/completing.js';
import { createRelating } from '../../web/src/features/similar/relating.js';
import { EngineStopped } from '../../web/src/engine/engine.js';
import { INITIAL } from '../../web/src/app/state.js';
import { createStore } from '../../web/src/app/store.js';

const settle = () => new Promise((resolve) => setTimeout(resolve));
/** @param {string} key */
const paper = (key) => /** @type {any} */ ({ key, work: `work of ${key}` });

/** @param {Record<string, (ask: any) => any>} answers */
function setUp(answers) {
  /** @type {[string, any][]} */
  const asked = [];
  const store = createStore({
    ...INITIAL,
    answer: /** @type {any} */ ({ generation: 7 }),
    answerText: 'tea',
  });
  const engine = /** @type {any} */ (
    Object.fromEntries(
      Object.entries(answers).map(([call, answer]) => [
        call,
        async (/** @type {any} */ ask) => {
          asked.push([call, ask]);
          return answer(ask);
        },
      ]),
    )
  );
  return { store, engine, asked };
}

/** @param {ReturnType<typeof setUp>['store']} store @param {string} text */
const type = (store, text) => store.set({ address: { ...store.get().address, text } });

test('completions of a text that was typed over are dropped', async () => {
  const { store, engine } = setUp({ complete: ({ text }) => [text] });
  const { complete } = createCompleting({ store, engine });
  type(store, 'te');
  const old = complete('te', 2);
  type(store, 'tea');
  await old;
  assert.equal(store.get().completion, null);
  await complete('tea', 3);
  assert.deepEqual(store.get().completion, { text: 'tea', options: ['tea'] });
});

test('for an empty box nothing is asked', async () => {
  const { store, engine, asked } = setUp({ complete: () => ['x'] });
  type(store, ' ');
  await createCompleting({ store, engine }).complete(' ', 1);
  assert.deepEqual(store.get().completion, { text: ' ', options: [] });
  assert.deepEqual(asked, []);
});

test('an engine that stops costs no more than the completions', async () => {
  const { store, engine } = setUp({
    complete() {
      throw new EngineStopped('');
    },
  });
  type(store, 'tea');
  await createCompleting({ store, engine }).complete('tea', 3);
  assert.equal(store.get().completion, null);
});

test('what goes with a paper is kept as long as the paper is open, and the library the same', async () => {
  const { store, engine, asked } = setUp({ explain: () => 'why', similar: () => ['row'] });
  const { relate } = createRelating({ store, engine });
  store.set({ paper: paper('a') });
  relate();
  await settle();
  assert.deepEqual(store.get().why, { key: 'a', explanation: 'why', learned: [] });
  assert.deepEqual(store.get().similar?.rows, ['row']);
  assert.deepEqual(asked, [
    ['explain', { key: 'a', generation: 7 }],
    ['similar', { works: ['work of a'], count: 10 }],
  ]);
  relate();
  await settle();
  assert.deepEqual(asked.slice(2), [['explain', { key: 'a', generation: 7 }]]);
  store.set({ shelf: { digests: [], refused: [] } });
  relate();
  await settle();
  assert.equal(asked.filter(([call]) => call === 'similar').length, 2);
});

test('answers about a paper that is closed by then are dropped', async () => {
  const { store, engine } = setUp({ explain: () => 'why', similar: () => ['row'] });
  store.set({ paper: paper('a') });
  createRelating({ store, engine }).relate();
  store.set({ paper: paper('b') });
  await settle();
  assert.deepEqual([store.get().why, store.get().similar], [null, null]);
});

test('without a query there is nothing to explain', async () => {
  const { store, engine, asked } = setUp({ explain: () => 'why', similar: () => [] });
  store.set({ paper: paper('a'), why: /** @type {any} */ ({ key: 'a' }), answerText: ' ' });
  createRelating({ store, engine }).relate();
  await settle();
  assert.equal(store.get().why, null);
  assert.ok(!asked.some(([call]) => call === 'explain'));
});
