// The list under "Files", as a browser's document would show it.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { parseHTML } from 'linkedom';
import { formatDay } from '../../web/src/i18n/index.js';

/** @type {typeof import('../../web/src/features/files/report-list.js').createReportList} */
let createReportList;

before(async () => {
  const { document, window } = parseHTML('<!doctype html><body></body>');
  Object.assign(globalThis, { document, window, HTMLElement: window.HTMLElement });
  ({ createReportList } = await import('../../web/src/features/files/report-list.js'));
});

/** @param {string} fileName @param {object} [more] @returns {any} */
const file = (fileName, more) => ({
  fileName,
  label: fileName,
  date: fileName.match(/\d{4}-\d\d-\d\d/)?.[0] ?? '',
  papers: 12,
  diagnostics: [],
  rest: false,
  ...more,
});
const odd = { diagnostics: [{ code: 'unexpected_text', line: 7, message: 'this line belongs to no paper' }] };

/** A family's archive: three files a day. @param {number} count */
function archive(count) {
  const endings = ['.jsonl', '_AI_enhanced_Chinese.jsonl', '.md'];
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.UTC(2025, 0, 1 + Math.floor(i / 3))).toISOString().slice(0, 10);
    return file(`${day}${endings[i % 3]}`);
  });
}

/** @param {any[]} digests @param {any[]} [refused] */
function show(digests, refused = []) {
  /** @type {string[]} */
  const removed = [];
  const list = createReportList((label) => removed.push(label));
  document.body.replaceChildren(list.node);
  list.update({ digests, refused, known: [] });
  return { list, removed };
}

/** @param {string} selector */
const texts = (selector) => [...document.querySelectorAll(selector)].map((node) => node.textContent?.trim());

/** @param {string} text */
function search(text) {
  const input = /** @type {HTMLInputElement} */ (document.querySelector('.report-search'));
  input.value = text;
  input.dispatchEvent(new window.Event('input'));
}

describe('the list of files', () => {
  test('begins with those that have something to say, each with its equal remarks as one', () => {
    const twice = { diagnostics: [...odd.diagnostics, { ...odd.diagnostics[0], line: 9 }] };
    show([file('2026-01-14.md', twice), file('2026-01-15.md')], [{ name: 'x.md', code: 'not_text' }]);
    assert.deepEqual(texts('.report-group > h3, .report-month > summary'), [
      'With remarks (2)',
      'January 2026 1 file',
    ]);
    assert.deepEqual(texts('.report-group h4'), ['x.md', '2026-01-14.md 12 papers']);
    assert.deepEqual(texts('[data-code] .report-line'), ['2 times']);
    assert.deepEqual(texts('[data-code] .report-place'), ['Lines 7 and 9: this line belongs to no paper']);
  });

  test('says in the line of a file what no paper of it has, and that it is the rest of an older one', () => {
    const absent = [{ code: 'absent_field', line: 0, message: 'tldr, main category' }];
    show([file('2026-01-14.jsonl', { diagnostics: absent }), file('2026-01-13.md', { rest: true })]);
    assert.deepEqual(texts('.report-file h4'), [
      '2026-01-14.jsonl 12 papers · without TL;DR and main category',
      '2026-01-13.md 12 papers · from an earlier version, no longer in the newer one',
    ]);
    assert.deepEqual(texts('.report-note'), ['All files were read without remarks.']);
  });

  test('of a few files shows all by day, without a search', () => {
    show(archive(6));
    const days = ['2025-01-02', '2025-01-01'].map((day) => formatDay(day, 'full'));
    assert.deepEqual(texts('.report-day > h3'), days);
    assert.equal(texts('.report-file').length, 6);
    assert.equal(document.querySelector('.report-search')?.hasAttribute('hidden'), true);
  });

  test('of a year of files builds none that is folded, and a month when it is unfolded', () => {
    show(archive(1001));
    assert.equal(texts('.report-month').length, 11);
    assert.equal(texts('.report-file').length, 0);
    const [month] = document.querySelectorAll('.report-month');
    /** @type {any} */ (month).open = true;
    month.dispatchEvent(new window.Event('toggle'));
    assert.equal(texts('.report-month .report-file').length, 89);
  });

  test('keeps a month unfolded while the library changes', () => {
    const { list } = show(archive(1001));
    const month = /** @type {any} */ (document.querySelector('.report-month'));
    month.open = true;
    month.dispatchEvent(new window.Event('toggle'));
    list.update({ digests: archive(1000), refused: [], known: [] });
    assert.equal(texts('.report-month .report-file').length, 88);
  });

  test('of a thousand files in trouble builds some, and the next ones when they are wanted', () => {
    show(archive(1001).map((each) => ({ ...each, ...odd })));
    assert.equal(texts('.report-file').length, 50);
    /** @type {any} */ (document.querySelector('.more')).click();
    assert.equal(texts('.report-file').length, 100);
  });

  test('is searched by name and day', () => {
    const { removed } = show(archive(1001), [{ name: '2025-03-01.zip', code: 'encrypted' }]);
    search('march chinese');
    assert.deepEqual(texts('.report-group > h3'), ['31 files found']);
    search('2025-03-01');
    assert.deepEqual(texts('.report-file h4'), [
      '2025-03-01.zip',
      '2025-03-01.jsonl 12 papers',
      '2025-03-01_AI_enhanced_Chinese.jsonl 12 papers',
      '2025-03-01.md 12 papers',
    ]);
    /** @type {any} */ (document.querySelector('.report-remove')).click();
    assert.deepEqual(removed, ['2025-03-01.jsonl']);
    search('tea');
    assert.deepEqual(texts('.report-note'), ['No file has this in its name or day.']);
    search('');
    assert.equal(texts('.report-month').length, 11);
  });
});
