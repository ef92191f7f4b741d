// The line over the list that says how much of a day is left.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createLocalStorage, setUpDocument } from './support/window.mjs';
import { createDayBar } from '../../web/src/features/triage/day-bar.js';

/** @type {Document} */
let document;
/** @type {string[]} */
let finished;

beforeEach(() => {
  globalThis.localStorage = createLocalStorage();
  document = setUpDocument();
  finished = [];
});

/** @param {string} testId @returns {any} */
const part = (testId) => document.querySelector(`[data-testid=${testId}]`);

function openBar() {
  const bar = createDayBar((day) => finished.push(day));
  document.body.append(bar.node);
  return bar;
}

test('says how much of the day in view is left, and finishes that day', () => {
  const bar = openBar();
  assert.equal(bar.node.hidden, true);
  bar.update({ day: '2026-01-14', unread: 23, papers: 70 });
  assert.match(bar.node.textContent ?? '', /^Jan 14|14 Jan/);
  assert.equal(part('day-left').textContent, '23 of 70 unread');
  part('finish-day').click();
  assert.deepEqual(finished, ['2026-01-14']);
  bar.update({ day: '2026-01-14', unread: 0, papers: 70 });
  assert.equal(part('day-left').textContent, 'Finished ✓');
  assert.equal(part('finish-day').hidden, true);
});

test('names a day of which no more is known, and a digest without a date as it is called', () => {
  const bar = openBar();
  bar.update({ day: '<b>teas</b>', unread: -1, papers: 0 });
  assert.equal(document.querySelector('.day-name')?.textContent, '<b>teas</b>');
  assert.equal(part('day-left').textContent, '');
  assert.equal(part('finish-day').hidden, false);
  bar.update(null);
  assert.equal(bar.node.hidden, true);
});
