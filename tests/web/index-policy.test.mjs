// Which parts of the stored index are opened, and what is written of it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  MOST_LOOSE,
  holdsFresh,
  inOrder,
  judgeOpened,
  judgePart,
  planSave,
  savesMuch,
} from '../../web/src/engine/index-policy.js';

/** @param {number[]} digests @param {number} [id] */
const part = (digests, id = 1) => ({ id, digests, build: 'mine' });
/** @param {number} count */
const upTo = (count) => Array.from({ length: count }, (_, at) => at + 1);
/** @param {number} count a part for each digest */
const small = (count) => upTo(count).map((id) => part([id], id));

describe('what is written of the index', () => {
  /** @type {{ what: string, open: number[], stored?: number[], parts?: any[], fresh?: number[], isSettled?: boolean, write: string, loose: number[] }[]} */
  const cases = [
    { what: 'nothing is open', open: [], write: 'nothing', loose: [] },
    { what: 'all is in parts', open: [1, 2], parts: [part([1, 2])], write: 'nothing', loose: [] },
    { what: 'one is new', open: [1, 2], parts: [part([1])], fresh: [2], write: 'parts', loose: [2] },
    {
      what: 'some are new, as many as may be loose',
      open: upTo(MOST_LOOSE),
      fresh: upTo(MOST_LOOSE),
      write: 'parts',
      loose: upTo(MOST_LOOSE),
    },
    {
      what: 'more are new than may be loose',
      open: upTo(MOST_LOOSE + 1),
      fresh: upTo(MOST_LOOSE + 1),
      write: 'whole',
      loose: upTo(MOST_LOOSE + 1),
    },
    {
      what: 'small parts and a new digest are too many together',
      open: upTo(MOST_LOOSE + 1),
      parts: small(MOST_LOOSE),
      fresh: [MOST_LOOSE + 1],
      write: 'whole',
      loose: [MOST_LOOSE + 1],
    },
    {
      what: 'small parts alone are as many as may be',
      open: upTo(MOST_LOOSE),
      parts: small(MOST_LOOSE),
      write: 'nothing',
      loose: [],
    },
    {
      what: 'small parts alone are too many',
      open: upTo(MOST_LOOSE + 1),
      parts: small(MOST_LOOSE + 1),
      write: 'whole',
      loose: [],
    },
    {
      what: 'large parts do not count as small ones',
      open: upTo(40),
      parts: [part(upTo(20), 1), part(upTo(39).slice(20), 2)],
      fresh: [40],
      write: 'parts',
      loose: [40],
    },
    {
      what: 'the saved library of a new one is gone',
      open: [1, 2],
      fresh: [1],
      write: 'whole',
      loose: [1, 2],
    },
    {
      what: 'a part holds a digest that was removed: its others are loose',
      open: [2, 3],
      stored: [2, 3],
      parts: [part([1, 2]), part([3], 2)],
      write: 'whole',
      loose: [2],
    },
    {
      what: 'the digests are in another order than the parts give',
      open: [1, 3, 2],
      parts: [part([1, 2]), part([3], 2)],
      isArranged: true,
      write: 'whole',
      loose: [],
    },
    {
      what: 'a digest that is not stored is open beside a new one',
      open: [1, 0],
      fresh: [1],
      write: 'parts',
      loose: [1],
    },
    {
      what: 'a digest that is not stored would get into the whole',
      open: [1, 0],
      write: 'nothing',
      loose: [1],
    },
    {
      what: 'older makings wait to be cut',
      open: [1],
      fresh: [1],
      isSettled: false,
      write: 'nothing',
      loose: [],
    },
  ];
  for (const {
    what,
    open,
    stored = open,
    parts = [],
    fresh = [],
    isSettled = true,
    isArranged,
    ...plan
  } of cases)
    test(`where ${what}: ${plan.write}`, () => {
      const digests = open.map((id) => ({ id }));
      const now = {
        open: digests,
        isSettled,
        stored: new Set(stored),
        parts,
        fresh: new Set(fresh),
        isArranged,
      };
      assert.deepEqual(planSave(now), plan);
    });

  test('is sure to be much where many are open and none is fresh', () => {
    assert.equal(savesMuch({ open: MOST_LOOSE + 1, fresh: 0 }), true);
    assert.equal(savesMuch({ open: MOST_LOOSE, fresh: 0 }), false);
    assert.equal(savesMuch({ open: MOST_LOOSE + 1, fresh: 1 }), false);
  });

  test('needs no saved libraries where they are too many for parts', () => {
    assert.deepEqual([holdsFresh(MOST_LOOSE), holdsFresh(MOST_LOOSE + 1)], [true, false]);
  });
});

describe('a part of the index', () => {
  const now = { wanted: new Set([1, 2, 3]), build: 'mine', suspect: 9 };
  /** @type {[string, any, boolean, string | null][]} */
  const cases = [
    ['of this build, with wanted digests', part([1, 2]), true, null],
    ['with a digest that was removed, or is open already', part([1, 4]), false, null],
    ['of another build', { ...part([1]), build: 'other' }, false, 'older_index'],
    ['of no known build', { id: 1, digests: [1] }, false, 'older_index'],
    ['of another build, with a removed digest', { ...part([4]), build: 'other' }, false, null],
    ['on which the last reader crashed', part([1], 9), false, 'damaged_index'],
  ];
  for (const [what, one, opens, note] of cases)
    test(`${what} is ${opens ? 'opened' : `dropped (${note ?? 'nothing is said'})`}`, () =>
      assert.deepEqual(judgePart(one, now), { opens, note }));

  /** @type {[string, any, boolean, string | null][]} */
  const opened = [
    ['all its digests', { code: 'ok', added: [{}, {}] }, true, null],
    ['a digest fewer, since one was open already', { code: 'ok', added: [{}] }, false, null],
    ['another version', { code: 'other_version', added: [] }, false, 'older_index'],
    ['what was not saved', { code: 'damaged', added: [] }, false, 'damaged_index'],
    ['nothing that can be read', null, false, 'damaged_index'],
  ];
  for (const [what, result, opens, note] of opened)
    test(`that holds ${what} ${opens ? 'stays' : `is dropped (${note ?? 'nothing is said'})`}`, () =>
      assert.deepEqual(judgeOpened(part([1, 2]), result), { opens, note }));

  test('comes in the order in which its digests were stored', () => {
    const parts = [part([7, 8], 1), part([1], 2), part([2, 3], 3)];
    assert.deepEqual(
      inOrder(parts).map(({ id }) => id),
      [2, 3, 1],
    );
    assert.equal(parts[0].id, 1, 'the list it was given is as it was');
  });
});
