// What a person does with the list and the paper.
import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test } from 'node:test';
import { screen } from '../web/support/browser.mjs';
import { until } from '../web/support/clock.mjs';
import { JANUARY, days, openPage, paper } from './support/visits.mjs';

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

describe('the place in the list', () => {
  test('is where its paper is now, and at the same row if that has left', async () => {
    const [, , , fourth] = keys();
    /** @type {[import('../../web/src/app/navigation.js').Place, number][]} */
    const cases = [
      [{ key: fourth, index: 2, offset: 7, cursor: 3 }, 4],
      [{ key: fourth, index: 3, offset: 7, cursor: 0 }, 0],
      [{ key: 'gone', index: 2, offset: 7, cursor: 3 }, 3],
      [{ key: 'gone', index: 99, offset: 7, cursor: 99 }, 4],
    ];
    for (const [place, cursor] of cases) {
      await reader.searching.search({ reveal: true, place });
      assert.equal(state().cursor, cursor);
    }
  });
});

describe('filters', () => {
  test('of one kind add up, of two kinds narrow, and one step clears them', async () => {
    const steps = /** @type {[() => unknown, number][]} */ ([
      [() => reader.browsing.toggle('categories', 'cs.LG'), 3],
      [() => reader.browsing.toggle('categories', 'math.CO'), 4],
      [() => reader.browsing.toggle('days', '2026-01-15'), 2],
      [() => reader.browsing.toggle('categories', 'math.CO'), 1],
      [() => reader.browsing.clearFilters(), 5],
    ]);
    for (const [step, papers] of steps) {
      const entries = history.length;
      step();
      await settled();
      assert.equal(total(), papers);
      assert.equal(history.length, entries + 1, 'each is a step that can be gone back');
    }
  });

  test('count what is there: categories, days and authors of the whole library', () => {
    const counts = (/** @type {any[]} */ facet) =>
      Object.fromEntries(facet.map(({ value, count }) => [value, count]));
    const { categories, days, authors } = /** @type {any} */ (state().answer).result;
    assert.deepEqual(counts(categories), { 'cs.LG': 3, 'cs.CL': 1, 'math.CO': 1 });
    assert.deepEqual(counts(days), { '2026-01-14': 3, '2026-01-15': 2 });
    assert.deepEqual(counts(authors), { Ada: 5 });
  });

  test('by language, code and range of days are part of the address, of the counts, and of what is cleared', async () => {
    await reader.open({
      '2026-03-01.md': `${paper(31, 'Code')} at github.com/a/b\n\n${paper(32, 'Han').replace('TL;DR: tea', 'TL;DR: 大模型压缩')}`,
    });
    await reader.searching.search();
    const result = () => /** @type {any} */ (state().answer).result;
    const count = (/** @type {any[]} */ facet, /** @type {string} */ value) =>
      facet.find((each) => each.value === value)?.count;
    assert.deepEqual([count(result().languages, 'en'), count(result().languages, 'zh')], [6, 1]);
    assert.equal(result().withCode, 1);
    const steps = /** @type {[() => unknown, number, string][]} */ ([
      [() => reader.browsing.toggle('languages', 'zh'), 1, '#lang=zh'],
      [() => reader.browsing.toggle('languages', 'zh'), 7, ''],
      [() => reader.browsing.toggleWithCode(), 1, '#with=code'],
      [() => reader.browsing.clearFilters(), 7, ''],
      [() => reader.browsing.chooseDays(['2026-01-15..2026-12-31']), 4, '#day=2026-01-15..2026-12-31'],
      [() => reader.browsing.chooseDays(['2026-01']), 5, '#day=2026-01'],
    ]);
    for (const [step, papers, hash] of steps) {
      step();
      await settled();
      assert.deepEqual([total(), location.hash], [papers, hash]);
      assert.equal(count(result().days, '2026-03-01'), hash === '#lang=zh' || hash === '#with=code' ? 1 : 2);
    }
    history.back();
    await until('the range is back', () => state().address.days[0] === '2026-01-15..2026-12-31');
  });

  test('find any author of the list, by any word of the name, whoever is chosen', async () => {
    const names = Array.from({ length: 80 }, (_, i) => `Author${i} Some`);
    await reader.open({
      '2026-03-01.md': [...names, 'Kurt Gödel']
        .map((name, i) => paper(100 + i).replace('Ada', name))
        .join('\n\n'),
    });
    reader.browsing.toggle('authors', 'Ada');
    await settled();
    assert.equal(
      state().answer?.result.authors.some(({ value }) => value === 'Kurt Gödel'),
      false,
    );
    await reader.finding.authors(' godel');
    assert.deepEqual(state().foundAuthors, { typed: 'godel', found: [{ value: 'Kurt Gödel', count: 1 }] });
    reader.browsing.type('nothing has this');
    await until('they are found in the new list', () => state().foundAuthors?.found.length === 0);
    await reader.finding.authors('');
    assert.equal(state().foundAuthors, null);
  });

  test('that are chosen together, as in the contents, take the place of those before', async () => {
    reader.browsing.toggle('authors', 'Ada');
    reader.browsing.toggleWithoutSummary();
    reader.browsing.choose({ days: ['2026-01-14'], categories: ['cs.CL'] });
    await settled();
    const { authors, withoutSummary, days, categories } = state().address;
    assert.deepEqual(
      { authors, withoutSummary, days, categories },
      { authors: [], withoutSummary: false, days: ['2026-01-14'], categories: ['cs.CL'] },
    );
    assert.equal(total(), 1);
  });

  for (const narrow of [false, true])
    test(`chosen in a paper stand alone, and the paper ${narrow ? 'makes room for the list on a phone' : 'stays open'}`, async () => {
      screen.matches = narrow;
      reader.browsing.type('tea');
      await settled();
      await reader.browsing.open(0);
      const key = openKey();
      reader.browsing.showOnly('categories', 'math.CO');
      await settled();
      const { text, categories, paper: open } = state().address;
      assert.deepEqual({ text, categories }, { text: '', categories: ['math.CO'] });
      assert.equal(open, narrow ? '' : key);
    });
});

test('the order of the digest is another list of the same papers, and a link remembers it', async () => {
  reader.browsing.order('digest');
  await settled();
  assert.deepEqual(
    keys(),
    [1, 2, 3].map((n) => `2601.0000${n}@2026-01-14`).concat([4, 5].map((n) => `2601.0000${n}@2026-01-15`)),
  );
  assert.equal(location.hash, '#order=digest');
  reader.browsing.order('newest');
  await settled();
  assert.deepEqual(
    keys().map((key) => key.slice(-2)),
    ['15', '15', '14', '14', '14'],
  );
});

describe('a paper', () => {
  test('opens from the list, and closing it leads back to the list as it was', async () => {
    reader.browsing.toggle('categories', 'cs.LG');
    await settled();
    const [hash, entries, list] = [location.hash, history.length, keys()];
    await reader.browsing.open(1);
    assert.deepEqual([openKey(), state().position, state().cursor], [list[1], 1, 1]);
    assert.match(location.hash, /paper=2601\./);
    reader.browsing.close();
    await until('it is closed', () => !state().paper);
    assert.deepEqual([location.hash, history.length, state().position], [hash, entries + 1, -1]);
    assert.equal(state().address.paper, '');
  });

  test('that a link opened is closed into the list, not into the page before', async () => {
    history.replaceState(null, '', '#paper=2601.00003@2026-01-14');
    reader.store.set({ address: reader.navigation.read() });
    await reader.searching.search({ reveal: true });
    assert.equal(openKey(), '2601.00003@2026-01-14');
    reader.browsing.close();
    assert.deepEqual([state().paper, location.hash], [null, '']);
    reader.browsing.close();
    assert.equal(history.length, 2, 'where none is open there is nothing to close');
  });

  test('leads to its neighbours, which leave no entries in the history, and not past the ends', async () => {
    const list = keys();
    await reader.browsing.open(3);
    const entries = history.length;
    await reader.browsing.step(1);
    assert.deepEqual([openKey(), state().cursor], [list[4], 4]);
    await reader.browsing.step(1);
    assert.equal(openKey(), list[4]);
    for (let step = 0; step < 9; step++) await reader.browsing.step(-1);
    assert.deepEqual([openKey(), history.length], [list[0], entries]);
    assert.equal(reader.navigation.read().paper, list[0]);
  });

  test('under the cursor opens where none is open', async () => {
    reader.browsing.move(2);
    await reader.browsing.step(1);
    assert.equal(openKey(), keys()[2]);
  });

  test('stays open while the query changes, in its place of the new list', async () => {
    await reader.browsing.open(keys().indexOf('2601.00002@2026-01-14'));
    reader.browsing.type('bread');
    await settled();
    assert.equal(openKey(), '2601.00002@2026-01-14');
    assert.equal(keys()[state().position], openKey());
    reader.browsing.type('milk');
    await settled();
    assert.deepEqual([openKey(), state().position], ['2601.00002@2026-01-14', -1]);
  });

  test('of another day opens as the same step, and one like it as the next', async () => {
    await reader.open({ '2026-01-16.md': paper(1, 'Tea', 'cs.LG') });
    await reader.searching.search();
    await reader.browsing.open(keys().indexOf('2601.00001@2026-01-16'));
    const entries = history.length;
    assert.deepEqual(
      state()
        .paper?.appearances.map(({ key }) => key)
        .toSorted(),
      ['2601.00001@2026-01-14', '2601.00001@2026-01-16'],
    );
    await reader.browsing.openAppearance('2601.00001@2026-01-14');
    assert.deepEqual([openKey(), history.length], ['2601.00001@2026-01-14', entries]);
    await reader.browsing.openSimilar('2601.00005@2026-01-15');
    assert.deepEqual([openKey(), history.length], ['2601.00005@2026-01-15', entries + 1]);
    assert.equal(keys()[state().cursor], '2601.00005@2026-01-15');
  });

  test('shows what stands in the file on request, and the next one is mended again', async () => {
    await reader.open({ '2026-01-17.md': paper(9, 'Tea $\u0008eta$') });
    await reader.searching.search();
    await reader.browsing.open(keys().indexOf('2601.00009@2026-01-17'));
    const mended = state().paper?.title.text;
    await reader.browsing.showVerbatim(true);
    assert.notEqual(state().paper?.title.text, mended);
    await reader.browsing.showVerbatim(false);
    assert.equal(state().paper?.title.text, mended);
    await reader.browsing.showVerbatim(true);
    await reader.browsing.open(0);
    assert.equal(state().verbatim, false);
  });

  test('leads to its page or its PDF on arXiv, and so does the row under the cursor', async () => {
    const open = mock.fn();
    Object.assign(window, { open });
    reader.browsing.move(keys().indexOf('2601.00003@2026-01-14'));
    reader.browsing.openPage('abstract');
    await reader.browsing.open(keys().indexOf('2601.00005@2026-01-15'));
    reader.browsing.openPage('pdf');
    assert.deepEqual(
      open.mock.calls.map(({ arguments: [url, , how] }) => [url, how]),
      [
        ['https://arxiv.org/abs/2601.00003', 'noopener'],
        ['https://arxiv.org/pdf/2601.00005', 'noopener'],
      ],
    );
  });
});

test('the cursor stays within the list', () => {
  for (const [to, at] of /** @type {[number, number][]} */ ([
    [3, 3],
    [-1, 0],
    [Infinity, 4],
  ])) {
    reader.browsing.move(to);
    assert.equal(state().cursor, at);
  }
});

test('a file that joins changes neither the place in the list nor the open paper', async () => {
  await reader.browsing.open(2);
  reader.browsing.move(3);
  const key = openKey();
  await reader.open(days(1));
  await until('it is in the list', () => total() === 6);
  assert.deepEqual([openKey(), state().cursor], [key, 3]);
});
