import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findRemake } from '../../web/src/engine/made-again.js';

/** @param {string} label @param {object} [more] @returns {any} */
const entry = (label, more) => ({ label, fileName: `${label}.md`, stem: 's', written: 0, batch: 0, ...more });

/** @param {any} coming @param {any[]} others @param {Record<string, { same: boolean, shared: number }>} makings by the label of the other */
function find(coming, others, makings) {
  const found = findRemake(coming, others, (newer, older) => ({
    left: [7],
    ...makings[newer === coming.label ? older : newer],
  }));
  return found && `${found.newer.label} replaces ${found.older.label}, ${found.left}`;
}
const SAME = { same: true, shared: 5 };

describe('of two makings of a digest', () => {
  for (const [claim, written, before, expected] of /** @type {const} */ ([
    ['the one with the later date counts', 2, 1, 'new replaces old, 7'],
    ['that was opened first, too', 1, 2, 'old replaces new, 7'],
    ['of one date the one that comes later counts', 2, 2, 'new replaces old, 7'],
    ['without a date the one that comes later counts', 0, 2, 'new replaces old, 7'],
    ['or over one without a date', 1, 0, 'new replaces old, 7'],
  ]))
    test(claim, () => {
      assert.equal(
        find(entry('new', { written }), [entry('old', { written: before })], { old: SAME }),
        expected,
      );
    });
});

describe('a digest is not made again', () => {
  test('from itself, from one of another stem, or from one with other papers', () => {
    const coming = entry('new');
    assert.equal(find(coming, [coming], { new: SAME }), null);
    assert.equal(find(coming, [entry('old', { stem: 't' })], { old: SAME }), null);
    assert.equal(find(coming, [entry('old')], { old: { same: false, shared: 1 } }), null);
  });

  test('from a file of the same name that came with it, out of another folder', () => {
    const other = entry('old', { batch: 3, fileName: 'x.md' });
    assert.equal(find(entry('new', { batch: 3, fileName: 'x.md' }), [other], { old: SAME }), null);
    assert.ok(find(entry('new', { batch: 4, fileName: 'x.md' }), [other], { old: SAME }));
    assert.ok(find(entry('new', { batch: 3, fileName: 'x (1).md' }), [other], { old: SAME }));
  });
});

test('of several the one is taken that shares the most papers', () => {
  const others = [entry('few'), entry('most'), entry('some')];
  const makings = { few: { same: true, shared: 1 }, most: { same: true, shared: 9 }, some: SAME };
  assert.equal(find(entry('new'), others, makings), 'new replaces most, 7');
});

test('of any number of one stem only a few are compared', () => {
  const others = Array.from({ length: 1000 }, (_, n) => entry(`old ${n}`));
  let compared = 0;
  findRemake(entry('new'), others, () => {
    compared += 1;
    return { same: false, shared: 0, left: [] };
  });
  assert.ok(compared < 100);
});
