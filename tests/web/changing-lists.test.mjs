// The lists of the page that change while a person is in them.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { setUpDocument } from './support/window.mjs';
import { giveFocus } from './support/focus.mjs';

setUpDocument();
const { createFacet } = await import('../../web/src/features/filters/facet.js');
const { createSavedList } = await import('../../web/src/features/saved/saved-list.js');
const { createReportList } = await import('../../web/src/features/files/report-list.js');
const { createArchiveDays } = await import('../../web/src/features/archive/archive-days.js');
const { createAppearances } = await import('../../web/src/features/paper/paper-appearances.js');
const { createRepair } = await import('../../web/src/features/paper/paper-repair.js');

beforeEach(() => giveFocus(setUpDocument()));

const nothing = () => {};
/** @param {string} selector */
const all = (selector) => /** @type {any[]} */ ([...document.querySelectorAll(selector)]);
/** @param {string} selector @param {number} [at] */
const focusOn = (selector, at = 0) => all(selector)[at].focus();
const hasFocus = () => /** @type {any} */ (document.activeElement);

describe('a group of filters', () => {
  /** @param {string} values @param {string[]} [selected] */
  const counts = (values, selected = []) =>
    /** @type {const} */ ([[...values].map((value) => ({ value, count: value.charCodeAt(0) })), selected]);

  function show() {
    const facet = createFacet({ legend: 'Letters', testId: 'letter', onToggle: nothing });
    document.body.append(facet.node);
    return facet;
  }

  test('keeps the focus on a value while others come, go and change places', () => {
    const facet = show();
    facet.update(...counts('abc'));
    focusOn('input', 1);
    for (const values of ['cba', 'xbc', 'b', 'ab']) {
      facet.update(...counts(values, ['b']));
      assert.deepEqual(
        all('input').map((box) => box.dataset.value),
        [...values],
      );
      assert.deepEqual([hasFocus().dataset.value, hasFocus().checked], ['b', true]);
    }
  });

  test('gives the focus of a value that goes to the next', () => {
    const facet = show();
    facet.update(...counts('abc'));
    focusOn('input', 1);
    facet.update(...counts('ac'));
    assert.equal(hasFocus().dataset.value, 'c');
  });
});

describe('the saved searches', () => {
  const search = (/** @type {string} */ name) => ({ name, fragment: `#q=${name}` });

  function show() {
    const list = createSavedList({
      onOpen: nothing,
      onRename: nothing,
      onMove: nothing,
      onForget: nothing,
      onSave: nothing,
    });
    document.body.append(list.node);
    /** @param {object} [state] */
    const update = (state) => list.update({ searches: [], unseen: {}, canSave: false, ...state });
    return { update };
  }

  test('give the focus of one that is forgotten to the same button of the next, or to one that saves', () => {
    const { update } = show();
    update({ searches: [search('tea'), search('milk')] });
    all('.saved-more')[0].click();
    focusOn('.yours-forget');
    update({ searches: [search('milk')], canSave: true });
    assert.match(hasFocus().getAttribute('aria-label'), /milk/);
    update({ canSave: true });
    assert.equal(hasFocus().dataset.testid, 'save-search');
  });
});

describe('the list of files', () => {
  const odd = [{ code: 'unexpected_text', line: 7, message: '' }];
  /** @param {string} day @param {any} [more] @returns {any} */
  const file = (day, more) => ({
    fileName: `${day}.md`,
    label: day,
    date: day,
    papers: 1,
    diagnostics: [],
    rest: false,
    ...more,
  });

  /** @param {any[]} digests */
  function show(digests) {
    const add = document.createElement('button');
    const list = createReportList(nothing, () => add);
    document.body.append(add, list.node);
    /** @param {any[]} digests */
    const update = (digests) => list.update({ digests, refused: [], known: [] });
    update(digests);
    return { update, add };
  }
  const removes = () => hasFocus().getAttribute('aria-label');

  test('gives the focus of a removed file to the next, across days and months, then to the one before', () => {
    const [a, b, c] = [file('2026-02-02'), file('2026-01-15'), file('2026-01-14')];
    const { update, add } = show([a, b, c]);
    focusOn('.report-remove');
    update([b, c]);
    assert.match(removes(), /2026-01-15/);
    update([b]);
    assert.match(removes(), /2026-01-15/);
    update([]);
    assert.equal(hasFocus(), add);
  });

  test('keeps the nodes, and so the place, of files that stay', () => {
    const trouble = file('2026-01-10', { diagnostics: odd });
    const files = [file('2026-01-15'), file('2026-01-14'), trouble];
    const { update } = show(files);
    const before = all('.report-file');
    focusOn('.report-remove', 2);
    update(
      [...files, file('2026-01-16'), file('2026-01-09', { diagnostics: odd })].map((each) => ({ ...each })),
    );
    const after = new Set(all('.report-file'));
    assert.equal(after.size, 5);
    assert.ok(before.every((node) => after.has(node)));
    assert.match(removes(), /2026-01-14/);
  });

  test('shows as many files in trouble as were asked for, whatever comes or goes', () => {
    const many = Array.from({ length: 120 }, (_, at) => file(`d${at}`, { diagnostics: odd }));
    const { update } = show(many);
    all('.more')[0].click();
    assert.equal(all('.report-file').length, 100);
    assert.match(removes(), /d50/);
    update(many.slice(1));
    assert.equal(all('.report-file').length, 100);
    assert.match(removes(), /d50/);
  });

  test('shows a file anew of which only a rest is left', () => {
    const { update } = show([file('2026-01-14', { papers: 9 })]);
    update([file('2026-01-14', { papers: 2, rest: true })]);
    assert.match(all('.report-file h4')[0].textContent, /2 papers · from an earlier version/);
  });
});

describe('the days of an archive', () => {
  /** @param {string} day @param {string} language */
  const fileOf = (day, language) => ({
    url: `${day}_${language}`,
    name: day,
    day,
    language,
    series: '',
    bytes: 0,
  });
  /** @param {string[]} days @param {string} language */
  const daysOf = (days, language) =>
    days.map((day) => ({ day, files: [/** @type {any} */ (fileOf(day, language))] }));

  function show() {
    /** @type {string[][]} */
    const loaded = [];
    const list = createArchiveDays({
      onDay: (files) => loaded.push(files.map(({ url }) => url)),
      onMany: nothing,
      onLanguages: nothing,
    });
    document.body.append(list.node);
    /** @param {any} days @param {string} language */
    const update = (days, language) =>
      list.update({
        days,
        languages: ['Chinese', 'English'].map((name) => ({ name, chosen: name === language })),
        leftOut: 0,
        statusOf: () => ({ kind: 'absent' }),
      });
    return { update, loaded };
  }

  test('keep what is unfolded and the focus when other languages are chosen, and load those', () => {
    const days = ['2026-02-02', '2026-01-30', '2025-12-31'];
    const { update, loaded } = show();
    update(daysOf(days, 'English'), 'English');
    const [, january] = all('.archive-month');
    january.open = true;
    january.dispatchEvent(new Event('toggle'));
    const button = january.querySelector('li button');
    focusOn('input[name=Chinese]');
    update(daysOf(days, 'Chinese'), 'Chinese');
    assert.equal(hasFocus().name, 'Chinese');
    assert.equal(all('.archive-month')[1], january);
    assert.equal(january.querySelector('li button'), button);
    assert.match(january.querySelector('li').textContent, /Chinese/);
    button.click();
    assert.deepEqual(loaded, [['2026-01-30_Chinese']]);
  });

  test('stay in their order when a day comes', () => {
    const { update } = show();
    update(daysOf(['2026-02-02', '2026-01-30'], 'English'), 'English');
    update(daysOf(['2026-02-03', '2026-02-02', '2026-01-31', '2026-01-30'], 'English'), 'English');
    assert.deepEqual(
      all('[data-testid=archive-day]').map(({ dataset }) => dataset.day),
      ['2026-02-03', '2026-02-02'],
    );
    assert.match(all('summary')[1].textContent, /January 2026 .*2/);
  });
});

describe('what stands under a paper', () => {
  test('is the same list of places when another of them is opened: its button keeps the focus', () => {
    const appearances = ['a', 'b'].map((key) => ({ key, file: `${key}.md`, date: '', version: 0 }));
    const list = createAppearances(nothing);
    document.body.append(list.node);
    /** @param {string} key */
    const open = (key) => list.update({ paper: /** @type {any} */ ({ key, appearances }) });
    open('a');
    focusOn('li button', 1);
    open('b');
    assert.deepEqual([hasFocus().textContent, hasFocus().getAttribute('aria-current')], ['b.md', 'true']);
    assert.equal(all('[aria-current]').length, 1);
  });

  test('is a button that keeps the focus as it shows the file’s own text, and back', () => {
    /** @type {boolean[]} */
    const asked = [];
    const repair = createRepair((verbatim) => asked.push(verbatim));
    document.body.append(repair.node);
    repair.update({ verbatim: false });
    all('button')[0].click();
    repair.update({ verbatim: true });
    assert.equal(all('button')[0].getAttribute('aria-pressed'), 'true');
    all('button')[0].click();
    assert.deepEqual(asked, [true, false]);
  });
});
