// The bar of the selected papers, and the sheet that is printed of them.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { createLocalStorage, setUpDocument } from './support/window.mjs';
import { giveFocus } from './support/focus.mjs';
import { formatDay } from '../../web/src/i18n/index.js';
import { NOTHING } from '../../web/src/app/selection.js';
import { createSelectionBar } from '../../web/src/features/selection/selection-bar.js';
import { printSheet } from '../../web/src/features/selection/print-sheet.js';

/** @type {Document} */
let document;
/** @type {string[]} */
let done;

beforeEach(() => {
  globalThis.localStorage = createLocalStorage();
  document = setUpDocument();
  giveFocus(document);
  done = [];
});

function openBar() {
  const bar = createSelectionBar({
    onRun: (command) => done.push(command),
    onTag: (name) => done.push(`tag ${name}`),
    onList: () => done.push('list'),
  });
  document.body.append(bar.node);
  return bar;
}

/** @param {string} testId @returns {any} */
const part = (testId) => document.querySelector(`[data-testid=${testId}]`);
/** @param {number} n */
const some = (n, outside = 0) => ({
  ...NOTHING,
  works: new Set(Array.from({ length: n }, (_, at) => `w${at}`)),
  outside,
});

describe('the bar', () => {
  test('says how many papers are selected, and how many of them the list does not show', () => {
    const bar = openBar();
    assert.equal(bar.update(some(12), true, 40), '12 selected');
    assert.equal(bar.update(some(12, 3), true, 9), '12 selected, 3 not in this list');
    assert.equal(part('selection-count').textContent, '12 selected, 3 not in this list');
    assert.equal(part('select-all').hidden, true, 'all of the list are');
    bar.update(some(0), true, 9);
    assert.equal(part('selected-star').disabled, true);
  });

  test('runs a command by each button', () => {
    const bar = openBar();
    bar.update(some(2), true, 9);
    for (const name of ['selected-star', 'selected-done', 'copy-links', 'unselect']) part(name).click();
    assert.deepEqual(done, ['selected-star', 'selected-done', 'copy-links', 'unselect']);
  });

  test('asks for a tag, says it normalized, and gives the focus back to the list', () => {
    const bar = openBar();
    bar.update(some(2), true, 9);
    bar.askTag([{ name: 'kv' }, { name: 'to read' }]);
    assert.equal(part('selected-star').closest('[hidden]') !== null, true);
    assert.equal(document.querySelectorAll('datalist option').length, 2);
    const input = part('selection-tag-input');
    assert.equal(document.activeElement, input);
    input.value = ' to   read ';
    input.dispatchEvent(Object.assign(new Event('keydown'), { key: 'Enter' }));
    assert.deepEqual(done, ['list', 'tag to read']);
    assert.equal(part('selected-star').closest('[hidden]'), null);
  });

  test('gives its focus to the list when it goes', () => {
    const bar = openBar();
    bar.update(some(1), true, 9);
    part('unselect').focus();
    bar.update(NOTHING, false, 9);
    assert.deepEqual(done, ['list']);
  });
});

test('the printed sheet has of each paper its title, authors, source and fields, as text', () => {
  const marks = /** @type {number[]} */ ([]);
  /** @type {any} */
  const paper = {
    title: { text: '<b>Bold</b> claims', marks },
    authors: [
      { text: 'Ada', marks },
      { text: 'Bo', marks },
    ],
    id: '2601.00001',
    version: 2,
    date: '2026-01-14',
    digest: '2026-01-14',
    categories: ['cs.LG', 'cs.CL'],
    fields: [
      { name: 'tldr', known: true, missing: false, text: 'Short.', marks },
      { name: 'abstract', known: true, missing: false, text: 'Long.', marks },
    ],
  };
  const sheet = printSheet([paper, paper]);
  assert.equal(sheet.querySelectorAll('article').length, 2);
  const text = (/** @type {string} */ selector) => sheet.querySelector(selector)?.textContent;
  assert.equal(text('h2'), '<b>Bold</b> claims');
  assert.equal(text('.paper-authors'), 'Ada, Bo');
  assert.equal(
    text('.print-source'),
    `arXiv:2601.00001v2 · ${formatDay('2026-01-14', 'full')} · cs.LG, cs.CL`,
  );
  assert.equal(text('[data-field=abstract] .field-text'), 'Long.');
});
