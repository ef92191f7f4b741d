// Questions to the real core: of answers only the newest counts, and each goes to what was asked.
import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test } from 'node:test';
import { makeDigest } from '../browser/support/generate.mjs';
import { settle, until } from '../web/support/clock.mjs';
import { days, found, openPage, paper } from './support/visits.mjs';
import { EngineStopped } from '../../web/src/engine/engine.js';

/** @type {import('./support/visits.mjs').Reader} */
let reader;
const state = () => reader.store.get();
const settled = () => until('the answer is there', () => !state().searching);

beforeEach(async () => {
  reader = openPage();
  await reader.open({
    '2026-01-14.md': [
      paper(1, 'Ricci flow on surfaces'),
      paper(2, 'Ricci curvature'),
      paper(3, 'A flow of tea'),
      paper(4, '注意力机制'),
    ].join('\n\n'),
  });
  await reader.searching.search();
});

describe('a search', () => {
  test('narrows with each key, and marks what was found', async () => {
    const totals = [];
    for (const text of ['r', 'ricci', 'ricci f', 'ricci flow']) totals.push(await found(reader, text));
    assert.deepEqual(
      totals,
      totals.toSorted((/** @type {any} */ a, /** @type {any} */ b) => b - a),
    );
    assert.equal(totals.at(-1), 1);
    const { text, marks } = /** @type {any} */ (reader.rows.at(0)).title;
    assert.deepEqual([text.slice(marks[0], marks[1]), text.slice(marks[2], marks[3])], ['Ricci', 'flow']);
    assert.equal(await found(reader, '注意力'), 1);
  });

  const queries = [
    { text: '"flow on surfaces"', papers: 1 },
    { text: '"surfaces on flow"', papers: 0 },
    { text: 'ricci -curvature', papers: 1 },
    { text: 'title:(flow OR curvature)', papers: 3 },
    { text: '-title:ricci', papers: 2 },
    { text: 'author:ada', papers: 4 },
    { text: 'author:ricci', papers: 0 },
    { text: 'date:2026-01-14', papers: 4 },
    { text: 'is:unread', papers: 4 },
    { text: 'xylophone', papers: 0 },
  ];
  for (const { text, papers } of queries)
    test(`for ${text} finds ${papers} of 4 papers`, async () => {
      assert.equal(await found(reader, text), papers);
      assert.equal(reader.store.get().answer?.paperCount, 4);
    });

  test('names what it did not understand, where it stands', async () => {
    await found(reader, 'OR tea date:yesterday');
    const { issues } = /** @type {any} */ (state().answer).result;
    assert.deepEqual(issues.map(({ start, end }) => 'OR tea date:yesterday'.slice(start, end)).toSorted(), [
      'OR',
      'date:yesterday',
    ]);
  });

  test('that is typed over gives no answer: the newest is shown, and none in between after it', async () => {
    /** @type {string[]} */
    const shown = [];
    reader.store.subscribe((now, before) => now.answer !== before.answer && shown.push(now.answerText));
    const words = ['r', 'ri', 'ric', 'ricc', 'ricci', 'flow', 'tea'];
    for (const word of words) reader.browsing.type(word);
    await settled();
    assert.equal(state().answer?.result.total, 4, 'every summary speaks of tea');
    assert.equal(shown.at(-1), 'tea');
    assert.deepEqual(
      shown,
      words.filter((word) => shown.includes(word)),
      'in the order of the questions',
    );
    assert.ok(shown.length < words.length, 'those that waited were left out');
    await settle();
    assert.equal(state().answerText, 'tea');
  });

  test('answers say that they wait for the next while the person types on', async () => {
    /** @type {boolean[]} */
    const waits = [];
    reader.store.subscribe((now, before) => now.answer !== before.answer && waits.push(now.searching));
    for (const word of ['ricci', 'tea']) reader.browsing.type(word);
    await settled();
    assert.deepEqual(waits, [true, false]);
  });

  test('of an empty library has no answer', async () => {
    await reader.library.closeAll(async () => {});
    assert.equal(await reader.searching.search(), false);
    assert.deepEqual([state().answer, state().paper, state().searching], [null, null, false]);
    assert.equal(reader.rows.at(0), undefined);
  });

  test('begins at the top, stays in its place where it is asked again, and shows the open paper on request', async () => {
    await reader.open({ '2026-01-15.md': makeDigest({ papers: 300, first: 1000 }) });
    await reader.searching.search();
    const key = '2601.01250@2026-01-15';
    const { position } = /** @type {any} */ (await reader.engine.paper(key, false));
    assert.ok(position > 30);
    reader.browsing.move(7);
    await reader.searching.search({ stay: true });
    assert.equal(state().cursor, 7);
    await reader.searching.search();
    assert.equal(state().cursor, 0);
    reader.store.set({ address: { ...state().address, paper: key } });
    await reader.searching.search({ reveal: true });
    assert.deepEqual([state().cursor, state().position], [position, position]);
    assert.equal(reader.rows.at(position)?.key, key, 'its rows came with the answer');
    assert.equal(state().paper?.key, key);
  });

  test('that costs the core its life is no answer, and the list stays', async () => {
    const { answer } = state();
    mock.method(reader.engine, 'search', () => Promise.reject(new EngineStopped('')));
    assert.equal(await reader.searching.search(), false);
    assert.equal(state().answer, answer);
    mock.method(reader.engine, 'search', () => Promise.reject(new Error('a mistake')));
    await assert.rejects(reader.searching.search(), /a mistake/);
  });
});

describe('rows', () => {
  test('far down the list are fetched when they are in view, and go with their result', async () => {
    await reader.open({ '2026-01-15.md': makeDigest({ papers: 300, first: 1000 }) });
    await reader.searching.search();
    reader.rows.want(200, 220);
    await until('they are there', () => reader.rows.at(210));
    await found(reader, 'ricci');
    assert.equal(reader.rows.at(210), undefined);
    const { generation } = /** @type {any} */ (state().answer);
    assert.equal(await reader.engine.rows({ generation: generation - 1, from: 0, count: 1 }), null);
  });
});

describe('a paper', () => {
  test('that is not open here is not found, and that is told', async () => {
    reader.store.set({ address: { ...state().address, paper: '2601.09999@nowhere' } });
    assert.equal(await reader.searching.loadPaper(), false);
    assert.equal(state().paper, null);
  });

  test('that comes after another was opened is not shown', async () => {
    const [one, two] = ['2601.00001@2026-01-14', '2601.00002@2026-01-14'];
    reader.store.set({ address: { ...state().address, paper: one } });
    const late = reader.searching.loadPaper();
    reader.store.set({ address: { ...state().address, paper: two } });
    await late;
    assert.equal(state().paper, null);
    await reader.searching.loadPaper();
    assert.equal(state().paper?.key, two);
  });

  test('that is the same for the next query keeps its place and focus: nothing is drawn anew', async () => {
    await found(reader, 'curvature');
    await reader.browsing.open(0);
    const before = state().paper;
    await reader.open(days(1));
    await settled();
    assert.equal(state().paper, before);
    await found(reader, 'ricci');
    assert.notEqual(state().paper, before, 'other words are marked in it');
  });
});

describe('what goes with the open paper', () => {
  test('is why it was found, as long as there is a query', async () => {
    await found(reader, 'ricci');
    await reader.browsing.open(0);
    await until('it is explained', () => state().why);
    const { key, explanation } = /** @type {any} */ (state().why);
    assert.equal(key, state().paper?.key);
    assert.ok(explanation.parts.length > 0);
    await found(reader, '');
    await until('there is nothing to explain', () => !state().why);
  });

  test('are others like it, nearest first, without itself', async () => {
    await found(reader, '');
    await reader.browsing.openSimilar('2601.00001@2026-01-14');
    await until('they are there', () => state().similar?.key === '2601.00001@2026-01-14');
    const similar = /** @type {any} */ (state().similar).rows.map(
      (/** @type {any} */ { row }) => row.title.text,
    );
    assert.ok(similar.includes('Ricci curvature'));
    assert.ok(!similar.includes('Ricci flow on surfaces'));
  });
});

test('the box is offered words of the library, and none for what was typed over', async () => {
  reader.browsing.type('cs.');
  await reader.completing.complete('cs.', 3);
  assert.deepEqual(
    state()
      .completion?.options.map(({ text }) => text)
      .filter((text) => /cs\.LG/.test(text)).length,
    1,
  );
  const late = reader.completing.complete('cs.', 3);
  reader.browsing.type('');
  await late;
  await reader.completing.complete('', 0);
  assert.deepEqual(state().completion, { text: '', options: [] });
});
