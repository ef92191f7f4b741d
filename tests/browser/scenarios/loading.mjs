import assert from 'node:assert/strict';
import { withFiles } from '../support/files.mjs';
import { makeDigest } from '../support/generate.mjs';
import { COUNT, countIs, found, search, settled } from '../support/reader.mjs';

const FILES = 60;
const PAPERS_EACH = 200;
const days = Array.from({ length: FILES }, (_, index) =>
  new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
);
const digests = Object.fromEntries(
  days.map((day, index) => [
    `${day}.md`,
    makeDigest({ papers: PAPERS_EACH, first: 1 + index * PAPERS_EACH }),
  ]),
);

/**
 * Presses Cancel as soon as the progress counts papers: seen from outside, a fast machine is done before one can.
 * @param {import('../support/page.mjs').Page} page
 */
const cancelOnceThereArePapers = (page) =>
  page.evaluate(() => {
    const observer = new MutationObserver(() => {
      const cancel = /** @type {HTMLElement} */ (document.querySelector('[data-testid=cancel]'));
      const text = document.querySelector('.progress-text')?.textContent ?? '';
      if (!/: [1-9]/.test(text) || !cancel.checkVisibility()) return;
      observer.disconnect();
      document.body.dataset.progressAtCancel = text;
      cancel.click();
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  });

/** @param {import('../support/page.mjs').Page} page */
const progressAtCancel = (page) =>
  page.until('Cancel was pressed', () => document.body.dataset.progressAtCancel);

/** @type {import('../support/matrix.mjs').Scenarios} */
export const loading = {
  async 'a long load shows how far it is, and can be cancelled with what was read so far'(page) {
    await withFiles(digests, async (paths) => {
      await cancelOnceThereArePapers(page);
      await page.drop(paths);
      assert.match(await progressAtCancel(page), /^Reading \d+ of 60, 2026-\d\d-\d\d\.md: [\d,]+ papers?$/);
      await settled(page);
    });
    const papers = await found(page);
    assert.ok(papers > 0 && papers < FILES * PAPERS_EACH, `${papers} papers`);
    assert.equal(papers % PAPERS_EACH, 0, 'of a file all papers are read, or none');
    await page.says(COUNT, `${papers.toLocaleString('en-GB')} papers`);
    // By their days: where a number is not found, its neighbours are offered.
    assert.equal(await search(page, `date:${days[0]}`), PAPERS_EACH);
    assert.equal(await search(page, `date:${days[FILES - 1]}`), 0);
    await search(page, '');
    await page.until('the address knows', () => !location.hash);
    await page.reload();
    await countIs(page, `${papers.toLocaleString('en-GB')} papers`);
  },
};
