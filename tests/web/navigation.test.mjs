import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOME } from '../../web/src/app/fragment.js';
import { createNavigation } from '../../web/src/app/navigation.js';

/** A browser's history, which goes back in its own time. */
function setUp() {
  const target = new EventTarget();
  const entries = [{ state: null }, { state: null }];
  let at = 1;
  const history = {
    get state() {
      return entries[at].state;
    },
    pushState: (/** @type {any} */ state) => void entries.splice(++at, Infinity, { state }),
    replaceState: (/** @type {any} */ state) => void (entries[at] = { state }),
    back: () =>
      setTimeout(() => {
        at -= 1;
        target.dispatchEvent(new Event('popstate'));
      }),
  };
  Object.assign(globalThis, {
    window: target,
    history,
    location: { hash: '', pathname: '/', search: '' },
  });
  return { at: () => at };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

test('GoingBackTwiceBeforeTheListIsThereDoesNotLeaveThePage', async () => {
  const browser = setUp();
  let moved = 0;
  const navigation = createNavigation(() => (moved += 1));
  navigation.push({ ...HOME, paper: 'a' }, { overList: true });
  assert.equal(browser.at(), 2);
  navigation.back();
  navigation.back();
  await settle();
  assert.deepEqual([browser.at(), moved], [1, 1]);

  navigation.push({ ...HOME, paper: 'b' }, { overList: true });
  navigation.back();
  await settle();
  assert.deepEqual([browser.at(), moved], [1, 2], 'and the next time it goes back again');
});
