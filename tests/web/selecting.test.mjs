// Selecting in a list by keys and pointer, and acting on all that is selected, over a stand-in for the engine.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { freshBrowser } from './support/browser.mjs';
import { pass, settle } from './support/clock.mjs';
import { openPage } from './support/list-page.mjs';
import { blank } from '../../web/src/marks/mark.js';

beforeEach(freshBrowser);

/** @typedef {Awaited<ReturnType<typeof openPage>>} Page */

/** @param {Page} page */
const selected = (page) => [...page.store.get().selection.works].sort().join(' ');
/** @param {Page} page @param {number[]} places */
async function select(page, ...places) {
  for (const place of places) await page.selecting.toggleAt(place);
}
/** @param {Page} page @param {number} at */
const saidOf = (page, at) => page.marks.get(`w${at}`) ?? blank(`w${at}`);

describe('by key', () => {
  test('the paper under the cursor is selected, and the next one is there', async () => {
    const page = await openPage(5);
    await page.selecting.toggle();
    await page.selecting.toggle();
    assert.equal(selected(page), 'w0 w1');
    assert.equal(page.seen().cursor, 'w2');
    page.browsing.move(1);
    await page.selecting.toggle();
    assert.equal(selected(page), 'w0');
  });

  test('the open paper is selected, and the next one is open', async () => {
    const page = await openPage(5, { opening: 'never' });
    await page.browsing.open(1);
    await page.selecting.toggle();
    assert.equal(selected(page), 'w1');
    assert.equal(page.seen().paper, 'w2');
  });

  test('a range goes on from the cursor, and back over where it began', async () => {
    const page = await openPage(8);
    page.browsing.move(3);
    await page.selecting.step(1);
    await page.selecting.step(1);
    assert.equal(selected(page), 'w3 w4 w5');
    for (let key = 0; key < 3; ++key) await page.selecting.step(-1);
    assert.equal(selected(page), 'w2 w3');
    assert.equal(page.seen().cursor, 'w2');
  });

  test('a range stops at the ends of the list', async () => {
    const page = await openPage(3);
    await page.selecting.step(-1);
    assert.equal(selected(page), '');
    for (let key = 0; key < 5; ++key) await page.selecting.step(1);
    assert.equal(selected(page), 'w0 w1 w2');
  });

  test('keys that come faster than rows arrive are not lost', async () => {
    const page = await openPage(200);
    await Promise.all(Array.from({ length: 90 }, () => page.selecting.step(1)));
    assert.equal(page.store.get().selection.works.size, 91);
    await Promise.all([page.selecting.clear(), page.selecting.toggle(), page.acting.done()]);
    assert.deepEqual([saidOf(page, 89).read, saidOf(page, 90).read], [false, true]);
  });

  test('everything found is selected, rows at hand or not, and nothing that was not found', async () => {
    const page = await openPage(200);
    await page.refine('w1');
    await page.selecting.all();
    assert.equal(page.store.get().selection.works.size, 111);
    await page.selecting.clear();
    assert.equal(selected(page), '');
  });
});

describe('by pointer', () => {
  test('Shift selects all from the last one, however far', async () => {
    const page = await openPage(300);
    await select(page, 10);
    await page.selecting.reachTo(250);
    assert.equal(page.store.get().selection.works.size, 241);
    await page.selecting.reachTo(8);
    assert.equal(selected(page), 'w10 w8 w9');
  });

  test('Shift selects from the cursor if nothing was selected before', async () => {
    const page = await openPage(9);
    page.browsing.move(2);
    await page.selecting.reachTo(4);
    assert.equal(selected(page), 'w2 w3 w4');
  });

  test('of a drag over many rows the last one counts', async () => {
    const page = await openPage(9);
    await select(page, 2);
    await Promise.all([3, 4, 5, 6, 5].map((row) => page.selecting.dragTo(row)));
    assert.equal(selected(page), 'w2 w3 w4 w5');
  });
});

describe('the selection', () => {
  test('survives another query, and ranges begin where they began if that is still in the list', async () => {
    const page = await openPage(30);
    await select(page, 4, 12);
    await page.refine('w1');
    assert.equal(selected(page), 'w12 w4');
    // w1 w10 w11 w12 w13 …
    await page.selecting.reachTo(5);
    assert.equal(selected(page), 'w12 w13 w14 w4');
  });

  test('says how many of it the list does not show', async () => {
    const page = await openPage(30);
    await select(page, 4, 5, 12);
    await page.refine('w1');
    pass(300);
    await settle();
    assert.equal(page.store.get().selection.outside, 2);
    await page.refine('');
    pass(300);
    await settle();
    assert.equal(page.store.get().selection.outside, 0);
  });

  test('loses papers that leave the library, and only those', async () => {
    const page = await openPage(8);
    await select(page, 1, 2, 6);
    await page.lose(['w0', 'w1', 'w2']);
    await settle();
    assert.equal(selected(page), 'w6');
  });
});

describe('an action on all of them', () => {
  test('is one step, which gives each what it had before', async () => {
    const page = await openPage(40);
    await page.marks.say('w3', { starred: true });
    await select(page, ...Array.from({ length: 30 }, (_, at) => at));
    await page.acting.star();
    assert.deepEqual(
      [saidOf(page, 3).starred, saidOf(page, 29).starred, saidOf(page, 30).starred],
      [true, true, false],
    );
    assert.equal(page.told.at(-1).text, '30 papers starred.');
    assert.equal(page.store.get().selection.works.size, 30, 'they stay selected');
    await page.deciding.undo();
    assert.deepEqual([saidOf(page, 3).starred, saidOf(page, 29).starred], [true, false]);
    await page.deciding.redo();
    assert.equal(saidOf(page, 29).starred, true);
  });

  test('that holds of all already takes it back', async () => {
    const page = await openPage(4);
    await select(page, 0, 1);
    await page.acting.tag('kv');
    assert.equal(page.told.at(-1).text, '2 papers tagged “kv”.');
    await select(page, 2);
    await page.acting.tag('kv');
    assert.equal(page.told.at(-1).text, '3 papers tagged “kv”.');
    await page.acting.tag('kv');
    assert.equal(page.told.at(-1).text, 'Tag “kv” removed from 3 papers.');
    await page.acting.done();
    await page.acting.unread();
    assert.equal(page.told.at(-1).text, '3 papers marked as unread.');
  });

  test('by which they leave the list ends the selection; to undo it brings back both', async () => {
    const page = await openPage(8);
    await select(page, 1, 2, 5);
    page.browsing.move(3);
    await page.acting.dismiss();
    assert.deepEqual(page.seen().list, ['w0', 'w3', 'w4', 'w6', 'w7']);
    assert.deepEqual([selected(page), page.seen().cursor], ['', 'w3']);
    await page.deciding.undo();
    assert.deepEqual([selected(page), page.seen().cursor], ['w1 w2 w5', 'w3']);
    await page.deciding.redo();
    assert.deepEqual([selected(page), page.seen().list.length], ['', 5]);
  });

  test('leaves the cursor at the next paper if its own leaves', async () => {
    const page = await openPage(8);
    await select(page, 1, 3, 4);
    page.browsing.move(3);
    await page.acting.dismiss();
    assert.equal(page.seen().cursor, 'w5');
  });

  test('does not bring back a selection in the place of another one', async () => {
    const page = await openPage(6);
    await select(page, 1, 2);
    await page.acting.dismiss();
    await select(page, 0);
    await page.deciding.undo();
    assert.equal(selected(page), 'w0');
  });

  test('works for thousands', async () => {
    const page = await openPage(6000);
    await page.selecting.all();
    await page.acting.done();
    assert.equal(page.seen().said.filter((said) => said.startsWith('true')).length, 6000);
    await page.deciding.undo();
    assert.equal(page.seen().said.filter((said) => said.startsWith('true')).length, 0);
  });
});

test('a key that decides is meant for what the keys before it have selected, however fast they come', async () => {
  const page = await openPage(120);
  const { deciding, selecting, acting, store } = page;
  const instead = () => (store.get().selection.works.size > 0 ? acting.now.star : null);
  page.browsing.move(80);
  await Promise.all([
    selecting.toggle(),
    deciding.star(undefined, instead),
    selecting.clear(),
    deciding.done(),
  ]);
  assert.deepEqual([saidOf(page, 80).starred, saidOf(page, 80).read], [true, false]);
  assert.deepEqual([saidOf(page, 81).starred, saidOf(page, 81).read], [false, true]);
});

test('any actions on any selections followed by as many undos leave what was there before', async () => {
  for (let round = 0; round < 40; ++round) {
    const page = await openPage(9, { leaves: round % 3 === 0, opening: 'never' });
    const { acting, selecting, deciding, browsing } = page;
    const one = () => Math.floor(Math.random() * 9);
    const actions = [
      acting.done,
      acting.star,
      acting.dismiss,
      acting.unread,
      () => acting.tag('a'),
      () => deciding.done(),
    ];
    const moves = [
      selecting.toggle,
      selecting.all,
      selecting.clear,
      () => selecting.step(Math.random() < 0.5 ? 1 : -1),
      () => selecting.toggleAt(one()),
      () => selecting.reachTo(one()),
      () => browsing.move(one()),
      () => page.refine(['', 'w', 'w1'][one() % 3]),
    ];
    const start = page.seen();
    for (let step = 0; step < 15; ++step) {
      await moves[Math.floor(Math.random() * moves.length)]();
      await actions[Math.floor(Math.random() * actions.length)]();
    }
    await page.refine('');
    const end = page.seen();
    const steps = page.told.filter(Boolean).length;
    for (let step = 0; step < steps; ++step) await deciding.undo();
    await page.refine('');
    assert.deepEqual([page.seen().said, page.seen().list], [start.said, start.list]);
    for (let step = 0; step < steps; ++step) await deciding.redo();
    await page.refine('');
    assert.deepEqual([page.seen().said, page.seen().list], [end.said, end.list]);
  }
});
