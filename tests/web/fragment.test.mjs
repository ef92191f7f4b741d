import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOME, formatFragment, parseFragment, sameList } from '../../web/src/app/fragment.js';

test('an address survives the way through a link', () => {
  const addresses = [
    HOME,
    { ...HOME, text: 'sparse "low rank" -vision 大模型 50% & more #1 + =' },
    { ...HOME, categories: ['cs.LG', 'math.CO'], days: ['2026-01-14'], authors: ['Kurt Gödel', 'A & B'] },
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

test('the start page has no fragment', () => {
  assert.equal(formatFragment(HOME), '');
});

test('opening a paper does not change the list', () => {
  assert.ok(sameList(HOME, { ...HOME, paper: 'x@y' }));
  assert.ok(sameList(HOME, { ...HOME, sources: ['data/a.md'] }));
  assert.ok(!sameList(HOME, { ...HOME, text: 'x' }));
});
