import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  blank,
  markFrom,
  merged,
  setChanges,
  setsOf,
  stated,
  tagName,
  tagsOf,
} from '../../web/src/marks/mark.js';

/** A random record of the work, as some tab may have made it. */
function randomMark() {
  let mark = blank('2601.00001');
  for (let i = 0; i < 4; i++) {
    const now = Math.floor(Math.random() * 4) + 1;
    const said = [
      { read: Math.random() < 0.5 },
      { starred: Math.random() < 0.5 },
      { tag: { name: ['a', 'b', '__proto_'][Math.floor(Math.random() * 3)], on: Math.random() < 0.5 } },
      { note: ['', 'x', 'y'][Math.floor(Math.random() * 3)] },
    ][Math.floor(Math.random() * 4)];
    mark = stated(mark, said, now);
  }
  return mark;
}

describe('marks', () => {
  test('merge in any order and as often as you like to the same', () => {
    for (let round = 0; round < 2000; round++) {
      const [a, b, c] = [randomMark(), randomMark(), randomMark()];
      assert.deepEqual(merged(a, b), merged(b, a));
      assert.deepEqual(merged(merged(a, b), c), merged(a, merged(b, c)));
      assert.deepEqual(merged(a, a), a);
      assert.deepEqual(merged(merged(a, b), b), merged(a, b));
    }
  });

  test('of two statements the newer counts, whichever record it is in', () => {
    const starred = stated(blank('w'), { starred: true }, 5);
    const unstarred = stated(stated(blank('w'), { starred: false }, 6), { read: true }, 3);
    const both = merged(starred, unstarred);
    assert.deepEqual([both.starred, both.read], [false, true]);
    const again = merged(both, stated(both, { starred: true }, 7));
    assert.equal(again.starred, true);
  });

  test('a tag that was taken off stays off when an old record comes back', () => {
    const on = stated(blank('w'), { tag: { name: 'later', on: true } }, 1);
    const off = stated(on, { tag: { name: 'later', on: false } }, 2);
    assert.deepEqual(tagsOf(merged(off, on)), []);
  });

  test('say in which sets a work is, and which it enters or leaves', () => {
    const before = stated(stated(blank('w'), { read: true }, 1), { tag: { name: 'a', on: true } }, 1);
    const after = stated(stated(before, { tag: { name: 'a', on: false } }, 2), { note: 'n' }, 2);
    assert.deepEqual(setsOf(before), ['is:read', 'tag:a']);
    assert.deepEqual(setChanges(before, after), [
      { set: 'tag:a', work: 'w', member: false },
      { set: 'is:noted', work: 'w', member: true },
    ]);
  });

  test('tags have names that the search box can take', () => {
    for (const [typed, name] of [
      ['  to   read ', 'to read'],
      ['"x"', 'x'],
      ['__proto__', ''],
      ['\n', ''],
      ['x'.repeat(100), 'x'.repeat(60)],
    ])
      assert.equal(tagName(typed), name);
  });

  test('of a file that anyone may have written take only what is a mark', () => {
    for (const nothing of [null, 1, 'x', {}, { work: '' }, { work: 5 }])
      assert.equal(markFrom(nothing), null);
    const mark = markFrom(
      JSON.parse(
        '{"work":"w","read":"yes","readAt":-1,"starred":true,"starredAt":5.5,"note":{},"tags":{"__proto__":{"on":true,"at":1},"a":{"on":true,"at":1e99},"b":7}}',
      ),
      9000,
    );
    assert.deepEqual(mark, {
      ...blank('w'),
      starred: true,
      starredAt: 5,
      tags: { a: { on: true, at: 9000 }, b: { on: false, at: 0 } },
    });
    assert.equal(Object.getPrototypeOf(mark?.tags), Object.prototype);
  });
});
