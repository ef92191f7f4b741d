// The shelf: files become open digests, in order, each on its own account; with the real worker and core.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, mock, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { zip } from '../browser/support/archives.mjs';
import { makeDigest } from '../browser/support/generate.mjs';
import { keptRows } from '../web/support/browser.mjs';
import { sources } from './support/reader.mjs';
import { dayNames, days, hurry, openPage, paper, refused } from './support/visits.mjs';
import { SourceUnavailable } from '../../web/src/library/read-files.js';

/** @param {string} name */
const fixture = (name) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));

describe('files that are opened at once', () => {
  for (const cores of [1, 4])
    test(`come in their order, with ${cores === 1 ? 'no reader' : 'readers'} beside the searching worker`, async () => {
      navigator.hardwareConcurrency = cores;
      const reader = openPage();
      // The first takes longest.
      const files = { '2026-01-09.md': makeDigest({ papers: 400, first: 1000 }), ...days(7) };
      assert.equal((await reader.open(files)).done, 8);
      assert.deepEqual(reader.names(), ['2026-01-09', ...dayNames(7)]);
      assert.equal(reader.platform.started(), cores === 1 ? 1 : 5);
      assert.equal((await keptRows('digests')).length, 8);
    });

  test('are shown as they come, each with how far it is', async () => {
    hurry();
    const reader = openPage();
    await reader.open({ 'long.md': makeDigest({ papers: 200, first: 1000 }), ...days(2) });
    const steps = reader.told.progress.slice(0, -1);
    assert.equal(reader.told.progress.at(-1), null, 'at the end nothing is under way');
    assert.deepEqual(
      steps.map(({ filesDone }) => filesDone),
      steps.map(({ filesDone }) => filesDone).toSorted((a, b) => a - b),
    );
    assert.ok(steps.every(({ files, filesDone }) => files === 3 && filesDone <= 3));
    assert.deepEqual([...new Set(steps.map(({ name }) => name))], ['long.md', ...Object.keys(days(2))]);
    const inside = steps.filter(({ filesDone }) => filesDone > 0 && filesDone < 1);
    assert.ok(inside.length > 1, 'a long file tells how far it is in itself');
    assert.ok(inside.every(({ filesDone, papers }) => papers === Math.round(filesDone * 200)));
    assert.equal(steps.at(-1).papers >= 201, true);
  });

  test('that are read in a moment show no progress', async () => {
    mock.method(performance, 'now', () => 0);
    const reader = openPage();
    await reader.open(days(3));
    assert.deepEqual(reader.told.progress, [null]);
  });

  test('join those that are open, also where two batches are dropped one right after the other', async () => {
    const reader = openPage();
    const all = days(4);
    const [first, second] = [sources(all).slice(0, 2), sources(all).slice(2)];
    const done = await Promise.all([
      reader.library.open(first, { keeps: true }),
      reader.library.open(second, { keeps: true }),
    ]);
    assert.deepEqual([done.map((tally) => tally.done), reader.names()], [[2, 2], dayNames(4)]);
  });
});

describe('cancelling', () => {
  test('keeps what was read so far, refuses nothing, and says how far it came', async () => {
    hurry();
    const reader = openPage();
    const unsubscribe = reader.store.subscribe(
      ({ shelf }) => shelf.digests.length === 2 && reader.library.cancel(),
    );
    assert.equal((await reader.open(days(4))).done, 2);
    unsubscribe();
    assert.deepEqual([reader.names(), refused(reader)], [dayNames(2), []]);
    assert.equal((await keptRows('digests')).length, 2);
    await reader.open({ '2026-02-01.md': paper(70) });
    assert.deepEqual(reader.names(), [...dayNames(2), '2026-02-01'], 'what comes later is not cancelled');
  });

  test('in the middle of a file leaves nothing of it', async () => {
    hurry();
    const reader = openPage();
    reader.store.subscribe(({ progress }) => {
      if (progress && progress.filesDone > 0 && progress.filesDone < 1) reader.library.cancel();
    });
    assert.equal((await reader.open({ 'long.md': makeDigest({ papers: 400 }), ...days(1) })).done, 0);
    assert.deepEqual([reader.names(), refused(reader), await keptRows('digests')], [[], [], []]);
  });

  test('ends what readers read ahead, of which nothing comes in any more', async () => {
    navigator.hardwareConcurrency = 4;
    const reader = openPage();
    const [one, two, three, ...rest] = sources(days(5));
    const arrayBuffer = () => {
      reader.library.cancel();
      return three.blob.arrayBuffer();
    };
    const batch = [one, two, { name: three.name, blob: { arrayBuffer } }, ...rest];
    assert.equal((await reader.library.open(batch, { keeps: true })).done, 0);
    assert.deepEqual([reader.names(), refused(reader)], [[], []]);
  });

  test('ends a download that says nothing', async () => {
    const reader = openPage();
    /** @type {Promise<any>} */
    let opening;
    const silent = {
      name: 'silent.md',
      blob: {
        /** @param {AbortSignal} signal @returns {Promise<ArrayBuffer>} */
        arrayBuffer: (signal) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason));
            setImmediate(reader.library.cancel);
          }),
      },
    };
    opening = reader.library.open([silent], { keeps: true });
    assert.equal((await opening).done, 0);
    assert.deepEqual([reader.names(), refused(reader)], [[], []]);
  });
});

describe('what cannot be opened', () => {
  const unavailable = { arrayBuffer: () => Promise.reject(new SourceUnavailable('not_reached')) };
  const gone = { arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) };

  for (const cores of [1, 4])
    test(`is refused by name and reason, and costs nothing else (${cores} cores)`, async () => {
      navigator.hardwareConcurrency = cores;
      const reader = openPage();
      const files = [
        ...sources({
          'nothing.md': '',
          'picture.md': Buffer.alloc(4096),
          'readme.md': fixture('not-a-digest.md'),
          'stub.md': fixture('toc-only.md'),
        }),
        { name: 'far.md', blob: unavailable },
        { name: 'moved.md', blob: gone },
        ...sources(days(1)),
      ];
      assert.equal((await reader.library.open(files, { keeps: true })).done, 7);
      assert.deepEqual(refused(reader), [
        'nothing.md empty_file',
        'picture.md not_text',
        'readme.md no_papers',
        'stub.md only_contents',
        'far.md not_reached',
        'moved.md unreadable',
      ]);
      assert.deepEqual(reader.names(), dayNames(1));
    });

  test('but may be there at another try, is refused once however often it is tried, and no more once it opens', async () => {
    const reader = openPage();
    const far = { name: '2026-01-10.md', blob: unavailable };
    for (let time = 0; time < 2; time++) {
      await reader.library.open([far], { keeps: true });
      const told = reader.store.get().shelf.refused.map(({ name, code, again }) => ({ name, code, again }));
      assert.deepEqual(told, [{ name: far.name, code: 'not_reached', again: true }]);
    }
    await reader.open(days(1));
    assert.deepEqual([reader.names(), refused(reader)], [dayNames(1), []]);
  });

  test('is not opened twice', async () => {
    const reader = openPage();
    await reader.open(days(2));
    await reader.open({ ...days(3) });
    assert.deepEqual(reader.names(), dayNames(3));
    assert.equal((await keptRows('digests')).length, 3);
    const bytes = new Uint8Array(Buffer.from(paper(10)));
    const asked = { name: '2026-01-10.md', bytes, keeps: true };
    const answer = await reader.engine.read(asked, {
      signal: new AbortController().signal,
      onProgress: () => {},
    });
    assert.equal(answer.code, 'already_open');
  });

  test('because it is open already is no news where two libraries become one', async () => {
    const reader = openPage();
    await reader.open(days(2));
    await reader.open(days(3), { keeps: true, merges: true });
    assert.deepEqual([reader.names(), refused(reader)], [dayNames(3), []]);
  });
});

describe('a container', () => {
  test('opens as the files in it, whose names are theirs', async () => {
    const reader = openPage();
    const archive = zip({
      'year/2026-01-10.md': paper(10),
      'year/2026-01-11.md.gz': gzipSync(paper(11)),
      'year/picture.png': 'not read',
      '__MACOSX/year/._2026-01-10.md': 'not read',
    });
    const packed = { '2026-01-09.md.gz': gzipSync(paper(9)), 'year.zip': archive };
    assert.equal((await reader.open(/** @type {any} */ (packed))).done, 2);
    assert.deepEqual(reader.names(), ['2026-01-09', ...dayNames(2)]);
    assert.deepEqual(refused(reader), []);
    assert.deepEqual(
      (await keptRows('digests')).map(({ name }) => name),
      ['2026-01-09.md', 'year/2026-01-10.md', 'year/2026-01-11.md'],
    );
  });

  test('that is read ahead opens in its place among the other files', async () => {
    navigator.hardwareConcurrency = 4;
    const reader = openPage();
    const { '2026-01-10.md': first, ...rest } = days(5);
    const files = { 'first.zip': zip({ '2026-01-10.md': first }), ...rest };
    await reader.open(/** @type {any} */ (files));
    assert.deepEqual(reader.names(), dayNames(5));
  });

  test('costs no more than what in it is broken, packed twice, or leads out', async () => {
    const reader = openPage();
    const whole = zip(days(1));
    await reader.open(
      /** @type {any} */ ({
        'archive.zip': zip({
          '2026-01-10.md': paper(10),
          '../out.md': paper(11),
          'inner.zip': zip({ 'a.md': paper(12) }),
          'note.md': 'x',
        }),
        'broken.zip': whole.subarray(0, whole.length - 60),
        'cut.md.gz': gzipSync(paper(13)).subarray(0, -9),
        'empty.zip': zip({}),
        'zeros.md.gz': gzipSync(Buffer.alloc(64 << 20)),
      }),
    );
    assert.deepEqual(reader.names(), dayNames(1));
    assert.deepEqual(refused(reader), [
      'archive.zip/../out.md unsafe_path',
      'archive.zip/inner.zip nested_archive',
      'note.md no_papers',
      'broken.zip broken_archive',
      'cut.md.gz broken_archive',
      'empty.zip no_digests',
      'zeros.md.gz zip_bomb',
    ]);
  });

  test('that is cancelled keeps the files that were read', async () => {
    hurry();
    const reader = openPage();
    reader.store.subscribe(({ shelf }) => shelf.digests.length === 2 && reader.library.cancel());
    // What would be refused comes after it.
    await reader.open(/** @type {any} */ ({ 'days.zip': zip({ ...days(9), 'inner.zip': zip({}) }) }));
    assert.deepEqual([reader.names(), refused(reader)], [dayNames(2), []]);
  });
});
