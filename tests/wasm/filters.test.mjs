// The filters of the page against the real reader of queries: whatever was typed, a filter narrows all of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { toggleFilter } from '../../web/src/text/filter-words.js';

const root = new URL('../../', import.meta.url);
const core = await createRequire(import.meta.url)('../../build/wasm/broadsheet.js')({
  wasmBinary: readFileSync(new URL('build/wasm/broadsheet.wasm', root)),
});

const UNREAD = 'is:unread';
const PIECES = [
  'attention',
  'cache',
  'graph',
  'OR',
  'OR',
  'AND',
  'NOT',
  '-',
  '(',
  ')',
  '"',
  'title:',
  'NEAR',
];

/** The same numbers each time. @param {number} seed */
function numbers(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

/** A parenthesis that closes nothing is left out, which can make an operator of the word before it. @param {string} query */
function closesNothing(query) {
  let depth = 0;
  for (const sign of query) if ((depth += Number(sign === '(') - Number(sign === ')')) < 0) return true;
  return false;
}

function openExamples() {
  const library = new core.Library();
  for (const name of ['query-examples-january.md', 'query-examples-february.md']) {
    const bytes = new Uint8Array(readFileSync(new URL(`tests/fixtures/${name}`, root)));
    assert.equal(library.read(name, bytes, 0).code, 'ok');
    while (library.index(16) > 0);
  }
  return library;
}

test('AFilterNarrowsTheWholeQueryWhateverWasTyped', () => {
  const library = openExamples();
  const whole = {
    categories: [],
    days: [],
    authors: [],
    languages: [],
    sets: [],
    withCode: false,
    withoutSummary: false,
    hiddenSets: [],
    order: 'digest',
    feedback: false,
  };
  let respelt = false;
  const find = (/** @type {string} */ text) => {
    const { total, suggested } = library.search({ ...whole, text, typing: false });
    respelt ||= suggested !== '';
    return library
      .rows(0, total)
      .map((/** @type {{ work: string }} */ row) => row.work)
      .sort();
  };
  const all = find('');
  library.defineSet('is:read', [all[0], all[2]]);
  const unread = new Set(find(UNREAD));
  assert.equal(unread.size, all.length - 2);
  const next = numbers(7);
  let compared = 0;
  for (let round = 0; round < 4000; round++) {
    const pieces = Array.from({ length: 1 + next(7) }, () => PIECES[next(PIECES.length)]);
    const query = pieces.join(next(3) ? ' ' : '');
    if (closesNothing(query)) continue;
    const narrowed = toggleFilter(query, UNREAD);
    const back = toggleFilter(narrowed, UNREAD);
    respelt = false;
    const found = { query: find(query), narrowed: find(narrowed), back: find(back) };
    // What is not found as it was typed is looked for in another spelling.
    if (respelt) continue;
    compared += 1;
    const expected = found.query.filter((/** @type {string} */ work) => unread.has(work));
    assert.deepEqual(found.narrowed, expected, `${query} → ${narrowed}`);
    assert.deepEqual(found.back, found.query, `${query} → ${narrowed} → ${back}`);
  }
  assert.ok(compared > 2000, `only ${compared} queries were compared`);
  library.delete();
});
