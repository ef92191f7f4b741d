import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comboboxKey } from '../../web/src/features/search/combobox-keys.js';

const NONE = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false };
const CLOSED = { open: false, active: false };
const OPEN = { open: true, active: false };
const ACTIVE = { open: true, active: true };

/** @param {string} key @param {typeof CLOSED} popup @param {Partial<typeof NONE>} [more] */
const means = (key, popup, more = {}) => comboboxKey({ key, ...NONE, ...more }, popup);

test('without a popup the keys lead out of the field', () => {
  for (const key of ['ArrowDown', 'Enter', 'Escape']) assert.equal(means(key, CLOSED), 'leave');
  for (const key of ['ArrowUp', 'Tab', 'a']) assert.equal(means(key, CLOSED), undefined);
});

test('an open popup is moved in and closed, and Enter still leads out', () => {
  assert.equal(means('ArrowDown', OPEN), 'down');
  assert.equal(means('ArrowUp', OPEN), 'up');
  assert.equal(means('Escape', OPEN), 'close');
  assert.equal(means('Enter', OPEN), 'leave');
  assert.equal(means('Tab', OPEN), undefined);
});

test('Enter and Tab take the active option, Shift+Tab goes back as ever', () => {
  assert.equal(means('Enter', ACTIVE), 'accept');
  assert.equal(means('Tab', ACTIVE), 'accept');
  assert.equal(means('Tab', ACTIVE, { shiftKey: true }), undefined);
});

test('Alt+Down asks for completions, other shortcuts are the browser’s', () => {
  assert.equal(means('ArrowDown', CLOSED, { altKey: true }), 'ask');
  assert.equal(means('Enter', ACTIVE, { ctrlKey: true }), undefined);
});

test('while an input method composes every key is its own', () => {
  for (const key of ['ArrowDown', 'ArrowLeft', 'Enter', 'Escape', 'Tab'])
    assert.equal(means(key, ACTIVE, { isComposing: true }), undefined);
});
