// A page that is left, and held by the browser for the way back.
import assert from 'node:assert/strict';
import { fixture } from '../support/dist.mjs';
import { withFiles } from '../support/files.mjs';
import { makeDigest } from '../support/generate.mjs';
import { COUNT, countIs, forgetEverything, openPaper, search } from '../support/reader.mjs';

const EMPTY = '[data-testid=drop]';

const PAPERS = 150;
const MONTH = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => [
    `2026-01-${String(index + 1).padStart(2, '0')}.md`,
    makeDigest({ papers: PAPERS, first: PAPERS * index + 1 }),
  ]),
);

/** @type {import('../support/matrix.mjs').Scenarios} */
export const leaving = {
  async 'a page that is left at once keeps the next one waiting for nothing'(page, site) {
    for (let round = 0; round < 3; ++round) {
      await page.drop([fixture('clean.md'), fixture('dialect-g.md')]);
      await countIs(page, '6 papers');
      await leave(page);
      await page.goto(site.url);
      await countIs(page, '6 papers');
      await forgetEverything(page);
      await page.visible(EMPTY);
      await leave(page);
      await page.goto(site.url);
      await page.visible(EMPTY);
    }
  },

  async 'neither does one that is left in the middle of reading'(page, site) {
    for (let round = 0; round < 3; ++round) {
      await withFiles(MONTH, async (paths) => {
        await page.drop(paths);
        await page.until(
          'some papers are there',
          (count) => /[1-9]/.test(document.querySelector(count)?.textContent ?? ''),
          COUNT,
        );
        await leave(page);
      });
      forgiveCutReading(page);
      await page.goto(site.url);
      await withFiles({ '2026-02-01.md': makeDigest({ papers: 3, first: 90_001 }) }, async (paths) => {
        await page.drop(paths);
        await page.until('three papers are added to those of whole files', wholeFilesAnd, COUNT, PAPERS, 3);
      });
      await forgetEverything(page);
      await page.visible(EMPTY);
    }
  },

  async 'a note that was being written when the page was left is there in the next'(page, site) {
    await page.drop([fixture('clean.md')]);
    await countIs(page, '3 papers');
    await openPaper(page, '2601.00001@clean');
    await page.fill('[data-testid=note]', 'the last half second');
    await leave(page);
    await page.goto(site.url);
    await countIs(page, '3 papers');
    await openPaper(page, '2601.00001@clean');
    await page.until(
      'the note is there',
      () =>
        /** @type {HTMLTextAreaElement | null} */ (document.querySelector('[data-testid=note]'))?.value ===
        'the last half second',
    );
  },

  async 'going back twice at once from a paper leaves the list on the screen'(page, site) {
    await page.drop([fixture('clean.md')]);
    await countIs(page, '3 papers');
    await openPaper(page, '2601.00001@clean');
    await page.evaluate(() => {
      const back = /** @type {HTMLElement | null} */ (document.querySelector('.paper-back'));
      back?.click();
      back?.click();
    });
    await page.hidden('[data-testid=paper]');
    await countIs(page, '3 papers');
    assert.equal((await page.evaluate(() => location.href)).split('#', 1)[0], site.url);
  },

  async 'whoever comes back finds the papers, searches, and can add to them'(page) {
    await page.drop([fixture('clean.md')]);
    await countIs(page, '3 papers');
    await openPaper(page, '2601.00001@clean');
    await page.evaluate(() => void Object.assign(window, { isOld: true }));
    await leave(page);
    await page.back();
    // A browser that kept the page shows it for a moment; then it loads anew (`dom/when-left.js`).
    await page.until('the page is a new one', () => !('isOld' in window));
    await countIs(page, '3 papers');
    await page.visible('[data-testid=paper]');
    assert.equal(await search(page, 'id:2601.00001'), 1);
    await search(page, '');
    await page.drop([fixture('dialect-g.md')]);
    await countIs(page, '6 papers');
  },
};

/** @param {import('../support/page.mjs').Page} page */
const leave = (page) => page.goto('about:blank');

/** @param {string} count @param {number} each @param {number} more */
const wholeFilesAnd = (count, each, more) =>
  Number.parseInt(document.querySelector(count)?.textContent?.replaceAll(',', '') ?? '') % each === more;

/** WebKit says so of a file that was being read. @param {import('../support/page.mjs').Page} page */
function forgiveCutReading({ troubles }) {
  const others = troubles.filter((trouble) => !trouble.includes('Cannot load blob:'));
  troubles.splice(0, Infinity, ...others);
}
