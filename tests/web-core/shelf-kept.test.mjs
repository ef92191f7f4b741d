// The shelf over time: a worker that stops, digests that go, other tabs, and what cannot be kept.
import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { keptRows } from '../web/support/browser.mjs';
import { until } from '../web/support/clock.mjs';
import { dayNames, days, found, hurry, openPage, paper, refused } from './support/visits.mjs';
import { createPlatform } from './support/workers.mjs';

describe('a core that stops', () => {
  test('is replaced: the file is named, what was open is there again, what follows opens', async () => {
    const reader = openPage({ platform: createPlatform({ deadly: new Set(['deadly.md']) }) });
    await reader.open(days(2));
    // Not kept: it is read again.
    await reader.open({ 'sample.md': paper(50) }, { keeps: false });
    await reader.open({ 'deadly.md': paper(60), '2026-02-01.md': paper(70) });
    assert.deepEqual(reader.told.stops, ['RuntimeError: unreachable']);
    assert.deepEqual(refused(reader), ['deadly.md stopped']);
    assert.deepEqual(reader.names().toSorted(), [...dayNames(2), '2026-02-01', 'sample'].toSorted());
    assert.equal(reader.platform.started(), 2);
    assert.equal(await found(reader, ''), 4);
  });

  test('in a reader, and then in the searching worker, costs the other files nothing', async () => {
    navigator.hardwareConcurrency = 2;
    const platform = createPlatform({ deadly: new Set(['2026-01-12.md']) });
    const reader = openPage({ platform });
    const opening = reader.open(days(5));
    await until('readers have started', () => platform.started() >= 3);
    await opening;
    assert.deepEqual(refused(reader), ['2026-01-12.md stopped']);
    assert.deepEqual(
      reader.names(),
      dayNames(5).filter((name) => name !== '2026-01-12'),
    );
  });

  test('between two files is replaced before the next is read', async () => {
    const reader = openPage();
    await reader.open(days(2));
    reader.platform.crash();
    await reader.open(days(3), { keeps: true, merges: true });
    assert.equal(reader.told.stops.length, 1);
    assert.deepEqual(reader.names(), dayNames(3));
  });
});

describe('removing', () => {
  test('takes digests out of the list and of what is kept, and tells the other tabs', async () => {
    const reader = openPage();
    await reader.open(days(3));
    const { digests } = reader.store.get().shelf;
    await reader.library.remove([digests[1].label]);
    assert.deepEqual(reader.names(), ['2026-01-10', '2026-01-12']);
    assert.deepEqual(
      (await keptRows('digests')).map(({ name }) => name),
      ['2026-01-10.md', '2026-01-12.md'],
    );
    assert.deepEqual(reader.told.news.at(-1), { kind: 'digests' });
    await reader.open(days(3), { keeps: true, merges: true });
    assert.deepEqual(reader.names(), ['2026-01-10', '2026-01-12', '2026-01-11'], 'it can be opened again');
  });

  test('takes one that was not kept for good: a new worker does not read it again', async () => {
    const reader = openPage();
    await reader.open(days(2), { keeps: false });
    await reader.library.remove([reader.store.get().shelf.digests[0].label]);
    reader.platform.crash();
    await until('the worker is replaced', () => reader.platform.started() === 2);
    await reader.open({ '2026-02-01.md': paper(70) });
    assert.deepEqual(reader.names(), ['2026-01-11', '2026-02-01']);
  });

  test('everything leaves nothing open and nothing kept, and ends what is being read', async () => {
    const reader = openPage();
    await reader.open(days(2));
    hurry();
    /** @type {Promise<void> | undefined} */
    let closing;
    reader.store.subscribe(({ shelf }) => {
      if (shelf.digests.length === 4) closing ??= reader.library.closeAll();
    });
    assert.equal((await reader.open(days(9), { keeps: true, merges: true })).done, 4);
    await closing;
    assert.deepEqual([reader.names(), refused(reader)], [[], []]);
    for (const store of ['digests', 'parts']) assert.deepEqual(await keptRows(store), [], store);
    await reader.open(days(1));
    assert.deepEqual(reader.names(), dayNames(1));
  });
});

describe('another tab', () => {
  test('that opens, or removes, is followed, and what only this one has stays', async () => {
    const [one, two] = [openPage(), openPage()];
    await one.open(days(2));
    assert.deepEqual(one.told.news, [{ kind: 'digests' }], 'the other tabs are told, once for a batch');
    await two.start();
    assert.deepEqual(two.names(), dayNames(2));
    await two.open({ 'sample.md': paper(50) }, { keeps: false });
    await one.open({ '2026-02-01.md': paper(70) });
    await one.library.remove([one.store.get().shelf.digests[0].label]);
    await two.library.follow();
    assert.deepEqual(two.names(), ['2026-01-11', 'sample', '2026-02-01']);
    assert.equal(await found(two, ''), 3);
    await one.library.closeAll();
    await two.library.follow();
    assert.deepEqual(two.names(), ['sample']);
  });

  test('that opens the same file at the same moment keeps it once', async () => {
    const [one, two] = [openPage(), openPage()];
    await Promise.all([one.open(days(2)), two.open(days(2))]);
    assert.equal((await keptRows('digests')).length, 2);
    for (const tab of [one, two]) {
      await tab.library.follow();
      assert.deepEqual(tab.names(), dayNames(2));
    }
  });
});

describe('what is not to be kept', () => {
  test('is open, and nowhere else: a reload would show another library', async () => {
    const reader = openPage();
    assert.equal(reader.library.isKept(), true);
    await reader.open(days(1), { keeps: false });
    assert.deepEqual(await reader.kept.digestIds(), []);
    assert.deepEqual([reader.library.isKept(), reader.told.news], [false, []]);
    assert.equal(reader.store.get().shelf.digests[0].id, 0);
  });

  test('for want of room is open all the same, and named', async () => {
    const reader = openPage();
    await reader.open(days(1));
    const { add } = IDBObjectStore.prototype;
    mock.method(IDBObjectStore.prototype, 'add', function (/** @type {any} */ row) {
      if (this.name === 'digests') throw new DOMException('', 'QuotaExceededError');
      return add.call(this, row);
    });
    await reader.open({ '2026-02-01.md': paper(70) });
    assert.deepEqual(reader.names(), [...dayNames(1), '2026-02-01']);
    assert.deepEqual(reader.told.notices, [['notice.full', { name: '2026-02-01.md' }]]);
    assert.deepEqual([refused(reader), reader.library.isKept()], [[], false]);
    assert.equal((await keptRows('digests')).length, 1);
  });
});

describe('where the worker has another database than the page, as in WebKit from a file,', () => {
  const apart = () => openPage({ platform: createPlatform({ database: new IDBFactory() }) });

  test('the page keeps the digests, and the next visit reads them again', async () => {
    const reader = apart();
    await reader.open(days(2));
    assert.deepEqual(
      (await keptRows('digests')).map(({ name }) => name),
      ['2026-01-10.md', '2026-01-11.md'],
    );
    assert.equal(reader.library.isKept(), true);
    const next = apart();
    await next.start();
    assert.deepEqual(next.names(), dayNames(2));
    const ids = next.store.get().shelf.digests.map(({ id }) => id);
    assert.deepEqual(
      ids,
      (await keptRows('digests')).map(({ id }) => id),
    );
    next.platform.crash();
    await next.open({ '2026-02-01.md': paper(70) });
    assert.deepEqual(next.names(), [...dayNames(2), '2026-02-01'], 'a new worker has them too');
  });

  test('digests go one by one, and all at once', async () => {
    const reader = apart();
    await reader.open(days(3));
    await reader.library.remove([reader.store.get().shelf.digests[1].label]);
    assert.deepEqual(
      (await keptRows('digests')).map(({ name }) => name),
      ['2026-01-10.md', '2026-01-12.md'],
    );
    await reader.library.closeAll();
    assert.deepEqual([reader.names(), await keptRows('digests')], [[], []]);
  });

  test('another tab is followed', async () => {
    const [one, two] = [apart(), apart()];
    await one.open(days(2));
    await two.start();
    await one.open({ '2026-02-01.md': paper(70) });
    await one.library.remove([one.store.get().shelf.digests[0].label]);
    await two.library.follow();
    assert.deepEqual(two.names(), ['2026-01-11', '2026-02-01']);
  });
});
