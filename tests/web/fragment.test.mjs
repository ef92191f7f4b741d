import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  HOME,
  NO_FILTERS,
  filterCount,
  filterWords,
  formatFragment,
  parseFragment,
  sameList,
} from '../../web/src/app/fragment.js';

test('an address survives the way through a link', () => {
  const addresses = [
    HOME,
    { ...HOME, text: 'sparse "low rank" -vision 大模型 50% & more #1 + =' },
    { ...HOME, categories: ['cs.LG', 'math.CO'], days: ['2026-01-14'], authors: ['Kurt Gödel', 'A & B'] },
    { ...HOME, days: ['2026-01-05..2026-12-31', '2025-12'], languages: ['zh', 'en'], withCode: true },
    { ...HOME, sets: ['is:unread', 'is:noted', 'tag:to read', 'tag:a:b&c'], withoutSummary: true },
    { ...HOME, order: 'newest', paper: '#17@2026-01-14', sample: true },
    { ...HOME, paper: 'hep-th/9711200@2026-01-01-classics' },
    { ...HOME, sources: ['../data/2026-01-14.md', 'a b/大.jsonl'], sample: true },
  ];
  for (const address of addresses) assert.deepEqual(parseFragment(formatFragment(address)), address);
});

test('a link that nobody made is read as far as it goes', () => {
  assert.deepEqual(parseFragment('#order=sideways&cat=&cat=cs.LG&cat=cs.LG&unknown=1&q=%E0%A4%A'), {
    ...HOME,
    text: '\ufffd%A',
    categories: ['cs.LG'],
  });
  assert.deepEqual(parseFragment(''), HOME);
});

test('an address names no mark that there is not, and a range of days however long is short', () => {
  assert.deepEqual(parseFragment('#is=dismissed&is=odd&is=read&tag=&lang='), { ...HOME, sets: ['is:read'] });
  assert.equal(formatFragment({ ...HOME, days: ['2016-01-01..2025-12-31'] }), '#day=2016-01-01..2025-12-31');
});

test('filters are counted and put into words', () => {
  const filters = { ...NO_FILTERS, categories: ['cs.LG'], sets: ['is:read', 'tag:a'], withCode: true };
  assert.equal(filterCount(filters), 4);
  assert.equal(filterCount(NO_FILTERS), 0);
  assert.deepEqual(filterWords({ ...filters, days: ['2026-01'] }), [
    'cs.LG',
    '2026-01',
    'is:read',
    'tag:a',
    'has:code',
  ]);
});

test('the start page has no fragment', () => {
  assert.equal(formatFragment(HOME), '');
});

test('opening a paper does not change the list', () => {
  assert.ok(sameList(HOME, { ...HOME, paper: 'x@y' }));
  assert.ok(sameList(HOME, { ...HOME, sources: ['data/a.md'] }));
  assert.ok(!sameList(HOME, { ...HOME, text: 'x' }));
});

test('nothing but the paper is a view of a paper, so a list has it not', () => {
  const alone = { ...HOME, paper: '2601.00001@2026-01-14', alone: true };
  assert.equal(formatFragment(alone), '#paper=2601.00001@2026-01-14&view=paper');
  assert.deepEqual(parseFragment(formatFragment(alone)), alone);
  assert.equal(formatFragment({ ...alone, paper: '' }), '');
  assert.equal(parseFragment('#view=paper').alone, false);
  assert.equal(parseFragment('#paper=a&view=list').alone, false);
  assert.ok(sameList(alone, HOME));
});
