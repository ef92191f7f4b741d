import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clip, cutBefore } from '../../web/src/text/clip.js';

test('a line of any real length is left alone, a longer one is cut at white space', () => {
  const title = 'word '.repeat(60);
  assert.equal(clip(title), title);
  const cut = clip('word '.repeat(1e6));
  assert.ok(cut.length <= 2001);
  assert.ok(cut.endsWith('word…'));
});

test('no cut falls into a character', () => {
  assert.equal(cutBefore('😀'.repeat(10), 5), 4);
  assert.equal(cutBefore('😀'.repeat(10), 4), 4);
});
