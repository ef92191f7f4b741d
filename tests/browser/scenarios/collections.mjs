// What people have collected elsewhere: bibliographies and lists of ids.
import assert from 'node:assert/strict';
import { fixture } from '../support/dist.mjs';
import { withFiles } from '../support/files.mjs';
import { makeDigest } from '../support/generate.mjs';
import { COUNT, countIs, forgetEverything, openPaper, pressEach, search } from '../support/reader.mjs';
import { saved } from './exporting.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */

const DAY = '2026-01-14';
const SHEET = '[data-testid=collections-sheet]';
const SIMILAR = '[data-testid=similar-sheet]';

/** @param {Page} page @param {string} name @param {string} text @param {RegExp} says the notice that follows */
const dropCollection = (page, name, text, says) =>
  withFiles({ [name]: text }, async (paths) => {
    await page.drop(paths);
    await page.says('[data-testid=toast] p', says);
  });

/** @param {Page} page */
const dropDay = (page) =>
  withFiles({ [`${DAY}.md`]: makeDigest({ papers: 12 }) }, async (paths) => {
    await page.drop(paths);
    await page.visible('[data-testid=row]');
  });

/** By its name, as everyone can. @param {Page} page */
async function openSheet(page) {
  await page.press('Control+K');
  await page.fill('[data-testid=palette-input]', 'Show your collections');
  await page.press('Enter');
  await page.visible(SHEET);
}

/** @type {import('../support/matrix.mjs').Scenarios} */
export const collections = {
  async 'what was starred and exported is recognised in an empty profile, once the digests come'(page) {
    await dropDay(page);
    await pressEach(page, 'sssss');
    await page.thereAre('[data-testid=row][data-starred]', 5);
    await pressEach(page, 'B');
    await page.evaluate(() => {
      const select = /** @type {HTMLSelectElement} */ (document.querySelector('[data-testid=export-what]'));
      select.selectedIndex = [...select.options].findIndex(
        ({ textContent }) => textContent === 'Starred papers',
      );
      select.dispatchEvent(new Event('change'));
    });
    await page.says('[data-testid=export-status]', /^5 papers/);
    const { text } = await saved(page, 'export-save');
    await page.press('Escape');
    await forgetEverything(page);

    await dropCollection(page, 'mine.bib', text, /mine\.bib: 5 works, 0 in your digests/);
    await dropDay(page);
    await page.says('[data-testid=toast] p', /5 papers of mine\.bib are in your digests now/);
    await openSheet(page);
    await page.says('[data-testid=collection-count]', '5 works, 5 in your digests');
    await page.click('[data-testid=collection-show]');
    await countIs(page, '5 of 12 papers');
    await page.click('[data-testid=row]');
    await page.says('[data-testid=in-collections]', 'In mine.bib');
  },

  async 'a collection is starred in one step, undone, kept over a reload, and removed'(page) {
    await dropDay(page);
    await dropCollection(
      page,
      'ids.txt',
      '2601.00003\nhttps://arxiv.org/abs/2601.00007\n2512.00001 A title of before\n',
      /ids\.txt: 3 works, 2 in your digests/,
    );
    await openSheet(page);
    await page.click('[data-testid=collection-star]');
    await page.press('Escape');
    await page.thereAre('[data-testid=row][data-starred]', 2);
    await pressEach(page, 'z');
    await page.thereAre('[data-testid=row][data-starred]', 0);
    await page.reload();
    await page.visible('[data-testid=row]');
    await search(page, 'before');
    await page.says('[data-testid=elsewhere] summary', '1 work of your collections is in no open digest');
    await search(page, 'collection:ids.txt');
    await countIs(page, '2 of 12 papers');
    await openSheet(page);
    await page.click('[data-testid=collection-remove]');
    await page.press('Escape');
    await page.says(COUNT, /^0 of|No /);
  },

  async 'a work that no digest has leads to papers like its title, from the sheet and from what a query finds'(
    page,
  ) {
    await page.drop([fixture('clean.md')]);
    const text = '@misc{a, title={Teapots and their {Spouts}}}\n@misc{b, title={Zeppelins}}';
    await dropCollection(page, 'refs.bib', text, /refs\.bib: 2 works, 0 in your digests/);
    await openSheet(page);
    await page.click('[data-testid=collection-elsewhere] summary');
    await page.click('[aria-label="Similar papers: Teapots and their Spouts"]');
    await page.visible(SIMILAR);
    await page.says('.similar-note', 'Like “Teapots and their Spouts”, which is in no open digest.');
    await page.click(`${SIMILAR} button[data-key]`);
    await page.says('.paper-title', 'Every Teapot Graph Is Four-Colourable');
    await search(page, 'zeppelins');
    await page.click('[data-testid=elsewhere] summary');
    await page.click('[aria-label="Similar papers: Zeppelins"]');
    await page.says('.similar-note', 'No paper of your digests is like “Zeppelins”.');
  },

  async 'a broken bibliography says how many entries are broken, and where'(page) {
    await dropDay(page);
    await dropCollection(
      page,
      'broken.bib',
      '@misc{a, eprint={2601.00001}\n@misc{b, title={Never closed\n@misc{c, eprint={2601.00002}}',
      /broken\.bib: 2 works, 2 in your digests\. 3 entries could not be read whole/,
    );
    await openSheet(page);
    await page.click('.collection-remarks summary');
    await page.says('.collection-remarks li', 'Line 1: this entry does not end');
    await openPaperOf(page);
  },
};

/** The sheet covers nothing for good. @param {Page} page */
async function openPaperOf(page) {
  await page.press('Escape');
  await page.hidden(SHEET);
  await openPaper(page, `2601.00002@${DAY}`);
  assert.ok(await page.evaluate(() => document.querySelector('[data-testid=in-collections]')?.textContent));
}
