import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOME } from '../../web/src/app/fragment.js';
import { createNavigation } from '../../web/src/app/navigation.js';
import { createLocalStorage } from './support/window.mjs';

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

const PLACE = { key: 'c', index: 2, offset: 7, cursor: 4 };

test('the place in the list is kept where a paper is opened, and no longer than the list', async () => {
  setUp();
  /** @type {typeof PLACE | null | undefined} */
  let now = PLACE;
  const navigation = createNavigation(
    () => {},
    () => now,
  );
  assert.equal(navigation.place(), null);
  navigation.push({ ...HOME, paper: 'a' });
  assert.equal(navigation.place(), null, 'in the next entry');
  history.back();
  await settle();
  assert.deepEqual(navigation.place(), PLACE);
  now = undefined;
  navigation.push({ ...HOME, paper: 'b' });
  history.back();
  await settle();
  assert.deepEqual(navigation.place(), PLACE, 'where its row was not here yet');
  navigation.replace({ ...HOME, text: 'tea' });
  assert.equal(navigation.place(), null, 'in another list');
});

test('the place in the list is kept over a reload, and not for another list or a new visit', () => {
  setUp();
  const { performance } = globalThis;
  const visit = { type: 'reload' };
  Object.assign(globalThis, { sessionStorage: createLocalStorage() });
  Object.defineProperty(globalThis, 'performance', {
    value: { getEntriesByType: () => [visit] },
    configurable: true,
    writable: true,
  });
  /** @type {typeof PLACE | null} */
  let now = PLACE;
  const navigation = createNavigation(
    () => {},
    () => now,
  );
  window.dispatchEvent(new Event('pagehide'));
  assert.deepEqual(navigation.placeBefore(), PLACE);
  location.hash = '#q=tea';
  assert.equal(navigation.placeBefore(), null);
  location.hash = '';
  visit.type = 'navigate';
  assert.equal(navigation.placeBefore(), null);
  visit.type = 'reload';
  now = null;
  window.dispatchEvent(new Event('pagehide'));
  assert.equal(navigation.placeBefore(), null, 'at the beginning of the list');
  sessionStorage.setItem('broadsheet.place', '{');
  assert.equal(navigation.placeBefore(), null);
  Object.assign(globalThis, { performance });
});

for (const place of [7, 'x', {}, { key: 7 }, { key: 'a', index: -1, offset: 'x', cursor: null }])
  test(`a place of ${JSON.stringify(place)} does no harm`, () => {
    setUp();
    history.replaceState({ place }, '');
    const read = createNavigation(() => {}).place();
    assert.ok(read === null || (read.index === 0 && read.offset === 0 && read.cursor === 0));
  });
