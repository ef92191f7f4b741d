// What the browser keeps of this person, out as a backup and in again, and away.
import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test } from 'node:test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { freshBrowser, keptRows } from '../web/support/browser.mjs';
import { pass, settle, until } from '../web/support/clock.mjs';
import { days, dayNames, found, openPage, paper } from './support/visits.mjs';
import { MANIFEST, VERSION } from '../../web/src/storage/backup.js';

const A = '2601.00010';

/** @type {import('./support/visits.mjs').Reader} */
let reader;
beforeEach(() => {
  reader = openPage();
});

/** What the page saves as a file, and its name. @returns {Promise<{ name: string, bytes: Uint8Array }>} */
async function backUp() {
  const saving = mock.method(URL, 'createObjectURL');
  /** @type {string[]} */
  const names = [];
  // What follows is the browser’s own part, which asks where to put it.
  const create = document.createElement.bind(document);
  document.createElement = (/** @type {string} */ name) => {
    const node = create(name);
    node.click = () => names.push(/** @type {HTMLAnchorElement} */ (node).download);
    return node;
  };
  await reader.storing.backUp();
  const [blob] = /** @type {[Blob]} */ (saving.mock.calls[0].arguments);
  return { name: names[0], bytes: new Uint8Array(await blob.arrayBuffer()) };
}

/** Digests, marks and a search of a person. */
async function make() {
  // Large enough to be packed where it is kept.
  await reader.open({
    ...days(2),
    '2026-02-01.md': paper(70).replace('TL;DR: tea', `TL;DR: ${'tea 茶 '.repeat(2000)}`),
  });
  await reader.marks.say(A, { starred: true, note: 'ask about 式 $x$' });
  await reader.marks.say(A, { tag: { name: 'to read', on: true } });
  reader.browsing.replaceText('is:starred');
  await reader.saving.save();
}
const OPEN = [...dayNames(2), '2026-02-01'];

/** @param {import('./support/visits.mjs').Reader} page */
async function isAllThere(page) {
  assert.deepEqual(page.names(), OPEN);
  for (const [query, papers] of Object.entries({ 'is:starred': 1, 'is:noted': 1, 'tag:"to read"': 1, 茶: 1 }))
    assert.equal(await found(page, query), papers, query);
  assert.equal(page.marks.get(A)?.note, 'ask about 式 $x$');
  assert.deepEqual(page.store.get().searches, [{ name: 'is:starred', fragment: '#q=is:starred' }]);
}

describe('a backup', () => {
  test('has the day in its name, and the digests as they were opened', async () => {
    await make();
    const { name, bytes } = await backUp();
    assert.equal(name, `${new Date().toISOString().slice(0, 10)}.broadsheet`);
    const files = unzipSync(bytes);
    const texts = Object.entries(files).filter(([path]) => path !== MANIFEST);
    assert.deepEqual(
      texts.map(([path]) => path.split('/').at(-1)),
      OPEN.map((each) => `${each}.md`),
    );
    assert.equal(new TextDecoder().decode(texts[0][1]), paper(10));
  });

  test('brings digests, marks and searches back, however often it is opened', async () => {
    await make();
    const { bytes } = await backUp();
    freshBrowser();
    const next = openPage();
    for (let time = 0; time < 2; time++) {
      await next.open(/** @type {any} */ ({ 'a.broadsheet': bytes }));
      await isAllThere(next);
      assert.deepEqual([next.told.notices, next.told.outcomes, next.store.get().shelf.refused], [[], [], []]);
    }
    assert.equal((await keptRows('digests')).length, 3);
    const last = openPage();
    await last.start();
    await isAllThere(last);
  });

  test('never undoes what was said since', async () => {
    await make();
    const { bytes } = await backUp();
    await reader.marks.say(A, { starred: false, note: 'newer' });
    await reader.open(/** @type {any} */ ({ 'a.broadsheet': bytes }));
    assert.deepEqual([reader.marks.get(A)?.starred, reader.marks.get(A)?.note], [false, 'newer']);
    assert.equal(await found(reader, 'is:starred'), 0);
  });

  test('brings the settings back if the person agrees, and this can be undone', async () => {
    await make();
    reader.settings.set('theme', 'dark');
    const { bytes } = await backUp();
    freshBrowser();
    const next = openPage();
    await next.open(/** @type {any} */ ({ 'a.broadsheet': bytes }));
    await isAllThere(next);
    assert.deepEqual(
      next.told.asked.map(({ changes, settings }) => [changes, settings]),
      [[null, ['theme']]],
    );
    assert.equal(next.settings.value('theme'), 'dark');
    await next.undo.undo();
    assert.equal(next.settings.value('theme'), 'system');
  });

  /** @param {any} manifest */
  const holding = (manifest) =>
    /** @type {any} */ ({
      'a.broadsheet': zipSync({
        [MANIFEST]: strToU8(JSON.stringify({ format: 'broadsheet-backup', ...manifest })),
        'digests/1/2026-01-10.md': strToU8(paper(10)),
      }),
    });

  test('of a newer version says so, and its marks are left alone', async () => {
    await reader.open(holding({ version: VERSION + 1, marks: [{ work: A, starred: true, starredAt: 1 }] }));
    assert.deepEqual(reader.told.notices, [['backup.newer', undefined]]);
    assert.deepEqual([reader.marks.all(), reader.names()], [[], ['2026-01-10']]);
  });

  test('that anybody may have written costs nothing where it is odd', async () => {
    const odd = [null, 7, {}, { work: '' }, { work: 5 }, { work: 'b', tags: [1], note: {}, readAt: 'x' }];
    await reader.open(
      holding({
        version: VERSION,
        marks: [...odd, { work: A, starred: true, starredAt: 5, tags: { '“x”': { on: true, at: 5 } } }],
        searches: [null, 'tea', { name: 'no address' }, { name: 'tea', fragment: '#q=tea', more: 1 }],
      }),
    );
    assert.deepEqual(reader.marks.tags(), [{ name: 'x', count: 1 }]);
    assert.deepEqual(reader.store.get().searches, [{ name: 'tea', fragment: '#q=tea' }]);
    await reader.open(holding({ version: VERSION, marks: 'none', searches: {} }));
    assert.deepEqual([reader.names(), reader.marks.all().length], [['2026-01-10'], 2]);
  });

  test('that comes with a link brings no marks', async () => {
    await reader.open(holding({ version: VERSION, marks: [{ work: A, starred: true, starredAt: 5 }] }), {
      keeps: false,
    });
    assert.deepEqual(reader.marks.all(), []);
  });

  test('that cannot be written is no file, and said', async () => {
    reader.kept.digests = async function* () {
      throw new Error('gone');
    };
    await reader.storing.backUp();
    assert.deepEqual(reader.told.notices, [['backup.failed', undefined]]);
  });
});

describe('digests', () => {
  const cases = [
    { from: '2026-01-11', to: '2026-01-12', left: ['2026-01-10', '2026-01-13'] },
    { from: '', to: '2026-01-11', left: ['2026-01-12', '2026-01-13'] },
    { from: '2026-01-12', to: '', left: ['2026-01-10', '2026-01-11'] },
    { from: '2026-02-01', to: '2026-02-02', left: dayNames(4) },
  ];
  for (const { from, to, left } of cases)
    test(`of the days ${from || '…'} to ${to || '…'} can be removed, and the number is told`, async () => {
      await reader.open(days(4));
      await reader.removing.removeDays(from, to);
      const n = 4 - left.length;
      if (n === 0) assert.deepEqual(reader.told.notices, [['storage.days.removed', { n }]]);
      else assert.deepEqual(reader.told.done, [`${n} days were removed.`]);
      assert.deepEqual(reader.names(), left);
      assert.equal((await keptRows('digests')).length, left.length);
    });

  test('of no day stay', async () => {
    await reader.open({ 'notes.md': paper(50), ...days(1) });
    await reader.removing.removeDays('', '');
    assert.deepEqual(reader.told.done, ['1 day was removed.']);
    assert.deepEqual(reader.names(), ['notes']);
  });

  test('that were removed come back, stored again and with the same papers', async () => {
    await reader.open(days(4));
    const [before] = await keptRows('digests');
    await reader.removing.removeDays('2026-01-10', '2026-01-12');
    assert.deepEqual(reader.names(), ['2026-01-13']);
    await reader.undo.undo();
    assert.deepEqual(reader.names(), dayNames(4), 'where they were');
    const rows = await keptRows('digests');
    const { id: _, ...again } = rows.find(({ name }) => name === before.name);
    const { id: __, ...first } = before;
    assert.deepEqual(again, first);
    await reader.undo.redo();
    assert.deepEqual(reader.names(), ['2026-01-13']);
    assert.equal((await keptRows('digests')).length, 1);
  });

  test('that are not stored come back, too', async () => {
    await reader.open(days(2), { keeps: false });
    await reader.removing.removeDigest('2026-01-10');
    assert.deepEqual(reader.names(), ['2026-01-11']);
    await reader.undo.undo();
    assert.deepEqual(reader.names(), dayNames(2), 'where they were');
    assert.deepEqual(await keptRows('digests'), [], 'nobody chose to keep them');
  });
});

test('of everything that was kept nothing is left, and nothing comes back', async () => {
  await make();
  await reader.storing.forgetEverything();
  for (const store of ['digests', 'marks', 'parts']) assert.deepEqual(await keptRows(store), [], store);
  assert.ok(!(await keptRows('settings')).some((row) => Array.isArray(row)), 'no saved search');
  assert.deepEqual([reader.names(), reader.marks.all(), reader.store.get().searches], [[], [], []]);
  await reader.open(days(2));
  assert.equal(await found(reader, 'is:starred'), 0);
  const next = openPage();
  await next.start();
  assert.deepEqual([next.names(), next.marks.all(), next.store.get().searches], [dayNames(2), [], []]);
});

test('what is opened while everything is being removed stays, and is kept', async () => {
  await make();
  const bibliography = '@misc{a, eprint={2601.00010}}';
  await Promise.all([
    reader.storing.forgetEverything(),
    reader.open({ 'refs.bib': bibliography }),
    reader.open(days(2)),
  ]);
  const next = openPage();
  await next.start();
  for (const page of [reader, next]) {
    assert.deepEqual([page.names(), page.marks.all(), page.store.get().searches], [dayNames(2), [], []]);
    await until('its paper is recognised', () => page.store.get().collections[0]?.here.length === 1);
  }
});

describe('of a database that did not answer when the page was opened', () => {
  /** @type {import('./support/visits.mjs').Reader} */
  let next;
  beforeEach(async () => {
    await make();
    indexedDB.open = () => new IDBOpenDBRequest();
    next = openPage();
    await inTime(next.start());
  });
  const answers = () => Reflect.deleteProperty(indexedDB, 'open');

  /** Lets time pass until it is done. @param {Promise<unknown>} work */
  async function inTime(work) {
    let done = false;
    const ended = work.finally(() => (done = true));
    while (!done) {
      pass(1000);
      await settle();
    }
    await ended;
  }

  test('the person is told', () => {
    assert.deepEqual(next.told.notes, [{ code: 'late_storage', name: '' }]);
    assert.deepEqual([next.names(), next.told.failures], [[], []]);
  });

  test('what is opened once it answers is kept, and can be removed', async () => {
    answers();
    await next.open({ '2026-03-01.md': paper(80) });
    const isKept = async () => (await keptRows('digests')).some(({ name }) => name === '2026-03-01.md');
    assert.equal(await isKept(), true);
    assert.equal(await next.library.remove(['2026-03-01']), true);
    assert.deepEqual([await isKept(), next.names(), next.told.failures], [false, [], []]);
  });

  test('all can be removed once it answers', async () => {
    answers();
    await next.storing.forgetEverything();
    assert.deepEqual([next.told.notices, next.told.failures], [[], []]);
    for (const store of ['digests', 'marks', 'parts']) assert.deepEqual(await keptRows(store), [], store);
  });

  for (const [when, page] of /** @type {const} */ ([
    ['as long as it does not', () => next],
    ['where nothing else had asked it', () => openPage()],
  ]))
    test(`nothing is called removed ${when}`, async () => {
      const reader = page();
      await inTime(reader.storing.forgetEverything());
      answers();
      assert.deepEqual(reader.told.notices, [['storage.forget.failed', undefined]]);
      for (const store of ['digests', 'marks']) assert.notDeepEqual(await keptRows(store), [], store);
    });
});

describe('the browser', () => {
  test('is asked once to keep all for good, and says how much there is', async () => {
    const persist = mock.fn(async () => true);
    const estimate = async () => ({ usage: 5, quota: 50 });
    Object.assign(navigator, {
      storage: { estimate, persisted: async () => persist.mock.callCount() > 0, persist },
    });
    await reader.storing.measure();
    assert.deepEqual(reader.store.get().storage, { used: 5, quota: 50, persisted: false, keeps: true });
    for (let time = 0; time < 2; time++) await reader.storing.keepForGood();
    assert.equal(persist.mock.callCount(), 1);
    assert.deepEqual(reader.store.get().storage, { used: 5, quota: 50, persisted: true, keeps: true });
  });

  test('that tells nothing, and keeps nothing, is no error', async () => {
    reader.kept.keeps = async () => false;
    await reader.storing.keepForGood();
    assert.deepEqual(reader.store.get().storage, { used: 0, quota: 0, persisted: false, keeps: false });
  });
});
