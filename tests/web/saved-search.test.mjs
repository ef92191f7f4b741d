// Saved searches as registers: two tabs or two browsers agree, whatever each of them said, and in whatever order they hear
// of it.
import assert from 'node:assert/strict';
import { AHEAD_MS } from '../../web/src/marks/mark.js';
import { describe, test } from 'node:test';
import {
  inverseOf,
  joinedSearches,
  keptSearch,
  mergedSearches,
  movedTo,
  searchRecordsFrom,
  shownSearches,
  statedSearches,
} from '../../web/src/marks/saved-search.js';

/** @typedef {import('../../web/src/storage/database.js').SavedRecord} SavedRecord */

/** A small generator, so that a failure can be repeated. @param {number} seed */
function randomFrom(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

const order = (/** @type {readonly SavedRecord[]} */ records) =>
  shownSearches(records).map(({ fragment }) => fragment);
/** @param {readonly SavedRecord[]} records */
const sorted = (records) => records.toSorted((a, b) => (a.fragment < b.fragment ? -1 : 1));

/** @param {string} letters in order */
const saved = (letters) =>
  statedSearches(
    [],
    [...letters].map((fragment, place) => [fragment, { name: fragment, place, on: true }]),
    1,
  );

/** Something that a person does. @param {SavedRecord[]} records @param {(below: number) => number} random @param {number} now */
function act(records, random, now) {
  const shown = order(records);
  const one = shown[random(Math.max(1, shown.length))];
  const kind = random(4);
  if (kind === 0 || !one)
    return statedSearches(records, [['abcdefgh'[random(8)], { name: `n${now}`, place: now, on: true }]], now);
  if (kind === 1) return statedSearches(records, [[one, { name: `renamed ${now}` }]], now);
  if (kind === 2) return statedSearches(records, [[one, { on: false }]], now);
  return statedSearches(records, movedTo(records, one, random(shown.length)), now);
}

describe('the order', () => {
  test('is what each move makes of it', () => {
    for (let seed = 1; seed < 30; seed++) {
      const random = randomFrom(seed);
      let records = saved('abcdef');
      /** @type {string[]} */
      let expected = [...'abcdef'];
      // Halving a gap again and again leaves no number in between.
      for (let step = 0; step < 120; step++) {
        const one = expected[random(expected.length)];
        const to = step % 3 ? random(expected.length) : 1;
        records = statedSearches(records, movedTo(records, one, to), step + 2);
        expected = expected.filter((each) => each !== one).toSpliced(to, 0, one);
        assert.deepEqual(order(records), expected);
      }
    }
  });

  test('of two tabs that each moved another search has both moves', () => {
    const before = saved('abcd');
    const one = statedSearches(before, movedTo(before, 'd', 0), 5);
    const other = statedSearches(before, movedTo(before, 'a', 2), 6);
    assert.deepEqual(order(mergedSearches(one, other)), ['d', 'b', 'c', 'a']);
  });

  test('is restored by the inverse of a move, a name, and of forgetting', () => {
    for (let seed = 1; seed < 40; seed++) {
      const random = randomFrom(seed);
      const records = saved('abcde');
      const one = 'abcde'[random(5)];
      for (const all of [
        movedTo(records, one, random(5)),
        /** @type {any} */ ([[one, { on: false }]]),
        /** @type {any} */ ([[one, { name: 'other' }]]),
      ]) {
        const after = statedSearches(records, all, 5);
        const back = statedSearches(after, inverseOf(records, all), 4);
        assert.deepEqual(shownSearches(back), shownSearches(records));
      }
    }
  });
});

describe('what two tabs did', () => {
  test('merges to the same, whoever hears of it first and however often', () => {
    for (let seed = 1; seed < 60; seed++) {
      const random = randomFrom(seed);
      const before = saved('abcde');
      const tabs = [before, before, before];
      for (let step = 0; step < 24; step++) {
        const tab = random(3);
        tabs[tab] = act(tabs[tab], random, 10 + random(12));
      }
      const [a, b, c] = tabs;
      const all = mergedSearches(mergedSearches(a, b), c);
      assert.deepEqual(sorted(mergedSearches(c, mergedSearches(b, a))), sorted(all));
      assert.deepEqual(sorted(mergedSearches(all, b)), sorted(all));
      assert.deepEqual(shownSearches(mergedSearches(b, mergedSearches(c, a))), shownSearches(all));
    }
  });

  test('comes back from storage as it was, but for the names of what is forgotten', () => {
    const records = statedSearches(saved('abc'), [['b', { on: false }]], 9);
    const kept = JSON.parse(JSON.stringify(records.map(keptSearch)));
    assert.deepEqual(shownSearches(searchRecordsFrom(kept)), shownSearches(records));
    assert.deepEqual(
      kept.filter((/** @type {any} */ row) => 'name' in row).map((/** @type {any} */ row) => row.fragment),
      ['a', 'c'],
      'a release that knows no forgotten searches passes over rows without a name',
    );
    assert.deepEqual(order(mergedSearches(searchRecordsFrom(kept), saved('abc'))), ['a', 'c']);
  });
});

describe('searches of a release without places', () => {
  const OLD = [
    { name: 'Tea', fragment: '#q=tea' },
    { name: 'Milk', fragment: '#q=milk' },
  ];

  test('are in their order, and join others after them, once', () => {
    assert.deepEqual(shownSearches(searchRecordsFrom(OLD)), OLD);
    const mine = saved('ab');
    const once = joinedSearches(mine, searchRecordsFrom(OLD));
    assert.deepEqual(order(once), ['a', 'b', '#q=tea', '#q=milk']);
    assert.deepEqual(order(joinedSearches(once, searchRecordsFrom(OLD))), order(once));
  });

  test('do not bring back what was forgotten since', () => {
    const now = statedSearches(searchRecordsFrom(OLD), [['#q=tea', { on: false }]], 5);
    assert.deepEqual(order(joinedSearches(now, searchRecordsFrom(OLD))), ['#q=milk']);
  });
});

test('a statement is hardly later than now, and has the shape that the page writes', () => {
  const [record] = searchRecordsFrom(
    [{ name: 'x', fragment: 'a', namedAt: 1e15, place: 'first', onAt: {} }],
    7,
  );
  assert.deepEqual([record.namedAt, record.place, record.onAt], [7 + AHEAD_MS, 0, 0]);
});
