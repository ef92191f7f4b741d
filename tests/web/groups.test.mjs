import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monthsOf } from '../../web/src/library/groups.js';

test('what is left of an older version comes after the newer one, whichever was opened first', () => {
  const file = { date: '2026-01-14', fileName: '2026-01-14.md' };
  const newer = /** @type {any} */ ({ ...file, rest: false });
  const left = /** @type {any} */ ({ ...file, rest: true });
  for (const files of [
    [newer, left],
    [left, newer],
  ])
    assert.deepEqual(monthsOf(files)[0].days[0].files, [newer, left]);
});
