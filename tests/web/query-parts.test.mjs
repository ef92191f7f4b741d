import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queryParts } from '../../web/src/text/query-parts.js';

/** @param {string} text @param {[number, number][]} ranges as "in[side]" */
const marked = (text, ranges) =>
  queryParts(
    text,
    ranges.map(([start, end]) => ({ start, end })),
  )
    .map(({ text, inside }) => (inside ? `[${text}]` : text))
    .join('|');

test('a text is cut at its ranges and stays whole', () => {
  assert.equal(
    marked('OR adam (x', [
      [0, 2],
      [8, 10],
    ]),
    '[OR]| adam |[(x]',
  );
  assert.equal(marked('adam', []), 'adam');
  assert.equal(marked('', [[0, 0]]), '');
});

test('ranges may overlap, touch, come in any order and reach too far', () => {
  assert.equal(
    marked('abcdef', [
      [3, 5],
      [1, 4],
    ]),
    'a|[bcde]|f',
  );
  assert.equal(
    marked('abcdef', [
      [0, 2],
      [2, 4],
    ]),
    '[abcd]|ef',
  );
  assert.equal(
    marked('abc', [
      [2, 9],
      [7, 8],
    ]),
    'ab|[c]',
  );
  assert.equal(
    marked('abcdef', [
      [1, 5],
      [2, 3],
    ]),
    'a|[bcde]|f',
  );
});
