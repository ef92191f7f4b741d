import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fixture, sampleName, samplePath, sampleText } from '../support/dist.mjs';
import { paperCountOf, papersOf } from '../support/digest-text.mjs';
import { withFiles } from '../support/files.mjs';
import { COUNT, LIST, countIs, filter, forgetEverything, found, openSample } from '../support/reader.mjs';

const SAMPLE = paperCountOf(sampleText);

const PASTE = '[data-testid=paste]';

/** Brings a text to the clipboard by the field of the open sheet. @param {import('../support/page.mjs').Page} page @param {string} text */
async function cut(page, text) {
  await page.evaluate((text) => {
    const area = /** @type {HTMLTextAreaElement} */ (document.querySelector('[data-testid=paste-text]'));
    area.value = text;
    area.select();
  }, text);
  await page.press('Control+x');
}

/** @type {import('../support/matrix.mjs').Scenarios} */
export const opening = {
  async 'the sample opens by its button and shows all its papers'(page) {
    await openSample(page, SAMPLE);
    const first = papersOf(sampleText)[0];
    await page.says(`${LIST} #row-0`, new RegExp(`^${first.number}${first.title}`));
    await page.attributeIs(`${LIST} #row-0`, 'aria-setsize', String(SAMPLE));
  },

  async 'a dropped file opens'(page) {
    await page.drop([samplePath]);
    await countIs(page, `${SAMPLE} papers`);
    await page.thereAre(filter('day', '2026-01-01'), 1);
  },

  async 'two files dropped at once open as one library, and a third joins them'(page) {
    await page.drop([samplePath, fixture('clean.md')]);
    await countIs(page, `${SAMPLE + 3} papers`);
    await page.drop([fixture('dialect-m.md')]);
    await countIs(page, `${SAMPLE + 4} papers`);
  },

  async 'files picked with the file input open'(page) {
    await page.setFiles('[data-testid=file-input]', [samplePath, fixture('clean.md')]);
    await countIs(page, `${SAMPLE + 3} papers`);
  },

  async 'a digest pasted anywhere, or into the sheet, opens'(page) {
    await page.click(PASTE);
    await cut(page, sampleText);
    await page.press('Escape');
    await page.hidden('[data-testid=paste-text]');
    await page.press('Control+v');
    await countIs(page, `${SAMPLE} papers`);
    await forgetEverything(page);
    await page.click(PASTE);
    await cut(page, readFileSync(fixture('clean.md'), 'utf8'));
    await page.press('Control+v');
    await page.click('[data-testid=paste-read]');
    await countIs(page, '3 papers');
  },

  async 'JSON Lines open as the papers that they hold, broken lines cost nothing else'(page) {
    await page.drop([fixture('json-lines.jsonl'), fixture('json-array.json')]);
    await countIs(page, '6 papers');
    await page.click('[data-testid=report-open]');
    const places = await page.texts('[data-code=broken_record] .report-place');
    const lines = places.flatMap((place) => place?.match(/^Lines? ([\d, and]+):/)?.[1].match(/\d+/g) ?? []);
    assert.deepEqual(
      lines.map(Number).toSorted((a, b) => a - b),
      [5, 6, 8, 9, 11, 16],
    );
  },

  async 'files that are no digests are each reported and cost nothing else'(page) {
    const picture = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    await withFiles({ 'picture.md': picture, 'nothing.md': '' }, async (paths) => {
      await page.drop([...paths, fixture('not-a-digest.md'), samplePath]);
      await countIs(page, `${SAMPLE} papers`);
    });
    await page.says('[data-testid=toast] p', '3 files could not be opened.');
    await page.click('[data-testid=toast-files]');
    const files = await page.texts('[data-testid=report] .report-file');
    assert.deepEqual(
      files.toSorted(),
      [
        `${sampleName} ${SAMPLE} papersRemove`,
        'not-a-digest.md No papers were found: no block that repeats has titles with links to papers.',
        'nothing.md The file is empty.',
        'picture.md This file is not text.',
      ].toSorted(),
    );
    assert.equal(await found(page), SAMPLE);
  },

  async 'the same file twice is one digest'(page) {
    await page.drop([samplePath]);
    await countIs(page, `${SAMPLE} papers`);
    await page.drop([samplePath]);
    await page.visible('[data-testid=toast]');
    await page.says('[data-testid=toast] p', `${sampleName}: This file is open already.`);
    await page.says(COUNT, `${SAMPLE} papers`);
  },

  async 'what a digest has odd is reported by line'(page) {
    await page.drop([fixture('toc-mismatch.md')]);
    await countIs(page, '4 papers');
    await page.until(
      'the file is counted',
      () => document.querySelector('[data-testid=report-open]')?.textContent === 'Files (1 with remarks)',
    );
    await page.click('[data-testid=report-open]');
    const codes = await page.evaluate(() =>
      [...document.querySelectorAll('[data-testid=report] [data-code]')].map(
        (node) => `${node.getAttribute('data-code')}, ${node.querySelector('.report-line')?.textContent}`,
      ),
    );
    const lines = readFileSync(fixture('toc-mismatch.md'), 'utf8').split('\n');
    assert.equal(codes.length, 3);
    for (const code of ['toc_total_differs', 'toc_category_missing', 'category_not_in_toc']) {
      const [found] = codes.filter((each) => each.startsWith(code));
      assert.match(found, /, Line \d+$/);
      assert.match(lines[Number(found.match(/\d+$/)?.[0]) - 1], /cs\.(LG|RO|DB)/);
    }
  },
};
