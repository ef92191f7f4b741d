// What the search box offers at the caret.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import './support/browser.mjs';
import { offer } from '../../web/src/features/search/offering.js';

const TAGS = [
  { name: 'later', count: 3 },
  { name: 'to read', count: 1 },
];
const KNOWN = { tags: TAGS, day: '2026-01-14' };

/** @param {string} text @param {object} [more] */
const offered = (text, more = {}) =>
  offer({ text, caret: text.length, completions: [], searched: [], known: KNOWN, ...more });
/** @param {string} text @param {object} [more] */
const texts = (text, more) => offered(text, more).options.map((option) => option.text);

describe('operators are explained where they are typed', () => {
  const cases = /** @type {const} */ ([
    ['has:', ['has:code', 'has:math', 'has:summary']],
    ['kv -has:c', ['has:code']],
    ['is:', ['is:unread', 'is:read', 'is:starred', 'is:noted', 'is:dismissed']],
    ['(tea OR lang:z', ['lang:zh']],
    ['tag:', ['tag:later', 'tag:"to read"']],
    ['tag:"to', ['tag:"to read"']],
    ['after:', ['after:2026-01-14', 'after:2026-01-08', 'after:2026-01', 'after:2026']],
    ['date:2026-01-', ['date:2026-01-14', 'date:2026-01-08..2026-01-14']],
    ['sparse NEAR/', ['NEAR/3', 'NEAR/5', 'NEAR/10', 'NEAR/20']],
    ['sparse NEAR/1', ['NEAR/10']],
    ['NEAR/', []],
    ['http://x', []],
  ]);
  for (const [text, values] of cases)
    test(`${text} offers ${values.join(', ') || 'nothing'}`, () => {
      const { options } = offered(text);
      assert.deepEqual(
        options.map((option) => option.text),
        values,
      );
      for (const { note } of options) assert.ok(note.length > 2, 'each says what it finds');
    });

  test('a value takes the place of what was typed of it, and leaves the rest', () => {
    const text = 'kv -has:c tail';
    const [{ start, end, text: value }] = offer({
      text,
      caret: 'kv -has:c'.length,
      completions: [],
      searched: [],
      known: KNOWN,
    }).options;
    assert.equal(text.slice(0, start) + value + text.slice(end), 'kv -has:code tail');
  });

  test('a value that is complete is not offered again', () => {
    assert.deepEqual(texts('has:code'), []);
    assert.deepEqual(texts('tag:later'), []);
  });

  for (const text of ['-', 'tea -', '"', 'tea NOT ', 'tea OR ', 'compress*', 'compresion~', 'title:'])
    test(`${text} is explained by a sentence`, () => assert.ok(offered(text).hint.length > 10));

  for (const text of ['tea', 'well-', 'a "b', 'OR', 'has:', '*'])
    test(`${text} needs none`, () => assert.equal(offered(text).hint, ''));
});

describe('completions', () => {
  /** @param {any} option @returns {any} */
  const completion = (option) => ({ kind: 'word', papers: 2, start: 0, ...option });

  test('do not repeat what is typed', () => {
    const completions = [
      completion({ text: 'ricci', label: 'ricci', end: 5 }),
      completion({ kind: 'phrase', text: '"ricci flow"', label: 'ricci flow', end: 5 }),
      completion({ kind: 'category', text: 'cat:ricci', label: 'ricci', end: 5 }),
    ];
    assert.deepEqual(texts('Ricci', { completions }), ['"ricci flow"', 'cat:ricci']);
  });

  test('say what they are and how many papers they find, a field what it is for', () => {
    const completions = [
      completion({ kind: 'author', text: 'author:"Ada"', label: 'Ada', end: 2 }),
      completion({ kind: 'field', text: 'has:', label: 'has:', end: 2, papers: 0 }),
    ];
    const notes = offered('ha', { completions }).options.map(({ note }) => note);
    assert.deepEqual(notes, ['author · 2 papers', 'code, math or summary']);
  });
});

describe('earlier searches', () => {
  const searched = ['kv cache', 'sparse attention', 'KV compression', 'kv heads', 'kv store'];

  test('are offered, newest first, where the box is empty', () => {
    assert.deepEqual(texts('', { searched }), searched);
    assert.equal(texts('', { searched: Array.from({ length: 20 }, (_, n) => `s${n}`) }).length, 8);
  });

  test('are offered where they begin as what is typed, without the one that is typed', () => {
    assert.deepEqual(texts('kv', { searched }), ['kv cache', 'KV compression', 'kv heads']);
    assert.deepEqual(texts('kv cache', { searched }), []);
    assert.deepEqual(texts('kv', { searched, caret: 1 }), []);
  });

  test('are marked as history and replace the whole text', () => {
    const [{ kind, note, start, end }] = offered('spa', { searched }).options;
    assert.deepEqual([kind, note, start, end], ['history', 'searched before', 0, 3]);
  });
});
