import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  asksForWords,
  filtersIn,
  hasFilter,
  replaceFilter,
  tagFilter,
  toggleFilter,
} from '../../web/src/text/filter-words.js';

const UNREAD = 'is:unread';

/** @type {[query: string, narrowed: string][]} */
const NARROWED = [
  ['', 'is:unread'],
  ['graph', 'is:unread graph'],
  // The last word is still a beginning, and a blank still ends it.
  ['grap', 'is:unread grap'],
  ['graph ', 'is:unread graph '],
  ['a OR b', 'is:unread (a OR b)'],
  ['a b OR c', 'is:unread (a b OR c)'],
  ['O(n) OR b', 'is:unread (O(n) OR b)'],
  ['“a OR b” c', 'is:unread “a OR b” c'],
  ['cache (a OR b)', 'is:unread cache (a OR b)'],
  ['（a OR b）', 'is:unread (（a OR b）)'],
  ['(a OR b)', 'is:unread ((a OR b))'],
  ['(peak)', 'is:unread (peak)'],
  ['label:(a OR b)', 'is:unread (label:(a OR b))'],
  ['AND x', 'is:unread (AND x)'],
  ['NOT a OR b', 'is:unread (NOT a OR b)'],
  ['a OR b is:unread', 'is:unread (a OR b is:unread)'],
  // What is not closed reaches to the end.
  ['"a', 'is:unread "a'],
  ['a OR "b c', 'is:unread (a OR "b c'],
  ['(a OR b', 'is:unread ((a OR b'],
  ['a OR', 'is:unread (a OR'],
  ['x (a OR', 'is:unread x (a OR'],
];

/** @type {[query: string, asks: boolean][]} */
const ASKS = [
  ['', false],
  [' ', false],
  ['graph', true],
  ['has:', false],
  ['has:code', false],
  ['is:unread tag:"to read" lang:zh', false],
  ['cat:cs.LG after:2026-01', false],
  ['日期：2026-01 分类：cs.LG', false],
  ['title:', false],
  ['title:graph', true],
  ['作者：', false],
  ['HAS:code', false],
  ['has:code graph', true],
  ['-graph', false],
  ['NOT graph', false],
  ['has:code OR is:read', false],
  ['(has:code OR graph)', true],
  ['(has:code OR is:read)', false],
  ['title:(graph OR tree)', true],
  ['"sparse graph"', true],
  ['unknown:', true],
  ['图', true],
];

test('only a query with words that papers match more or less well has a best match', () => {
  for (const [query, asks] of ASKS) assert.equal(asksForWords(query), asks, query);
});

describe('a filter of the page', () => {
  for (const [query, narrowed] of NARROWED)
    test(`NarrowsTheWholeQuery: ${query || 'an empty one'}`, () => {
      assert.equal(hasFilter(query, UNREAD), false);
      assert.equal(toggleFilter(query, UNREAD), narrowed);
      assert.equal(hasFilter(narrowed, UNREAD), true);
      assert.equal(toggleFilter(narrowed, UNREAD), query, 'taken out, it gives the query back');
    });

  for (const [query, rest] of [
    ['a is:unread b', 'a b'],
    ['a is:unread', 'a'],
    ['a AND is:unread AND b', 'a AND b'],
    ['is:unread AND b', 'b'],
    ['a AND is:unread', 'a'],
    ['(a OR b) is:unread', 'a OR b'],
    ['is:unread is:starred (a OR b)', 'is:starred (a OR b)'],
  ])
    test(`IsTakenOutWhereverItWasTyped: ${query}`, () => assert.equal(toggleFilter(query, UNREAD), rest));

  for (const query of [
    'is:unreadable',
    'a OR is:unread',
    'NOT is:unread',
    '-is:unread',
    '"is:unread"',
    '(is:unread)',
  ])
    test(`IsNotTakenForOneThatNarrowsOnlyAPart: ${query}`, () =>
      assert.equal(hasFilter(query, UNREAD), false));

  test('IsEndedByNoParenthesisThatClosedNothing', () => {
    assert.equal(toggleFilter('a) OR b', UNREAD), 'is:unread (a  OR b)');
    assert.equal(toggleFilter('f(a OR b) c', UNREAD), 'is:unread (f(a OR b  c)');
  });

  test('TakesTimeInProportionToTheQuery', () => {
    const deep = '('.repeat(20_000);
    assert.equal(toggleFilter(toggleFilter(`${deep}a OR b`, UNREAD), UNREAD), `${deep}a OR b`);
  });

  test('IsQuotedWhereATagHasBlanks', () => {
    assert.equal(tagFilter('to read'), 'tag:"to read"');
    assert.equal(tagFilter('later'), 'tag:later');
    assert.equal(toggleFilter('tag:"to read" (a OR b)', 'tag:"to read"'), 'a OR b');
  });
});

describe('a filter that gives way to another', () => {
  const cases = /** @type {const} */ ([
    ['tag:a tea', 'tag:b tea'],
    ['tea AND tag:a', 'tea AND tag:b'],
    ['tag:a tag:b tea', 'tag:b tea'],
    ['tag:a (x OR y)', 'tag:b (x OR y)'],
    ['tag:ab tea', 'tag:ab tea'],
    ['x OR tag:a', 'x OR tag:a'],
    ['', ''],
  ]);
  for (const [text, replaced] of cases)
    test(`in ${text || 'an empty query'}`, () =>
      assert.equal(replaceFilter(text, 'tag:a', 'tag:b'), replaced));
});

test('the filters of a query are those that narrow all of it', () => {
  assert.deepEqual(filtersIn('is:starred tag:"to read" -has:code title:(a b) tea'), [
    'is:starred',
    'tag:"to read"',
    '-has:code',
  ]);
  for (const text of ['', 'tea', 'x OR is:starred', '(is:starred)', 'NOT is:starred', 'is:', 'tag:"open'])
    assert.deepEqual(filtersIn(text), [], text);
});
