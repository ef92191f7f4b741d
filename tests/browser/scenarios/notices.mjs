// What is said, and what lies over what, as only a browser knows.
import assert from 'node:assert/strict';
import { fixture } from '../support/dist.mjs';
import { withFiles } from '../support/files.mjs';
import { ROW, countIs } from '../support/reader.mjs';

const TOAST = '[data-testid=toast]';
const OVER = String.raw`\smash{\rlap{\raisebox{-3em}{\raisebox{-3em}{\rule{30em}{9em}}}}}\kern-9em\smash{\llap{\rule{30em}{9em}}}`;

/** Is the middle of it what a click there would hit? @param {import('../support/page.mjs').Page} page @param {string} selector */
const isOnTop = (page, selector) =>
  page.until(
    `${selector} is on top`,
    (selector) => {
      const node = document.querySelector(selector);
      node?.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = node?.getBoundingClientRect() ?? new DOMRect();
      return node?.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    },
    selector,
  );

/** @type {import('../support/matrix.mjs').Scenarios} */
export const notices = {
  async 'what is said while a sheet is open is seen in it, and after it on the page'(page) {
    await page.drop([fixture('clean.md')]);
    await countIs(page, '3 papers');
    await page.click('[data-testid=report-open]');
    await page.click('[data-testid=storage] summary');
    await page.evaluate(() => {
      const from = document.querySelector('[name="storage.from"]');
      if (from instanceof HTMLInputElement) from.value = '2027-01-01';
    });
    await page.click('[data-testid=storage-days] button');
    await page.says(`${TOAST} p`, '0 days were removed.');
    await isOnTop(page, `${TOAST} p`);
    assert.equal(await page.count(`dialog[open] ${TOAST}`), 1);
    await page.press('Escape');
    await page.thereAre(`dialog ${TOAST}`, 0);
    await isOnTop(page, `${TOAST} p`);
    await page.click(`${TOAST} button:last-child`);
    await page.hidden(TOAST);
  },

  async 'no formula takes the clicks of what stands beside it'(page) {
    const paper = {
      id: '2601.00001',
      title: `Tea $${OVER}$`,
      authors: ['Ana Beispiel'],
      categories: ['cs.LG'],
      summary: `An abstract $${OVER}$ with https://github.com/tea/tea in it.`,
    };
    await withFiles({ '2026-01-14.jsonl': JSON.stringify(paper) }, async (paths) => {
      await page.drop(paths);
      await countIs(page, '1 paper');
    });
    await page.click(ROW);
    await page.visible('.paper-title .katex');
    for (const selector of ['.paper-links a', '.paper-authors button', '.paper-category', '.field-text a'])
      await isOnTop(page, selector);
  },
};
