// What is there tomorrow: digests, marks, searches; in another tab; in a backup; what happens to a damaged index.
import assert from 'node:assert/strict';
import { fixture } from '../support/dist.mjs';
import { withFiles } from '../support/files.mjs';
import { keptRows, whenKept } from '../support/kept.mjs';
import { ROW, SEARCH, countIs, forgetEverything, found, openPaper, row, search } from '../support/reader.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */

const FIRST = '2601.00001@clean';
const STAR = '[data-testid=star]';
const TAG = '[data-testid=tag-input]';
const NOTE = '[data-testid=note]';

/** @param {Page} page opens three papers and says something of the first */
async function mark(page) {
  await page.drop([fixture('clean.md')]);
  await countIs(page, '3 papers');
  await openPaper(page, FIRST);
  await page.press('s');
  await page.attributeIs(STAR, 'aria-pressed', 'true');
  // It is open long enough to count as read.
  await page.visible(`${row(FIRST)}[data-read]`);
  await page.press('t');
  await page.type('to read');
  await page.press('Enter');
  await page.visible('[data-tag="to read"]');
  await page.fill(NOTE, 'ask about 式 $x$');
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
  await page.visible(`${row(FIRST)} .row-sign`);
  await isWritten(page);
}

/** The note, which is said last. Who leaves at once may lose the last second. @param {Page} page */
const isWritten = (page) =>
  page.until(
    'the note is written',
    whenKept('marks', ['note'], (marks) => marks.some(({ note }) => note)),
  );

/** @param {Page} page @param {number} [unread] */
async function marksAreThere(page, unread = 2) {
  for (const [query, papers] of /** @type {[string, number][]} */ ([
    ['is:starred', 1],
    ['is:read', 1],
    ['is:unread', unread],
    ['is:noted', 1],
    ['tag:"to read"', 1],
  ]))
    assert.equal(await search(page, query), papers, query);
  await search(page, '');
  // Whoever reloads sooner may come back with the query before.
  await page.until('the address has no query', () => !/[#&]q=/.test(location.hash));
  await openPaper(page, FIRST);
  assert.equal(
    await page.evaluate(() => document.querySelector('textarea.marks-note')?.value),
    'ask about 式 $x$',
  );
  await page.attributeIs(STAR, 'aria-pressed', 'true');
}

/** What the page would save as a file, in base64. @param {Page} page @returns {Promise<string>} */
async function backUp(page) {
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      Reflect.set(window, 'saved', blob);
      return make(blob);
    };
    // What follows is the browser’s own part, which asks where to put it.
    HTMLAnchorElement.prototype.click = () => {};
  });
  await page.click('[data-testid=report-open]');
  await page.click('[data-testid=backup-out]');
  await page.until('it is written', () => 'saved' in window);
  const packed = await page.evaluate(async () => {
    const bytes = new Uint8Array(await Reflect.get(window, 'saved').arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  await page.press('Escape');
  return packed;
}

/** Waits until the index is kept as well, in parts of so many digests. @param {Page} page @param {number[]} sizes */
const indexIsKept = (page, sizes) =>
  page.until(
    `the parts have ${sizes} digests`,
    whenKept(
      'parts',
      ['digests'],
      (parts, sizes) => parts.map(({ digests }) => digests.length).join() === sizes,
    ),
    sizes.join(),
  );

/** Changes the database as nothing but an accident would. @param {Page} page @param {'index' | 'text' | 'cut' | 'age' | 'build'} how */
const harmIndex = (page, how) =>
  page.evaluate(async (how) => {
    const database = await new Promise((resolve) => {
      const request = indexedDB.open('broadsheet');
      request.onsuccess = () => resolve(request.result);
    });
    const transaction = database.transaction('parts', 'readwrite');
    const store = transaction.objectStore('parts');
    const [part] = await new Promise((resolve) => {
      const all = store.getAll();
      all.onsuccess = () => resolve(all.result);
    });
    const done = new Promise((resolve) => (transaction.oncomplete = resolve));
    if (how === 'build') {
      store.put({ ...part, build: 'another' });
      await done;
      return database.close();
    }
    const spoil = (/** @type {Uint8Array<ArrayBuffer>} */ bytes) => {
      if (how === 'cut') return bytes.subarray(0, bytes.length - 9);
      // As in docs/snapshot-format.md: the entry of the section of texts.
      const table = String.fromCharCode(...bytes.subarray(0, 2080));
      const texts = Number(new DataView(bytes.buffer).getBigUint64(table.indexOf('TEXT') + 8, true));
      bytes[{ age: 4, index: texts - 100, text: texts + 100 }[how] ?? 0] ^= 1;
      return bytes;
    };
    if (part.file) {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('index');
      const file = await folder.getFileHandle(part.file);
      const bytes = spoil(new Uint8Array(await (await file.getFile()).arrayBuffer()));
      const writable = await file.createWritable();
      await writable.write(bytes);
      await writable.close();
    } else {
      await done;
      const bytes = spoil(new Uint8Array(await part.blob.arrayBuffer()));
      const again = database.transaction('parts', 'readwrite');
      again.objectStore('parts').put({ ...part, blob: new Blob([bytes]) });
      await new Promise((resolve) => (again.oncomplete = resolve));
    }
    database.close();
  }, how);

/** @type {import('../support/matrix.mjs').Scenarios} */
export const keeping = {
  async 'digests and marks are there after a reload'(page) {
    await mark(page);
    await page.reload();
    await countIs(page, '3 papers');
    await marksAreThere(page);
  },

  async 'a digest, some days, or everything can be removed'(page) {
    await withFiles(
      Object.fromEntries(
        [13, 14, 15].map((day) => [
          `2026-01-${day}.md`,
          `### [1] [Tea ${day}](https://arxiv.org/abs/2601.000${day})\n*Ada*\n\nMain category: cs.LG\n\nTL;DR: tea\n`,
        ]),
      ),
      async (paths) => {
        await page.drop(paths);
        await countIs(page, '3 papers');
      },
    );
    await page.click('[data-testid=report-open]');
    await page.says('[data-testid=storage-used]', /takes [\d.]+ [kM]B/);
    await page.click('[data-testid=remove-digest]');
    await page.until('it is gone', () => document.querySelectorAll('.report-file').length === 2);
    await page.click('[data-testid=storage] summary');
    await page.evaluate(() => {
      const [from] = /** @type {NodeListOf<HTMLInputElement>} */ (
        document.querySelectorAll('[data-testid=storage-days] input')
      );
      from.value = '2026-01-14';
    });
    await page.click('[data-testid=storage-days] button');
    await page.until('one is left', () => document.querySelectorAll('.report-file').length === 1);
    await page.press('Escape');
    await countIs(page, '1 paper');
    await page.reload();
    await countIs(page, '1 paper');
    await page.says(ROW, /Tea 13/);
    await forgetEverything(page);
    await page.visible('[data-testid=drop]');
    await page.reload();
    await page.visible('[data-testid=drop]');
  },

  async 'nothing of a person is left once everything is removed'(page) {
    await mark(page);
    await forgetEverything(page);
    await page.visible('[data-testid=drop]');
    for (const store of ['digests', 'marks', 'parts', 'settings'])
      assert.deepEqual(await page.evaluate(keptRows, store, []), [], store);
    // Which hints were shown says nothing of what was read.
    await page.until('nothing is remembered', () =>
      Object.keys(localStorage).every((name) => name === 'broadsheet.hints'),
    );
    await page.drop([fixture('clean.md')]);
    await countIs(page, '3 papers');
    assert.equal(await search(page, 'is:starred'), 0);
    assert.equal(await search(page, 'tag:"to read"'), 0);
  },

  async 'a backup brings digests, marks and searches back, however often it is opened'(page) {
    await mark(page);
    await search(page, 'is:starred');
    await page.click('[data-testid=save-search]');
    await search(page, '');
    const packed = await backUp(page);
    await forgetEverything(page);
    await page.visible('[data-testid=drop]');
    await withFiles({ 'a.broadsheet': Buffer.from(packed, 'base64') }, async ([path]) => {
      await page.drop([path]);
      await countIs(page, '3 papers');
      await page.visible('[data-testid=saved-search]');
      await marksAreThere(page);
      // Once more, and after it a file that tells when it was read.
      await page.drop([path, fixture('dialect-g.md')]);
      await countIs(page, '6 papers');
    });
    await marksAreThere(page, 5);
    await page.thereAre('[data-testid=saved-search]', 1);
    assert.equal(
      await page.count('[data-testid=toast]:not([hidden])'),
      0,
      'what is there already is no news',
    );
    await page.reload();
    await countIs(page, '6 papers');
    await marksAreThere(page, 5);
  },

  async 'a search that was saved is one click away, also after a reload'(page) {
    await page.drop([fixture('clean.md')]);
    await countIs(page, '3 papers');
    await search(page, 'is:unread title:a');
    const papers = await found(page);
    await page.click('[data-testid=save-search]');
    await page.visible('[data-testid=saved-search]');
    await page.hidden('[data-testid=save-search]');
    await search(page, '');
    await page.until('the address is that of all papers', () => location.hash === '');
    await page.reload();
    await countIs(page, '3 papers');
    await page.click('[data-testid=saved-search] button');
    await page.until(
      'the search is back',
      (box) => /** @type {HTMLInputElement} */ (document.querySelector(box)).value === 'is:unread title:a',
      SEARCH,
    );
    assert.equal(await found(page), papers);
    await page.click('.saved-more');
    await page.click('.yours-forget');
    await page.hidden('[data-testid=saved-search]');
  },
};

/** @type {import('../support/matrix.mjs').Scenarios} */
export const indexing = {
  async 'an index that is kept opens without reading the digests'(page) {
    await mark(page);
    await indexIsKept(page, [1]);
    await page.reload();
    await countIs(page, '3 papers');
    await marksAreThere(page);
    assert.equal(await page.count('[data-testid=toast]:not([hidden])'), 0);
  },

  async 'a damaged, cut or older index is made again from the digests, and that is said'(page) {
    await page.drop([fixture('clean.md')]);
    await countIs(page, '3 papers');
    for (const [how, words] of /** @type {['index' | 'text' | 'cut' | 'age' | 'build', RegExp][]} */ ([
      ['index', /index was damaged/],
      ['text', /index was damaged/],
      ['cut', /index was damaged/],
      ['age', /saved by another version/],
      ['build', /saved by another version/],
    ])) {
      await indexIsKept(page, [1]);
      await harmIndex(page, how);
      await page.reload();
      await page.visible('[data-testid=toast]');
      await page.says('[data-testid=toast]', words);
      await countIs(page, '3 papers');
      assert.equal(await search(page, 'title:a'), await found(page));
      await page.says('[data-testid=row] .row-title', /\S/);
      await search(page, '');
    }
    await indexIsKept(page, [1]);
    await page.reload();
    await countIs(page, '3 papers');
    assert.equal(await page.count('[data-testid=toast]:not([hidden])'), 0);
  },

  async 'many digests become one part of the index, and without one of them another'(page) {
    const files = Object.fromEntries(
      Array.from({ length: 20 }, (_, day) => [
        `2026-01-${String(day + 10)}.md`,
        `### [1] [Day ${day}](https://arxiv.org/abs/2601.000${day + 10})\n*Ada*\n\nMain category: cs.LG\n\nTL;DR: tea\n`,
      ]),
    );
    await withFiles(files, async (paths) => {
      await page.drop(paths);
      await countIs(page, '20 papers');
    });
    await indexIsKept(page, [20]);
    await page.reload();
    await countIs(page, '20 papers');
    assert.equal(await search(page, 'tea'), 20);
    await page.click('[data-testid=report-open]');
    await page.click('[data-testid=remove-digest]');
    await page.until('it is gone', () => document.querySelectorAll('.report-file').length === 19);
    await indexIsKept(page, [19]);
    await page.press('Escape');
    await search(page, '');
    await page.until('the address is that of all papers', () => location.hash === '');
    await page.reload();
    await countIs(page, '19 papers');
    assert.equal(await page.count('[data-testid=toast]:not([hidden])'), 0);
    assert.equal(await search(page, 'tea'), 19);
  },
};

/** @type {import('../support/matrix.mjs').Scenarios} */
export const lastSeen = {
  async 'the list as it was last seen is there before the core is'(page) {
    await mark(page);
    await page.click('[data-testid=paper] .paper-back');
    await page.until('the list is kept', () =>
      localStorage.getItem('broadsheet.first-view')?.includes('"answer"'),
    );
    await page.prepare(() => {
      // A worker that never answers.
      window.Worker = /** @type {any} */ (
        class {
          addEventListener() {}
          postMessage() {}
          terminate() {}
        }
      );
    });
    await page.reload();
    await page.visible(row(FIRST));
    await page.thereAre(ROW, 3);
    await page.visible(`${row(FIRST)} .row-sign`);
    await page.says('[data-testid=count]', '3 papers');
  },
};
