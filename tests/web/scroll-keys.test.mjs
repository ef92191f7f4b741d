import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scrollOf } from '../../web/src/features/paper/scroll-keys.js';

test('space and the paging keys scroll nearly a page, Home and End to the ends, other keys nothing', () => {
  const by = (/** @type {string} */ key, shiftKey = false) => scrollOf({ key, shiftKey }, 1000);
  assert.deepEqual(
    [by(' '), by(' ', true), by('PageDown'), by('PageUp'), by('Home'), by('End'), by('j'), by('ArrowDown')],
    [900, -900, 900, -900, -Infinity, Infinity, undefined, undefined],
  );
});
