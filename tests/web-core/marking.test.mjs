// What a person says of papers, and the searches that they save.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { pass, settle, until } from '../web/support/clock.mjs';
import { searchRecordsFrom } from '../../web/src/marks/saved-search.js';
import { days, found, openPage, paper } from './support/visits.mjs';

const [A, B] = ['2601.00010', '2601.00011'];

/** @type {import('./support/visits.mjs').Reader} */
let reader;
const state = () => reader.store.get();
/** @param {string} work */
const indexOf = (work) => [0, 1, 2].findIndex((index) => reader.rows.at(index)?.work === work);
const settled = () => until('the answer is there', () => !state().searching);

beforeEach(async () => {
  reader = openPage();
  await reader.open(days(3));
  await reader.searching.search();
});

describe('keys', () => {
  test('mark the paper under the cursor, or the open one, and take the mark back', async () => {
    reader.browsing.move(indexOf(A));
    await reader.deciding.star();
    assert.equal(reader.marks.get(A)?.starred, true);
    await reader.browsing.open(indexOf(B));
    reader.browsing.move(indexOf(A));
    await reader.deciding.star();
    assert.deepEqual([reader.marks.get(A)?.starred, reader.marks.get(B)?.starred], [true, true]);
    await reader.deciding.star();
    assert.equal(reader.marks.get(B)?.starred, false);
  });

  test('mark nothing where nothing is', async () => {
    await reader.library.closeAll(async () => {});
    await reader.searching.search();
    await reader.deciding.star();
    assert.deepEqual(reader.marks.all(), []);
  });
});

describe('a paper that is opened', () => {
  test('is not skimmed any more, if it was done by its row', async () => {
    reader.browsing.move(indexOf(A));
    await reader.deciding.done();
    assert.deepEqual([reader.marks.get(A)?.read, reader.marks.get(A)?.skimmed], [true, true]);
    await reader.browsing.open(indexOf(A));
    assert.deepEqual([reader.marks.get(A)?.read, reader.marks.get(A)?.skimmed], [true, false]);
  });

  test('is not skimmed when it is done', async () => {
    await reader.browsing.open(indexOf(B));
    await reader.deciding.done();
    assert.equal(reader.marks.get(B)?.skimmed, false);
  });

  test('counts as read, once: who says that it is unread keeps it so', async () => {
    await reader.browsing.open(indexOf(A));
    assert.equal(reader.marks.get(A)?.read, true);
    await reader.deciding.unread();
    assert.equal(reader.marks.get(A)?.read, false);
    await reader.browsing.open(indexOf(B));
    await reader.browsing.open(indexOf(A));
    assert.equal(reader.marks.get(A)?.read, false);
  });
});

describe('a paper that is not for me', () => {
  test('is in no list, no count and no contents, until it is asked for or brought back', async () => {
    const { all, days: before } = { all: await found(reader, ''), days: await contents() };
    reader.browsing.move(indexOf(A));
    await reader.deciding.dismiss();
    assert.equal(await found(reader, ''), all - 1);
    assert.equal(reader.store.get().answer?.paperCount, all - 1);
    assert.equal(reader.store.get().answer?.result.hidden, 1);
    const sum = (/** @type {number[]} */ counts) => counts.reduce((a, b) => a + b, 0);
    assert.equal(sum(await contents()), sum(before) - 1);
    assert.equal(await found(reader, 'is:dismissed'), 1);
    await reader.undo.undo();
    assert.equal(await found(reader, ''), all);
  });

  test('stays out for a new worker', async () => {
    const all = await found(reader, '');
    await reader.deciding.dismiss();
    reader.platform.crash();
    await reader.open({});
    assert.equal(await found(reader, ''), all - 1);
  });
});

/** How many papers each day has. */
const contents = async () =>
  (await reader.engine.contents(31, ['is:dismissed'])).newest.map(({ papers }) => papers);

describe('marks', () => {
  test('are found by the query as soon as they are made, also by a new worker', async () => {
    await reader.marks.say(A, { starred: true, note: '笔记' });
    await reader.marks.say(A, { tag: { name: 'to read', on: true } });
    await reader.marks.say(B, { read: true });
    const queries = { 'is:starred': 1, 'is:noted': 1, 'is:read': 1, 'is:unread': 2, 'tag:"to read"': 1 };
    for (const [query, papers] of Object.entries(queries))
      assert.equal(await found(reader, query), papers, query);
    reader.platform.crash();
    await reader.open({});
    for (const [query, papers] of Object.entries(queries))
      assert.equal(await found(reader, query), papers, query);
    await reader.marks.say(A, { starred: false });
    assert.equal(await found(reader, 'is:starred'), 0);
  });

  test('are there at the next visit, and wait for a paper that is not open', async () => {
    await reader.marks.say(A, { starred: true });
    await reader.marks.say('2601.00099', { starred: true });
    const next = openPage();
    await next.start();
    assert.equal(await found(next, 'is:starred'), 1);
    await next.open({ '2026-02-01.md': paper(99) });
    assert.equal(await found(next, 'is:starred'), 2);
  });

  test('of another tab are found here', async () => {
    const other = openPage();
    await other.start();
    await reader.marks.say(A, { starred: true });
    const news = reader.told.news.filter(({ kind }) => kind === 'marks');
    assert.deepEqual(news, [{ kind: 'marks', works: [A] }]);
    await other.marks.reload(news[0].works);
    assert.equal(await found(other, 'is:starred'), 1);
  });
});

test('a filter by marks narrows the list and leaves the query alone', async () => {
  await reader.marks.say(A, { starred: true });
  reader.browsing.type('tea');
  for (const [sets, total] of /** @type {const} */ ([
    [['is:starred'], 1],
    [[], 3],
  ])) {
    reader.browsing.toggle('sets', 'is:starred');
    await settled();
    const { address, answer } = state();
    assert.deepEqual([address.text, address.sets, answer?.result.total], ['tea', sets, total]);
  }
});

test('what is marked is counted anew, and the list stays until the next search', async () => {
  reader.browsing.toggle('sets', 'is:unread');
  await settled();
  const { answer } = state();
  const total = answer?.result.total ?? 0;
  reader.marks.say(A, { read: true, tag: { name: 'Later', on: true } });
  reader.store.set({ marksAt: state().marksAt + 1 });
  pass(250);
  await until('the counts are there', () => state().recounted !== null);
  assert.equal(state().answer, answer);
  const counts = Object.fromEntries(
    (state().recounted?.result.sets ?? []).map(({ value, count }) => [value, count]),
  );
  assert.deepEqual(
    [counts['is:unread'], counts['is:read'], counts['tag:Later']],
    [total - 1, 1, 0],
    'a tag counts what the other filters leave',
  );
});

describe('a search', () => {
  /** @param {string} text */
  async function save(text) {
    reader.browsing.replaceText(text);
    await reader.saving.save();
  }
  const names = (page = reader) => page.store.get().searches.map(({ name }) => name);

  test('can be saved where it is one, once, and opens again with all that it asked', async () => {
    assert.equal(reader.saving.canSave(state()), false, 'all papers are no search');
    reader.browsing.go({ text: 'tea', categories: ['cs.LG'], days: ['2026-01-11'] });
    await settled();
    await reader.browsing.open(0);
    assert.equal(reader.saving.canSave(state()), true);
    await reader.saving.save();
    assert.equal(reader.saving.canSave(state()), false);
    assert.deepEqual(names(), ['tea · cs.LG · 2026-01-11']);
    reader.browsing.clearAll();
    await settled();
    const entries = history.length;
    reader.saving.open(state().searches[0]);
    await settled();
    const { text, categories, days: chosen } = state().address;
    assert.deepEqual(
      { text, categories, chosen },
      { text: 'tea', categories: ['cs.LG'], chosen: ['2026-01-11'] },
    );
    assert.deepEqual([state().answer?.result.total, history.length], [1, entries + 1]);
  });

  test('keeps every kind of filter, and its unread papers are those that pass them', async () => {
    await reader.marks.say(A, { read: true, tag: { name: 'to read', on: true } });
    await reader.marks.say(B, { tag: { name: 'to read', on: true } });
    const filters = {
      languages: ['zh', 'en'],
      sets: ['tag:to read'],
      days: ['2026-01-01..2026-12-31'],
      withCode: false,
      withoutSummary: false,
    };
    reader.browsing.go(filters);
    await settled();
    assert.equal(state().answer?.result.total, 2);
    await reader.saving.save();
    assert.deepEqual(names(), ['2026-01-01..2026-12-31 · zh · en · tag:to read']);
    pass(700);
    const { fragment } = state().searches[0];
    await until('it is counted', () => state().unseen[fragment] === 1);
    reader.browsing.clearAll();
    await settled();
    reader.saving.open(state().searches[0]);
    await settled();
    const { languages, sets, days: chosen, withCode, withoutSummary } = state().address;
    assert.deepEqual({ languages, sets, days: chosen, withCode, withoutSummary }, filters);
  });

  test('that was saved is there at the next visit, until it is forgotten', async () => {
    for (const text of ['tea', 'milk']) await save(text);
    const next = openPage();
    await next.start();
    assert.deepEqual(names(next), ['tea', 'milk']);
    await next.saving.forget(next.store.get().searches[0]);
    assert.deepEqual(names(next), ['milk']);
    await reader.saving.load();
    assert.deepEqual(names(), ['milk']);
  });

  test('of another tab stays, whoever saves last, and other tabs are told', async () => {
    const other = openPage();
    await other.start();
    await save('tea');
    other.browsing.replaceText('milk');
    await other.saving.save();
    assert.deepEqual(names(other), ['tea', 'milk']);
    assert.deepEqual(other.told.news, [{ kind: 'searches' }]);
  });

  test('is there until the page is closed where it cannot be kept', async () => {
    reader.kept.change = () => Promise.reject(new Error('full'));
    await save('tea');
    assert.deepEqual(names(), ['tea']);
    await settle();
  });

  test('of a backup joins the others', async () => {
    await save('tea');
    const fragment = state().searches[0].fragment;
    await reader.saving.merge(
      searchRecordsFrom([
        { name: 'mine', fragment },
        { name: 'milk', fragment: '#q=milk' },
      ]),
    );
    assert.deepEqual(names(), ['tea', 'milk']);
  });
});
