// A folder that stays open. The picker and the question for permission belong to the browser itself, so a test cannot
// press in them: it answers in their place, with a real folder of the browser's own file system.
import assert from 'node:assert/strict';
import { makeDigest } from '../support/generate.mjs';
import { countIs, forgetEverything, settled } from '../support/reader.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */

const KEEP = '[data-testid=folder-keep]';
const AGAIN = '[data-testid=folder-again]';
const TOAST = '[data-testid=toast]';
const FOLDER = '[data-testid=folder]';
const FILES = '[data-testid=report-open]';

/** @param {Page} page @param {string} path inside the folder @param {string} text */
const write = (page, path, text) =>
  page.evaluate(
    async (path, text) => {
      const names = ['digests', ...path.split('/')];
      const name = String(names.pop());
      let folder = await navigator.storage.getDirectory();
      for (const each of names) folder = await folder.getDirectoryHandle(each, { create: true });
      const file = await folder.getFileHandle(name, { create: true });
      const stream = await file.createWritable();
      await stream.write(text);
      await stream.close();
    },
    path,
    text,
  );

/** Answers as a person who chooses the folder, and allows what the session storage says. @param {Page} page */
async function choose(page) {
  await page.prepare(() => {
    const { entries } = FileSystemDirectoryHandle.prototype;
    Reflect.set(window, 'looks', 0);
    FileSystemDirectoryHandle.prototype.entries = function () {
      Reflect.set(window, 'looks', Reflect.get(window, 'looks') + 1);
      return Reflect.apply(entries, this, []);
    };
    window.showDirectoryPicker = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('digests', { create: true });
    FileSystemHandle.prototype.queryPermission = async () =>
      /** @type {PermissionState} */ (sessionStorage.getItem('permission') ?? 'granted');
    FileSystemHandle.prototype.requestPermission = async () => {
      sessionStorage.setItem('permission', 'granted');
      return 'granted';
    };
  });
  await page.reload();
}

/** Is the folder looked into when the page is seen again, the surest of the times to look? @param {Page} page */
const isWatched = (page) =>
  page.evaluate(async () => {
    const before = Reflect.get(window, 'looks');
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise((resolve) => setTimeout(resolve));
    return Reflect.get(window, 'looks') > before;
  });

/** @type {import('../support/matrix.mjs').Scenarios} */
export const keptFolder = {
  async 'a folder that was chosen once shows its new digests by itself, each once'(page) {
    await choose(page);
    await write(page, '2026-01-01.md', makeDigest({ papers: 8, first: 1 }));
    await write(page, 'notes.pdf', 'no digest');
    await write(page, '.git/objects.md', makeDigest({ papers: 8, first: 900 }));
    await page.click(KEEP);
    await countIs(page, '8 papers');
    await write(page, 'january/2026-01-02.md', makeDigest({ papers: 4, first: 101 }));
    await countIs(page, '12 papers');
    await page.reload();
    await countIs(page, '12 papers');
    await write(page, '2026-01-03.md', makeDigest({ papers: 12, first: 201 }));
    await countIs(page, '24 papers');
    await page.hidden(TOAST);
    await page.says(FILES, 'Files');
  },

  async 'a digest that has changed is read again, one that was taken away stays'(page) {
    await choose(page);
    await write(page, '2026-01-01.md', makeDigest({ papers: 8 }));
    await write(page, '2026-01-02.md', makeDigest({ papers: 4, first: 101 }));
    await page.click(KEEP);
    await countIs(page, '12 papers');
    await page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('digests');
      await folder.removeEntry('2026-01-02.md');
    });
    await write(page, '2026-01-01.md', makeDigest({ papers: 16 }));
    await countIs(page, '20 papers');
    await page.says(`${TOAST} p`, '2026-01-01.md has replaced the version of it that was open.');
  },

  async 'where the browser wants to be asked again, one button looks into the folder'(page) {
    await choose(page);
    await write(page, '2026-01-01.md', makeDigest({ papers: 8 }));
    await page.click(KEEP);
    await countIs(page, '8 papers');
    await write(page, '2026-01-02.md', makeDigest({ papers: 4, first: 101 }));
    await page.evaluate(() => sessionStorage.setItem('permission', 'prompt'));
    await page.reload();
    await page.visible(AGAIN);
    await page.says(AGAIN, 'Look into “digests” again');
    assert.equal(await isWatched(page), false);
    await countIs(page, '8 papers');
    await page.says(FOLDER, /^The folder “digests” waits for you/);
    await page.click(AGAIN);
    await countIs(page, '12 papers');
    await page.hidden(AGAIN);
  },

  async 'the folder is let go by its button, and by closing all files'(page) {
    await choose(page);
    await write(page, '2026-01-01.md', makeDigest({ papers: 8 }));
    await page.click(KEEP);
    await countIs(page, '8 papers');
    assert.equal(await isWatched(page), true);
    await page.click(FILES);
    await page.says(FOLDER, /^The folder “digests” stays open: new digests/);
    await page.click('[data-testid=folder-let-go]');
    await page.says(FOLDER, /^A folder that stays open shows new digests/);
    await page.press('Escape');
    await write(page, '2026-01-02.md', makeDigest({ papers: 4, first: 101 }));
    assert.equal(await isWatched(page), false);
    await countIs(page, '8 papers');
    await forgetEverything(page);
    await page.visible('[data-testid=drop]');
    await page.click(KEEP);
    await countIs(page, '12 papers');
    await forgetEverything(page);
    await page.visible('[data-testid=drop]');
    await page.reload();
    await settled(page);
    await page.visible('[data-testid=drop]');
    assert.equal(await isWatched(page), false);
  },
};
