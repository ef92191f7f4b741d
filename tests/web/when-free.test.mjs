import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { setUpDocument } from './support/window.mjs';

const { whenFree } = await import('../../web/src/dom/when-free.js');

/** @type {ReturnType<typeof setUpDocument>} */
let document;
beforeEach(() => {
  document = setUpDocument();
  document.hasFocus = () => false;
  mock.timers.enable({ apis: ['setTimeout'] });
});

/** @param {() => boolean} [isBusy] */
function setUp(isBusy = () => false) {
  const runs = { count: 0 };
  whenFree(isBusy, () => (runs.count += 1));
  return { runs, wait: () => mock.timers.tick(10_000) };
}

test('AFreeTabLoadsAnewAtOnceAndOnce', (context) => {
  context.after(() => mock.timers.reset());
  const { runs, wait } = setUp();
  wait();
  assert.equal(runs.count, 1);
});

test('ATabWaitsWhileFilesAreReadInIt', (context) => {
  context.after(() => mock.timers.reset());
  let busy = true;
  const { runs, wait } = setUp(() => busy);
  wait();
  assert.equal(runs.count, 0);
  busy = false;
  wait();
  wait();
  assert.equal(runs.count, 1);
});

test('ATabWaitsForATextThatIsNowhereElse', (context) => {
  context.after(() => mock.timers.reset());
  const draft = document.createElement('textarea');
  draft.setAttribute('data-draft', '');
  draft.value = 'half a digest';
  document.body.append(draft);
  const { runs, wait } = setUp();
  wait();
  assert.equal(runs.count, 0);
  draft.value = '';
  wait();
  assert.equal(runs.count, 1);
});

test('ATabWaitsForThePersonToLeaveTheFieldThatTheyWriteIn', (context) => {
  context.after(() => mock.timers.reset());
  const note = document.createElement('textarea');
  document.body.append(note);
  document.hasFocus = () => true;
  Object.defineProperty(document, 'activeElement', { get: () => note, configurable: true });
  const { runs, wait } = setUp();
  wait();
  assert.equal(runs.count, 0);
  document.hasFocus = () => false;
  wait();
  assert.equal(runs.count, 1);
});
