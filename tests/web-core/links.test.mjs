// What the address and the history make of what a person does, and what a link brings back.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { pass, until } from '../web/support/clock.mjs';
import { JANUARY, openPage } from './support/visits.mjs';
import { HOME } from '../../web/src/app/fragment.js';

/** @type {import('./support/visits.mjs').Reader} */
let reader;
const state = () => reader.store.get();
const total = () => state().answer?.result.total;
/** The keys of the list. */
const keys = () => [0, 1, 2, 3, 4, 5, 6, 7].flatMap((index) => reader.rows.at(index)?.key ?? []);
const settled = () => until('the answer is there', () => !state().searching);
const openKey = () => state().paper?.key ?? '';

beforeEach(async () => {
  reader = openPage();
  await reader.open(JANUARY);
  await reader.searching.search();
});

describe('the query', () => {
  test('that is typed leaves one entry in the history, and stands in the address after a pause', async () => {
    const entries = history.length;
    for (const text of ['m', 'mi', 'milk']) reader.browsing.type(text);
    await settled();
    assert.deepEqual([total(), location.hash, history.length], [2, '', entries]);
    pass(400);
    assert.deepEqual([location.hash, history.length], ['#q=milk', entries]);
  });

  test('that takes the place of another is a step that can be gone back', async () => {
    reader.browsing.type('tae');
    reader.browsing.replaceText('tea');
    await settled();
    history.back();
    await until('the query before is back', () => state().address.text === 'tae');
    reader.browsing.clearAll();
    await settled();
    assert.deepEqual([state().address, total()], [HOME, 5]);
  });
});

test('back and forward go through filters and papers', async () => {
  reader.browsing.toggle('categories', 'cs.LG');
  await settled();
  await reader.browsing.open(0);
  const opened = openKey();
  reader.browsing.toggle('categories', 'cs.LG');
  await settled();
  history.back();
  await until('the filter is back', () => total() === 3);
  assert.equal(openKey(), opened);
  history.back();
  await until('the paper is closed', () => !state().paper);
  assert.equal(total(), 3);
  history.back();
  await until('all papers are there', () => total() === 5);
  history.forward();
  await until('the filter is there once more', () => total() === 3);
  history.forward();
  await until('the paper is open once more', () => openKey() === opened);
  assert.deepEqual(reader.navigation.read(), state().address);
});

test('a link is the list and the paper that it names', async () => {
  reader.browsing.go({ text: 'tea', categories: ['cs.LG'], order: 'newest' });
  await settled();
  await reader.browsing.open(1);
  const [key, list, address] = [openKey(), keys(), state().address];
  const next = openPage();
  await next.start();
  next.store.set({ address: next.navigation.read() });
  await next.searching.search({ reveal: true });
  assert.deepEqual(next.store.get().address, address);
  assert.deepEqual(
    [next.store.get().paper?.key, next.store.get().position, next.store.get().cursor],
    [key, 1, 1],
  );
  assert.deepEqual(
    list.map((_, index) => next.rows.at(index)?.key),
    list,
  );
});

test('an address that is changed by hand is followed', async () => {
  location.hash = '#cat=math.CO';
  await until('it is followed', () => total() === 1);
  assert.deepEqual(state().address, { ...HOME, categories: ['math.CO'] });
});

test('the way home keeps what the address brought along', async () => {
  reader.store.set({ address: { ...HOME, text: 'tea', sources: ['data/a.md'], sample: true } });
  reader.browsing.home();
  await settled();
  assert.deepEqual(state().address, { ...HOME, sources: ['data/a.md'], sample: true });
});
