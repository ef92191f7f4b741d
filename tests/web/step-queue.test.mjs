import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStepQueue } from '../../web/src/library/step-queue.js';

/** @type {unknown[]} */
let failures = [];

function setUp() {
  failures = [];
  return createStepQueue((error) => failures.push(/** @type {Error} */ (error).message));
}

const later = () => new Promise((resolve) => setImmediate(resolve));

test('steps run one after another, in the order in which they were asked for', async () => {
  const queue = setUp();
  /** @type {string[]} */
  const done = [];
  /** @param {string} name */
  const step = (name) => async () => {
    done.push(`${name} begins`);
    await later();
    done.push(`${name} ends`);
    return name;
  };
  assert.deepEqual(await Promise.all([queue.run(step('a'), ''), queue.run(step('b'), '')]), ['a', 'b']);
  assert.deepEqual(done, ['a begins', 'a ends', 'b begins', 'b ends']);
});

test('a step that fails is reported, gives what it was to give otherwise, and ends itself alone', async () => {
  const queue = setUp();
  const fails = async () => {
    throw new Error('broken');
  };
  const results = await Promise.all([queue.run(fails, 'nothing'), queue.run(async () => 'done', 'nothing')]);
  assert.deepEqual([results, failures], [['nothing', 'done'], ['broken']]);
});

test('the queue is busy until its last step has ended, failed or not', async () => {
  const queue = setUp();
  assert.equal(queue.isBusy(), false);
  const first = queue.run(async () => {
    throw new Error('broken');
  }, null);
  const second = queue.run(later, null);
  assert.equal(queue.isBusy(), true);
  await first;
  assert.equal(queue.isBusy(), true);
  await second;
  assert.equal(queue.isBusy(), false);
});

test('cancelling reaches the step that runs, and not those that begin later', async () => {
  const queue = setUp();
  /** @param {boolean} cancels */
  const step = (cancels) => async () => {
    const { signal } = queue;
    if (cancels) queue.cancel();
    await later();
    return signal.aborted;
  };
  const results = await Promise.all([queue.run(step(true), null), queue.run(step(false), null)]);
  assert.deepEqual(results, [true, false]);
  assert.equal(queue.signal.aborted, false);
});
