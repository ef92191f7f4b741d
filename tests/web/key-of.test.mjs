import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyOf } from '../../web/src/app/key-of.js';

/** What is typed, the key's place on the keyboard, the key that commands know, Shift, Caps Lock. @type {[string, string, string, boolean?, boolean?][]} */
const KEYS = [
  ['j', 'KeyJ', 'j'],
  ['G', 'KeyG', 'G', true],
  ['Enter', 'Enter', 'Enter'],
  ['ArrowDown', 'ArrowDown', 'ArrowDown'],
  // Caps Lock.
  ['J', 'KeyJ', 'j', false, true],
  ['g', 'KeyG', 'G', true, true],
  // Russian, Greek, Hebrew, Arabic, Korean.
  ['о', 'KeyJ', 'j'],
  ['П', 'KeyG', 'G', true],
  ['ξ', 'KeyJ', 'j'],
  ['ח', 'KeyJ', 'j'],
  ['ت', 'KeyJ', 'j'],
  ['ㅓ', 'KeyJ', 'j'],
  // Full-width input.
  ['ｊ', 'KeyJ', 'j'],
  ['／', 'Slash', '/'],
  ['？', 'Slash', '?', true],
  // Where a layout has the sign elsewhere, the sign counts; where it has none, the place.
  ['/', 'Digit7', '/', true],
  ['-', 'Slash', '-'],
  ['.', 'Slash', '.'],
  ['ظ', 'Slash', '/'],
  // Dvorak and AZERTY: the letter counts, not its place.
  ['j', 'KeyC', 'j'],
  ['a', 'KeyQ', 'a'],
];

test('a key is the one that the commands name, on any keyboard', () => {
  for (const [key, code, expected, shiftKey = false, capsLock = false] of KEYS)
    assert.equal(
      keyOf({ key, code, shiftKey, getModifierState: () => capsLock }),
      expected,
      `${key} ${code}`,
    );
});
