import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { writtenDay } from '../../web/src/archive/written-day.js';

// The core's test has the same table.
const CASES = JSON.parse(readFileSync(new URL('../support/days-in-names.json', import.meta.url), 'utf8'));

test('the page reads days in names as the core does', () => {
  assert.ok(CASES.length > 50);
  for (const [name, day] of CASES) assert.equal(writtenDay(name).day, day, name);
});
