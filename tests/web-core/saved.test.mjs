// Saved searches over the real core: how many unread papers each finds.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { pass, settle, until } from '../web/support/clock.mjs';
import { JANUARY, answered, found, openPage, paper } from './support/visits.mjs';

/** @type {import('./support/visits.mjs').Reader} */
let reader;
const PAUSE_MS = 700;

/** By name. */
const unseen = (page = reader) => {
  const { searches, unseen: counts } = page.store.get();
  return Object.fromEntries(searches.map(({ name, fragment }) => [name, counts[fragment]]));
};

/** @param {Record<string, number>} counts */
async function counted(counts, page = reader) {
  await until(`they are ${JSON.stringify(counts)}`, () => {
    pass(PAUSE_MS);
    return JSON.stringify(unseen(page)) === JSON.stringify(counts);
  });
}

/** @param {object} address */
async function save(address) {
  reader.browsing.choose({});
  reader.browsing.go({ text: '', ...address });
  await answered(reader);
  await reader.saving.save();
}

beforeEach(async () => {
  reader = openPage();
  await reader.open(JANUARY);
  await reader.searching.search();
});

describe('each saved search has the number of unread papers that it finds', () => {
  test('which follows what is read, also in another tab, and new digests', async () => {
    await save({ text: 'title:tea' });
    await save({ text: 'title:milk', categories: ['cs.LG'] });
    const [TEA, MILK] = ['title:tea', 'title:milk · cs.LG'];
    await counted({ [TEA]: 3, [MILK]: 1 });

    await reader.marks.say('2601.00004', { read: true });
    await counted({ [TEA]: 2, [MILK]: 0 });
    await reader.marks.say('2601.00001', { dismissed: true });
    await counted({ [TEA]: 1, [MILK]: 0 });
    await reader.marks.say('2601.00004', { read: false });
    await counted({ [TEA]: 2, [MILK]: 1 });

    await reader.open({ '2026-01-16.md': paper(9, 'More tea') });
    await counted({ [TEA]: 3, [MILK]: 1 });

    const other = openPage();
    await other.start();
    await other.marks.say('2601.00009', { read: true });
    await reader.marks.reload(['2601.00009']);
    await counted({ [TEA]: 2, [MILK]: 1 });
  });

  test('without those that are read, also where the query asks for them', async () => {
    await reader.marks.say('2601.00001', { read: true });
    await save({ text: 'is:read' });
    await save({ text: 'is:unread title:tea' });
    await counted({ 'is:read': 0, 'is:unread title:tea': 2 });
  });

  test('as the list would show them: the last word is a beginning', async () => {
    await save({ text: 'title:brea' });
    await counted({ 'title:brea': await found(reader, 'title:brea') });
  });

  test('as the list would show them: what is found instead of a typo, or beside it', async () => {
    await save({ text: 'title:braed ' });
    const total = await found(reader, 'title:braed ');
    assert.ok(total > 0);
    assert.equal(reader.store.get().answer?.result.suggested, 'instead');
    await counted({ 'title:braed': total });
    const { rows } = await reader.engine.search({
      request: reader.searching.requestOf(reader.store.get().address),
      paper: '',
      reveal: false,
      rows: 9,
    });
    await reader.marks.say(rows[0].work, { read: true });
    await counted({ 'title:braed': total - 1 });
  });

  test('counted only after the list has its answer, which it does not change', async () => {
    await save({ text: 'title:tea' });
    await counted({ 'title:tea': 3 });
    const total = await found(reader, 'title:milk');
    const { generation } = /** @type {any} */ (reader.store.get().answer);
    await reader.marks.say('2601.00002', { read: true });
    reader.store.set({ searching: true });
    pass(PAUSE_MS);
    await settle();
    assert.deepEqual(unseen(), { 'title:tea': 3 });
    reader.store.set({ searching: false });
    await counted({ 'title:tea': 2 });
    assert.equal(reader.store.get().answer?.result.total, total);
    assert.equal((await reader.engine.rows({ generation, from: 0, count: 9 }))?.length, total);
  });

  test('and none is counted where no digest is open', async () => {
    await save({ text: 'title:tea' });
    await reader.library.closeAll();
    pass(PAUSE_MS);
    await settle();
    assert.deepEqual(reader.store.get().unseen, {});
  });
});

describe('a saved search', () => {
  const names = (page = reader) => page.store.get().searches.map(({ name }) => name);

  test('is renamed, moved and forgotten, and each is taken back', async () => {
    for (const text of ['tea', 'milk', 'bread']) await save({ text });
    const [tea, , bread] = reader.store.get().searches;
    await reader.saving.rename(tea, '  My   tea ');
    assert.deepEqual(names(), ['My tea', 'milk', 'bread']);
    await reader.saving.move(bread, 0);
    assert.deepEqual(names(), ['bread', 'My tea', 'milk']);
    await reader.saving.forget(bread);
    assert.deepEqual(names(), ['My tea', 'milk']);
    await reader.undo.undo();
    assert.deepEqual(names(), ['bread', 'My tea', 'milk']);
    await reader.undo.undo();
    assert.deepEqual(names(), ['My tea', 'milk', 'bread']);
    await reader.undo.undo();
    assert.deepEqual(names(), ['tea', 'milk', 'bread']);
    const next = openPage();
    await next.start();
    assert.deepEqual(names(next), ['tea', 'milk', 'bread']);
  });

  test('stays where two tabs put it and as they named it', async () => {
    for (const text of ['tea', 'milk', 'bread']) await save({ text });
    const other = openPage();
    await other.start();
    const [tea, milk, bread] = other.store.get().searches;
    await other.saving.move(tea, 2);
    await reader.saving.rename(milk, 'Milk only');
    await reader.saving.move(bread, 0);
    await other.saving.load();
    assert.deepEqual(names(other), ['bread', 'Milk only', 'tea']);
    assert.deepEqual(names(), names(other));
  });
});
