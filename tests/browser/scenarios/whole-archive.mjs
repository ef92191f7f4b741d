// A folder with several files a day, files that come once more, and digests that were made again.
import assert from 'node:assert/strict';
import { fixture } from '../support/dist.mjs';
import { withFiles } from '../support/files.mjs';
import { makeDigest, makeRecords } from '../support/generate.mjs';
import { countIs, filter, openPaper, paperIs, search } from '../support/reader.mjs';

const FILES = '[data-testid=report-open]';
const TOAST = '[data-testid=toast] p';
const FILE = '[data-testid=report] .report-file';

/** @param {import('../support/page.mjs').Page} page @param {Record<string, string>} files @param {() => Promise<unknown>} then what shows that they were read */
const drop = (page, files, then) =>
  withFiles(files, async (paths) => {
    await page.drop(paths);
    await then();
  });

/** Drops a text on the page, as from another window. @param {import('../support/page.mjs').Page} page @param {string} text */
const dropText = (page, text) =>
  page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', text);
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true }),
      );
  }, text);

/** @type {import('../support/matrix.mjs').Scenarios} */
export const wholeArchive = {
  async 'a day of three files is one day in contents and filters, and three lines under Files'(page) {
    const files = {
      '2026-01-14.jsonl': makeRecords({ papers: 8 }),
      '2026-01-14_AI_enhanced_Chinese.jsonl': makeRecords({ papers: 8, summary: '甲' }),
      '2026-01-14.md': makeDigest({ papers: 8 }),
    };
    await drop(page, files, () => countIs(page, '8 papers'));
    // The first of them is enough to make the count right.
    await drop(page, files, () => page.says(TOAST, '3 digests, none of them new.'));
    await page.says('.contents-day h3', /^Wednesday,? 14 January 20268$/);
    await page.thereAre('.contents-day', 1);
    await page.thereAre(filter('day', '2026-01-14'), 1);
    await page.says(FILES, 'Files');
    await page.click(FILES);
    await page.say(`${FILE} h4`, [
      '2026-01-14.jsonl 8 papers · without TL;DR, Motivation, Method, Result and Conclusion',
      '2026-01-14.md 8 papers',
      '2026-01-14_AI_enhanced_Chinese.jsonl 8 papers',
    ]);
  },

  async 'files that are open already are no failure'(page) {
    const day = (/** @type {number} */ n) => ({
      [`2026-01-0${n}.md`]: makeDigest({ papers: 4, first: n * 10 }),
    });
    await drop(page, { ...day(1), ...day(2) }, () => countIs(page, '8 papers'));
    const said = () => page.says(TOAST, '3 digests, 1 new.');
    await drop(page, { ...day(1), ...day(2), ...day(3) }, said);
    await page.says(FILES, 'Files');
    await page.click('[data-testid=toast-files]');
    await page.thereAre(FILE, 3);
  },

  async 'a digest that was made again replaces the one before, here, in other tabs and after a reload'(
    page,
    site,
  ) {
    const before = { '2026-01-14.md': makeDigest({ papers: 12 }) };
    // The twelfth is gone, the others have other texts.
    const again = { '2026-01-14.md': makeDigest({ papers: 11 }).replaceAll('TL;DR: ', 'TL;DR: corrected ') };
    await drop(page, before, () => countIs(page, '12 papers'));
    await openPaper(page, '2601.00001@2026-01-14');
    await page.press('s');
    const other = await page.another();
    await other.goto(site.url);
    await countIs(other, '12 papers');
    await page.front();
    const said = () =>
      page.says(
        TOAST,
        '2026-01-14.md has replaced the version of it that was open. 1 paper that the newer version no longer has is still here.',
      );
    await drop(page, again, said);
    for (const tab of [page, other]) {
      await tab.front();
      await search(tab, 'corrected');
      await countIs(tab, '11 of 12 papers');
      assert.equal(await search(tab, 'is:starred corrected'), 1, 'marks stay');
      await search(tab, '');
    }
    await page.front();
    await page.reload();
    await countIs(page, '12 papers');
    assert.equal(await search(page, 'corrected'), 11);
    await search(page, '');
    await openPaper(page, '2601.00001@2026-01-14');
    await page.says('[data-testid=paper] [data-field=tldr]', /corrected/);
    await paperIs(page, '2601.00001@2026-01-14');
    await page.click(FILES);
    await page.say(`${FILE} h4`, [
      '2026-01-14.md 11 papers',
      '2026-01-14.md 1 paper · from an earlier version, no longer in the newer one',
    ]);
  },

  async 'a text that is dropped opens if it is a digest, and is told if it is none'(page) {
    await dropText(page, 'What a day.');
    await page.says(TOAST, /^This text is no digest\. No papers were found/);
    await page.hidden(FILES);
    await dropText(page, makeRecords({ papers: 3 }));
    await countIs(page, '3 papers');
    await dropText(page, '# A notebook\n\n## [Tea](https://arxiv.org/abs/2601.00099)\n\nIt is good.\n');
    await countIs(page, '4 papers');
  },

  async 'a message that speaks of several files opens their list'(page) {
    await withFiles({ 'a.md': '', 'b.md': '' }, async (paths) => {
      await page.drop([...paths, fixture('clean.md')]);
      await page.says(TOAST, '2 files could not be opened.');
    });
    await page.click('[data-testid=toast-files]');
    await page.say(`${FILE} h4`, ['a.md ', 'b.md ', 'clean.md 3 papers']);
    await page.press('Escape');
    await page.says(FILES, 'Files (2 with remarks)');
  },
};
