// What keys do to the selection while the list has the focus.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selectionCommand } from '../../web/src/features/selection/list-keys.js';

/** @param {string} key @param {object} [more] @param {{ isSelecting?: boolean, isReading?: boolean }} [state] */
const commandOf = (key, more = {}, { isSelecting = false, isReading = false } = {}) =>
  selectionCommand(/** @type {any} */ ({ key, ...more }), { isSelecting, isReading });

test('Shift and an arrow extend it, Control or Command and A selects all', () => {
  assert.equal(commandOf('ArrowDown', { shiftKey: true }), 'select-down');
  assert.equal(commandOf('ArrowUp', { shiftKey: true }), 'select-up');
  assert.equal(commandOf('a', { ctrlKey: true }), 'select-all');
  assert.equal(commandOf('A', { metaKey: true }), 'select-all');
  for (const more of [{}, { ctrlKey: true, shiftKey: true }, { ctrlKey: true, altKey: true }])
    assert.equal(commandOf('a', more), undefined);
  assert.equal(commandOf('ArrowDown'), undefined);
});

test('Space selects and Escape clears only while something is selected', () => {
  assert.deepEqual([commandOf(' '), commandOf('Escape')], [undefined, undefined]);
  const some = { isSelecting: true };
  assert.deepEqual([commandOf(' ', {}, some), commandOf('Escape', {}, some)], ['select-here', 'unselect']);
  const reading = { ...some, isReading: true };
  assert.equal(commandOf(' ', {}, reading), undefined, 'it scrolls the open paper');
  assert.equal(commandOf('Escape', {}, reading), undefined, 'it closes the open paper');
});
