// Decisions on the papers of a list.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { freshBrowser } from './support/browser.mjs';
import { pass, settle } from './support/clock.mjs';
import { openPage } from './support/list-page.mjs';
import { blank } from '../../web/src/marks/mark.js';

beforeEach(freshBrowser);

/** @param {Awaited<ReturnType<typeof openPage>>} page @param {number} at */
const saidOf = (page, at) => page.marks.get(`w${at}`) ?? blank(`w${at}`);

describe('a decision in the list', () => {
  test('that comes at once after another list was asked for is made in that one', async () => {
    const page = await openPage(8);
    page.browsing.choose({ days: ['2026-01-14'] });
    await page.deciding.done();
    assert.deepEqual([saidOf(page, 0).read, saidOf(page, 4).read], [false, true]);
    page.browsing.choose({ days: ['2026-01-15'] });
    await page.deciding.finishDay();
    assert.deepEqual(
      Array.from({ length: 8 }, (_, at) => saidOf(page, at).read),
      [true, true, true, true, true, false, false, false],
    );
  });

  test('done leads to the next paper and leaves the list as it is', async () => {
    const page = await openPage(4);
    await page.deciding.done();
    assert.equal(saidOf(page, 0).read, true);
    assert.deepEqual(page.seen().list, ['w0', 'w1', 'w2', 'w3']);
    assert.equal(page.seen().cursor, 'w1');
  });

  test('not for me leaves the list, and the next paper takes its place', async () => {
    const page = await openPage(4);
    page.browsing.move(1);
    await page.deciding.dismiss();
    assert.deepEqual(page.seen().list, ['w0', 'w2', 'w3']);
    assert.equal(page.seen().cursor, 'w2');
    assert.equal(page.store.get().answer?.result.hidden, 1);
  });

  test('keys that come faster than the list follows are each meant for the next paper', async () => {
    const page = await openPage(6);
    await Promise.all([
      page.deciding.dismiss(),
      page.deciding.dismiss(),
      page.deciding.done(),
      page.deciding.star(),
    ]);
    assert.deepEqual(page.seen().list, ['w2', 'w3', 'w4', 'w5']);
    assert.deepEqual([saidOf(page, 2).read, saidOf(page, 3).starred], [true, true]);
    assert.equal(page.seen().cursor, 'w4');
  });

  test('keys that come faster than rows arrive are not lost', async () => {
    const page = await openPage(120);
    await Promise.all(Array.from({ length: 90 }, () => page.deciding.done()));
    const done = Array.from({ length: 120 }, (_, at) => saidOf(page, at).read);
    assert.equal(done.filter(Boolean).length, 90);
    assert.equal(page.seen().cursor, 'w90');
  });

  test('a star leads to the next paper; to take it off does not', async () => {
    const page = await openPage(3);
    await page.deciding.star();
    assert.deepEqual([saidOf(page, 0).starred, saidOf(page, 0).read], [true, true]);
    assert.equal(page.seen().cursor, 'w1');
    page.browsing.move(0);
    await page.deciding.star();
    assert.equal(saidOf(page, 0).starred, false);
    assert.equal(page.seen().cursor, 'w0');
  });

  test('what is done leaves the list if the user wants that', async () => {
    const page = await openPage(3, { leaves: true });
    await page.deciding.done();
    assert.deepEqual(page.seen().list, ['w1', 'w2']);
    assert.equal(page.seen().cursor, 'w1');
  });

  test('by pointer leaves the cursor on its paper', async () => {
    const page = await openPage(4);
    page.browsing.move(2);
    const first = { work: 'w0', index: 0, open: false, byPointer: true };
    await page.deciding.done(first);
    assert.equal(page.seen().cursor, 'w2');
    await page.deciding.dismiss(first);
    assert.equal(page.seen().cursor, 'w2');
    assert.deepEqual(page.seen().list, ['w1', 'w2', 'w3']);
  });

  test('at the end of the list stays there', async () => {
    const page = await openPage(2);
    for (let key = 0; key < 3; ++key) await page.deciding.done();
    assert.equal(page.seen().cursor, 'w1');
    for (let key = 0; key < 3; ++key) await page.deciding.dismiss();
    assert.deepEqual(page.seen().list, []);
  });
});

describe('a decision on the open paper', () => {
  test('opens the next one', async () => {
    const page = await openPage(4);
    await page.browsing.open(0);
    await page.deciding.done();
    assert.equal(page.seen().paper, 'w1');
    await page.deciding.dismiss();
    assert.equal(page.seen().paper, 'w2');
    assert.equal(page.seen().cursor, 'w2');
    assert.deepEqual(page.seen().list, ['w0', 'w2', 'w3']);
  });

  test('stars it and stays', async () => {
    const page = await openPage(3, { opening: 'never' });
    await page.browsing.open(0);
    await page.deciding.star();
    assert.deepEqual([saidOf(page, 0).starred, saidOf(page, 0).read, page.seen().paper], [true, false, 'w0']);
  });

  test('that was the last one of the list shows the one before, and then the list', async () => {
    const page = await openPage(2);
    await page.browsing.open(1);
    await page.deciding.dismiss();
    assert.equal(page.seen().paper, 'w0');
    await page.deciding.dismiss();
    assert.deepEqual([page.seen().paper, page.seen().list.length], ['', 0]);
  });
});

describe('an open paper counts as read', () => {
  for (const [opening, before, after] of /** @type {const} */ ([
    ['soon', false, true],
    ['at-once', true, true],
    ['never', false, false],
  ]))
    test(`${opening}, as the setting says`, async () => {
      const page = await openPage(3, { opening });
      await page.browsing.open(0);
      await settle();
      assert.equal(saidOf(page, 0).read, before);
      pass(2000);
      assert.equal(saidOf(page, 0).read, after);
    });

  test('only if it is open for two seconds', async () => {
    const page = await openPage(3);
    await page.browsing.open(0);
    await settle();
    pass(1500);
    await page.browsing.step(1);
    await settle();
    pass(1500);
    assert.deepEqual([saidOf(page, 0).read, saidOf(page, 1).read], [false, false]);
    pass(500);
    assert.deepEqual([saidOf(page, 0).read, saidOf(page, 1).read], [false, true]);
  });
});

test('a paper that was closed too soon counts as read when it is open again, for two seconds', async () => {
  const page = await openPage(3);
  await page.browsing.open(0);
  await settle();
  pass(1500);
  page.browsing.close();
  pass(1000);
  assert.equal(saidOf(page, 0).read, false);
  await page.browsing.open(0);
  await settle();
  pass(1500);
  assert.equal(saidOf(page, 0).read, false);
  pass(500);
  assert.equal(saidOf(page, 0).read, true);
});

describe('marking many as done', () => {
  test('marks the rest of the day under the cursor, and nothing of another day', async () => {
    const page = await openPage(6);
    page.browsing.move(1);
    await page.deciding.finishDay();
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((at) => saidOf(page, at).read),
      [true, true, true, false, false, false],
    );
    await page.deciding.undo();
    assert.equal(saidOf(page, 0).read, false);
  });

  test('marks the day that is named, wherever the cursor is', async () => {
    const page = await openPage(6);
    await page.deciding.finishDay('2026-01-14');
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((at) => saidOf(page, at).read),
      [false, false, false, true, true, true],
    );
  });

  test('marks what is above the cursor', async () => {
    const page = await openPage(5);
    page.browsing.move(2);
    await page.deciding.finishAbove();
    assert.deepEqual(
      [0, 1, 2, 3].map((at) => saidOf(page, at).read),
      [true, true, false, false],
    );
  });

  test('undone, leaves what was done before as it was', async () => {
    const page = await openPage(4);
    await page.deciding.done();
    await page.deciding.finishFound();
    await page.deciding.undo();
    assert.deepEqual(
      [0, 1].map((at) => saidOf(page, at).read),
      [true, false],
    );
  });
});

test('undo leads back to the paper, whether the list or the paper was shown', async () => {
  const page = await openPage(5);
  page.browsing.move(1);
  await page.deciding.dismiss();
  page.browsing.move(3);
  await page.deciding.undo();
  assert.equal(page.seen().cursor, 'w1');
  await page.browsing.open(2);
  await page.deciding.dismiss();
  await page.deciding.undo();
  assert.equal(page.seen().paper, 'w2');
});

test('any decisions followed by as many undos leave what was there before, and redos do them again', async () => {
  for (let round = 0; round < 60; ++round) {
    const page = await openPage(7, { leaves: round % 3 === 0, opening: 'never' });
    const { deciding, browsing } = page;
    const one = () => Math.floor(Math.random() * 7);
    const actions = [
      () => deciding.done(),
      () => deciding.star(),
      () => deciding.dismiss(),
      () => deciding.unread(),
      () => deciding.finishDay(),
      () => deciding.finishAbove(),
      () => deciding.sayOf(`w${one()}`, { tag: { name: 'a', on: Math.random() < 0.7 } }),
      () => deciding.sayOf(`w${one()}`, { note: `${one()}` }),
    ];
    const moves = [() => browsing.move(one()), () => browsing.open(one()), () => browsing.close()];
    const start = page.seen();
    for (let step = 0; step < 12; ++step) {
      await actions[Math.floor(Math.random() * actions.length)]();
      await moves[Math.floor(Math.random() * moves.length)]();
    }
    await page.refresh();
    const end = page.seen();
    const steps = page.told.filter(Boolean).length;
    for (let step = 0; step < steps; ++step) await deciding.undo();
    await page.refresh();
    assert.deepEqual([page.seen().said, page.seen().list], [start.said, start.list]);
    for (let step = 0; step < steps; ++step) await deciding.redo();
    await page.refresh();
    assert.deepEqual([page.seen().said, page.seen().list], [end.said, end.list]);
  }
});
