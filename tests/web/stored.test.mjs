// What is read back from a storage is looked at first: what another release, another page or an accident has left there
// is as if it were not there.
import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createFirstView } from '../../web/src/app/first-view.js';
import { createArchiving } from '../../web/src/features/archive/archiving.js';
import { createSaving } from '../../web/src/features/saved/saving.js';
import { HOME } from '../../web/src/app/fragment.js';
import { INITIAL } from '../../web/src/app/state.js';
import { createStore } from '../../web/src/app/store.js';
import { openDatabase } from '../../web/src/storage/database.js';
import { openKeptLibrary } from '../../web/src/storage/kept-library.js';
import { createKeptMarks } from '../../web/src/marks/kept-marks.js';
import { folderFrom } from '../../web/src/storage/kept-rows.js';
import { searchRecordsFrom, shownSearches } from '../../web/src/marks/saved-search.js';
import { createTabs } from '../../web/src/storage/tabs.js';
import { createLocalStorage } from './support/window.mjs';

const BUILD = 'this one';
const FIRST_VIEW = 'broadsheet.first-view';
const text = { text: 'Tea', marks: [] };

const ROW = {
  paper: 0,
  key: '2601.00001@a',
  number: 1,
  id: '2601.00001',
  date: '2026-01-14',
  digest: 'a',
  category: 'cs.LG',
  title: text,
  work: '2601.00001',
  authors: text,
  moreAuthors: 0,
  appearances: 1,
  summary: text,
  summaryField: 'tldr',
};
const RESULT = {
  total: 1,
  categories: [{ value: 'cs.LG', count: 1 }],
  days: [{ value: '2026-01-14', count: 1, unread: 1 }],
  authors: [],
  languages: [{ value: 'en', count: 1 }],
  sets: [{ value: 'is:read', count: 0 }],
  withCode: 0,
  withoutSummary: 0,
  issues: [],
  suggested: '',
  suggestion: '',
  asTyped: '',
  milliseconds: 0.5,
};
const ANSWER = { result: RESULT, generation: 3, paperCount: 1, position: -1, from: 0, rows: [ROW] };
const DIGEST = {
  id: 1,
  content: 'x',
  label: 'a',
  name: 'a',
  date: '2026-01-14',
  papers: 1,
  diagnostics: [{ code: 'unsafe_link', line: 3, message: 'ftp://x' }],
  fileName: 'a.md',
  stem: '2026-01-14||.md',
  written: 0,
  rest: false,
};
const DAY = {
  day: '2026-01-14',
  papers: 1,
  categories: [{ category: 'cs.LG', claimed: -1, papers: 1 }],
};
const VIEW = {
  build: BUILD,
  answer: ANSWER,
  digests: [DIGEST],
  contents: { days: 1, newest: [DAY] },
};

beforeEach(() => (globalThis.localStorage = createLocalStorage()));

/** @param {string | null} kept */
function show(kept) {
  if (kept !== null) localStorage.setItem(FIRST_VIEW, kept);
  const store = createStore({ ...INITIAL, address: HOME });
  const rows = /** @type {any} */ ({ reset() {} });
  const hasLibrary = createFirstView({ store, rows, build: BUILD }).show();
  return { hasLibrary, shows: store.get().answer !== null };
}

test('TheListOfLastTimeIsShownWhereThisBuildHasKeptIt', () => {
  assert.deepEqual(show(JSON.stringify(VIEW)), { hasLibrary: true, shows: true });
  assert.deepEqual(show(null), { hasLibrary: true, shows: true });
  localStorage.removeItem(FIRST_VIEW);
  assert.deepEqual(show(null), { hasLibrary: false, shows: false });
});

/** @param {(view: any) => void} change */
function changed(change) {
  const view = structuredClone(VIEW);
  change(view);
  return JSON.stringify(view);
}

/** Each field of a record, and of those inside, without it. @param {any} record @returns {string[][]} */
const fieldsOf = (record) =>
  Object.entries(record).flatMap(([name, value]) => [
    [name],
    ...(typeof value === 'object' ? fieldsOf(value).map((rest) => [name, ...rest]) : []),
  ]);

test('AnythingUnexpectedInItMeansStartingWithoutIt', () => {
  const others = [
    '',
    '{',
    '7',
    '"x"',
    '[]',
    '{}',
    '[{"answer":{}}]',
    changed((view) => (view.build = 'before')),
  ];
  for (const kept of others) assert.deepEqual(show(kept), { hasLibrary: true, shows: false }, kept);
  /** @param {string} path @param {unknown} value */
  const fits = (path, value) =>
    path === 'answer.result.milliseconds' || // not drawn
    (path === 'contents' && value === null) ||
    (path === 'digests.0.rest' && value === true);
  for (const path of fieldsOf(VIEW)) {
    if (/\d/.test(path.at(-1) ?? '')) continue;
    for (const value of [undefined, null, {}, true]) {
      if (fits(path.join('.'), value)) continue;
      const kept = changed((view) => {
        const last = path.slice(0, -1).reduce((record, name) => record[name], view);
        last[path.at(-1) ?? ''] = value;
      });
      assert.equal(show(kept).shows, false, `${path.join('.')}: ${value}`);
    }
  }
});

test('AStorageThatIsForbiddenIsAnEmptyOne', () => {
  Object.defineProperty(globalThis, 'localStorage', {
    get() {
      throw new DOMException('denied', 'SecurityError');
    },
    configurable: true,
  });
  assert.deepEqual(show(null), { hasLibrary: false, shows: false });
  Object.defineProperty(globalThis, 'localStorage', { value: undefined, writable: true, configurable: true });
});

test('SearchesAreThoseThatAreSome', async () => {
  const search = { name: 'tea', fragment: '#q=tea' };
  const records = searchRecordsFrom([search, null, 7, { name: 'x' }, { ...search, more: 1 }]);
  assert.deepEqual(shownSearches(records), [search]);
  for (const kept of [undefined, null, {}, 'x', 7]) assert.deepEqual(searchRecordsFrom(kept), []);

  const store = createStore(INITIAL);
  const kept = createKeptMarks();
  await kept.set('searches', { not: 'a list' });
  const saving = createSaving(/** @type {any} */ ({ store, kept, onSearches() {} }));
  await saving.load();
  assert.deepEqual(store.get().searches, []);
  await saving.merge(searchRecordsFrom([search]));
  assert.deepEqual(store.get().searches, [search]);
  const [row] = /** @type {any[]} */ (await kept.setting('searches'));
  assert.deepEqual([row.name, row.fragment], [search.name, search.fragment], 'as releases before read it');
});

test('MarksAreThoseThatAreSomeAndOfNoLaterTimeThanNow', async () => {
  const database = await openDatabase();
  const late = Date.now() + 1e12;
  await database.put('marks', /** @type {any} */ ({ work: 'bad', tags: 7, note: {}, readAt: 'x' }));
  await database.put('marks', /** @type {any} */ ({ work: 'late', note: '', noteAt: late }));
  const kept = createKeptMarks();
  const all = await kept.all();
  assert.deepEqual(
    all.map(({ work, tags, note, readAt }) => ({ work, tags, note, readAt })),
    [
      { work: 'bad', tags: {}, note: '', readAt: 0 },
      { work: 'late', tags: {}, note: '', readAt: 0 },
    ],
  );
  // A year to come does not win for good, also where it is in the database already.
  const { createMarks } = await import('../../web/src/marks/marks.js');
  const ignore = () => {};
  globalThis.localStorage = createLocalStorage();
  const marks = createMarks({ kept, onSets: ignore, onChange: ignore, onKept: ignore, onUnkept: ignore });
  await marks.load();
  const { some } = kept;
  const saying = marks.say('late', { note: 'mine' });
  // The database may answer later than in the same millisecond.
  const said = Date.now();
  while (Date.now() === said);
  await saying;
  assert.equal((await some(['late']))[0].note, 'mine');
});

test('DigestsAndPartsAreThoseThatAreSome', async () => {
  const database = await openDatabase();
  const bytes = new Uint8Array([1]);
  const good = await database.add(
    'digests',
    /** @type {any} */ ({ name: 'a', bytes, packed: false, size: 1 }),
  );
  const bad = await database.add('digests', /** @type {any} */ ({ name: 7, bytes: 'x' }));
  const cut = await database.add(
    'digests',
    /** @type {any} */ ({ name: 'a', bytes, packed: false, size: 1, written: 1768377600000, left: [0, 5] }),
  );
  const placeless = await database.add(
    'digests',
    /** @type {any} */ ({ name: 'a', bytes, packed: false, size: 1, left: ['x'] }),
  );
  for (const part of [{ digests: 7 }, { digests: [], size: 1 }, { digests: [good], size: 'x' }, {}])
    await database.add('parts', /** @type {any} */ (part));
  const part = { digests: [good], size: 1, build: 'b', file: 'f' };
  const id = await database.add('parts', /** @type {any} */ (part));
  const library = await openKeptLibrary();
  assert.equal((await library.get(good))?.name, 'a');
  assert.equal(await library.get(bad), undefined);
  assert.deepEqual((await library.get(cut))?.left, [0, 5]);
  assert.equal(await library.get(placeless), undefined);
  assert.deepEqual(await library.parts(), [{ ...part, id }]);
});

test('NewsOfAnotherTabAreThoseThatAreSome', () => {
  const target = new EventTarget();
  Object.assign(globalThis, { window: target });
  /** @type {any[]} */
  const heard = [];
  createTabs((news) => heard.push(news));
  for (const newValue of [
    '{',
    '7',
    'null',
    '{"kind":"other"}',
    '{"kind":"marks","works":7}',
    '{"kind":"digests"}',
  ])
    target.dispatchEvent(Object.assign(new Event('storage'), { key: 'broadsheet.news', newValue }));
  assert.deepEqual(heard, [{ kind: 'digests' }]);
});

test('WhatIsRememberedOfAnArchiveIsUsedOnlyWhereItIsThat', async () => {
  globalThis.localStorage = createLocalStorage();
  localStorage.setItem('broadsheet.archive:x', '{"newest":7,"languages":"Chinese"}');
  const file = { url: 'u', name: 'n', digest: 'd', day: '2026-01-14', series: '', language: '', bytes: 0 };
  const site = { folder: 'x', findArchive: async () => ({ files: [file], leftOut: 0 }), source: () => file };
  /** @type {any[]} */
  const opened = [];
  const store = createStore(INITIAL);
  const opening = { open: async (/** @type {any[]} */ batch) => void opened.push(...batch) };
  const archiving = createArchiving(/** @type {any} */ ({ store, site, opening, notify() {} }));
  await archiving.find({ newest: true });
  assert.equal(opened.length, 1);
});

test('AFolderIsOneThatTheBrowserHasGiven', () => {
  for (const kept of [
    undefined,
    null,
    {},
    { handle: {}, seen: {} },
    { handle: { queryPermission: 1 }, seen: 7 },
  ])
    assert.equal(folderFrom(kept), null);
});
