// Marks around the ends of a page: said before it has loaded what was kept, and right before it is left.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { blank } from '../../web/src/marks/mark.js';
import { createStore } from '../../web/src/app/store.js';
import { createMarks } from '../../web/src/marks/marks.js';
import { createLocalStorage } from './support/window.mjs';

beforeEach(() => (globalThis.localStorage = createLocalStorage()));

/** @param {any} kept @returns {Promise<ReturnType<typeof createMarks>>} */
const create = (kept) => createMarks({ kept, onSets() {}, onChange() {}, onKept() {}, onUnkept() {} });

test('WhatIsSaidBeforeLoadingHasEndedStaysSaid', async () => {
  /** @type {(marks: import('../../web/src/storage/database.js').Mark[]) => void} */
  let answer = () => {};
  const written = [];
  const marks = create({
    all: () => new Promise((resolve) => (answer = resolve)),
    merge: async (changed) => written.push(...changed),
  });
  const loaded = marks.load();
  const said = marks.say('w', { starred: true });
  assert.equal(marks.get('w')?.starred, true, 'it is seen at once');
  // Kept by a clock that was ahead.
  const later = Date.now() + 60_000;
  answer([{ ...blank('w'), starred: false, starredAt: later, note: 'kept', noteAt: 5 }]);
  await loaded;
  await said;
  const now = marks.get('w');
  assert.deepEqual([now?.starred, now?.note], [true, 'kept']);
  assert.ok(now && now.starredAt > later);
  assert.deepEqual(written, [now]);
});

test('APaperThatWasMarkedUnreadIsNotReadByBeingOpenedBeforeThatIsKnown', async () => {
  const { createMarking } = await import('../../web/src/features/marks/marking.js');
  const kept = { ...blank('w'), read: false, readAt: 9 };
  const marks = create({ all: async () => [kept], merge: async () => {} });
  const store = createStore(/** @type {any} */ ({ paper: { work: 'w' } }));
  const marking = createMarking(/** @type {any} */ ({ store, marks, countsAsRead: () => 'at-once' }));
  const loaded = marks.load();
  await marking.opened();
  await loaded;
  assert.deepEqual(marks.get('w'), kept);
});

test('WhatIsNotWrittenWhenThePageIsLeftIsThereInTheNext', async () => {
  const never = new Promise(() => {});
  const left = create({ all: async () => [], merge: () => never });
  await left.load();
  left.say('w', { note: 'the last half second' });
  left.leave();
  assert.notEqual(localStorage.getItem('broadsheet.unwritten'), null);

  const written = [];
  const next = create({ all: async () => [], merge: async (changed) => written.push(...changed) });
  await next.load();
  assert.equal(next.get('w')?.note, 'the last half second');
  assert.deepEqual(written, [next.get('w')]);
  assert.equal(localStorage.getItem('broadsheet.unwritten'), null);
});

test('WhatTwoPagesLeaveIsKeptOfBoth', async () => {
  for (const work of ['a', 'b']) {
    const marks = create({ all: async () => [], merge: () => new Promise(() => {}) });
    marks.say(work, { starred: true });
    marks.leave();
  }
  const next = create({ all: async () => [], merge: async () => {} });
  await next.load();
  assert.deepEqual(
    next
      .all()
      .map(({ work }) => work)
      .sort(),
    ['a', 'b'],
  );
});

test('WhatIsWrittenOrForgottenIsNotLeft', async () => {
  const marks = create({ all: async () => [], merge: async () => {} });
  await marks.say('w', { starred: true });
  marks.leave();
  assert.equal(localStorage.getItem('broadsheet.unwritten'), null);
  const forgotten = create({ all: async () => [], merge: () => new Promise(() => {}) });
  forgotten.say('w', { starred: true });
  forgotten.forgetAll();
  forgotten.leave();
  assert.equal(localStorage.getItem('broadsheet.unwritten'), null);
});
