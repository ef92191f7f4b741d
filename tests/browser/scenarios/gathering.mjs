// Many files as one library: what is the same paper, what a file lacks, what was mended.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { fixture } from '../support/dist.mjs';
import { withFiles } from '../support/files.mjs';
import { PAPER, ROW, countIs, filter, openPaper, paperIs, search } from '../support/reader.mjs';

const APPEARANCES = '[data-testid=appearances] button';
/** @param {number} index */
const appearance = (index) => `[data-testid=appearances] li:nth-child(${index + 1}) > button`;
const VERBATIM = '[data-testid=repair] button';
const clean = readFileSync(fixture('clean.md'), 'utf8');
/** The same papers as records. */
const records = [1, 2, 3]
  .map((n) => JSON.stringify({ id: `2601.0000${n}`, title: `Record ${n}`, summary: 'Told in another file.' }))
  .join('\n');
const newest = '2601.00001@2026-01-14';
const twoDays = {
  '2026-01-13.md': clean.replaceAll('TL;DR: ', 'TL;DR: 昨天'),
  '2026-01-14.md': clean,
};

/** Drops files that hold the same papers, and waits for the last. @param {import('../support/page.mjs').Page} page @param {Record<string, string>} files */
async function dropSame(page, files) {
  await withFiles(files, async (paths) => {
    await page.drop(paths);
    await page.until('both are open', () => document.querySelector('.row-appearances') !== null);
    await countIs(page, '3 papers');
  });
}

/** @type {import('../support/matrix.mjs').Scenarios} */
export const gathering = {
  async 'a paper of two days is one row that counts for both, and both can be opened'(page) {
    await dropSame(page, twoDays);
    await page.say('.row-appearances .visually-hidden', Array(3).fill('in 2 places of the library '));
    await page.click(filter('day', '2026-01-13'));
    await countIs(page, '3 papers');
    await page.until('the day’s own text is shown', () =>
      document.querySelector('.row-summary')?.textContent?.startsWith('昨天'),
    );
    await page.click(filter('day', '2026-01-13'));
    await page.until('the newest is shown', () =>
      document.querySelector('.row-summary')?.textContent?.startsWith('用'),
    );
    await openPaper(page, newest);
    await page.say(APPEARANCES, ['14 Jan 2026', '13 Jan 2026']);
    await page.click(appearance(1));
    await paperIs(page, newest.replace('14', '13'));
    await page.says('[data-field=tldr]', /^昨天/);
    await page.attributeIs(appearance(1), 'aria-current', 'true');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), '13 Jan 2026');
    await page.says('.paper-place', /^1 of 3/);
  },

  async 'words of any day find the paper'(page) {
    await dropSame(page, twoDays);
    assert.equal(await search(page, '昨天'), 3);
    await page.says('.row-summary', /^昨天/);
  },

  async 'a file with another ending adds to its namesake'(page) {
    await dropSame(page, { '2026-01-14.md': clean, '2026-01-14.jsonl': records });
    await page.click(ROW);
    const keys = new Set();
    for (const index of [0, 1]) {
      await page.click(appearance(index));
      await page.attributeIs(appearance(index), 'aria-current', 'true');
      keys.add(await page.attribute(PAPER, 'data-key'));
    }
    assert.equal(keys.size, 2);
  },

  async 'papers whose summary failed show their abstract, and a filter finds them'(page) {
    await page.drop([fixture('failure-texts.md'), fixture('dialect-m.md')]);
    await countIs(page, '6 papers');
    assert.doesNotMatch((await page.texts('.row-summary')).join(), /failed|Error|N\/A|错误/);
    await page.click('[data-testid=text-filter][data-value=without]');
    await countIs(page, '5 of 6 papers');
    assert.match(await page.evaluate(() => location.hash), /without=summary/);
    await openPaper(page, '2601.00001@failure-texts');
    await page.says('.field-missing', /^Not in the digest\s*TL;DR: .?Summary generation failed/);
    await page.reload();
    await countIs(page, '5 of 6 papers');
    await page.click('.filters-clear');
    await countIs(page, '6 papers');
  },

  async 'mended text can be switched back to what the file holds'(page) {
    await page.drop([fixture('control-bytes.md')]);
    await countIs(page, '3 papers');
    assert.equal(await search(page, 'title:beta'), 1, 'what is shown is what is searched');
    await search(page, '');
    await openPaper(page, '2601.00001@control-bytes');
    const mended = await page.text('.paper-title');
    await page.click(VERBATIM);
    await page.attributeIs(VERBATIM, 'aria-pressed', 'true');
    await page.until(
      'the title is that of the file',
      (mended) => document.querySelector('.paper-title')?.textContent !== mended,
      mended,
    );
    assert.equal(
      await page.evaluate((button) => document.activeElement === document.querySelector(button), VERBATIM),
      true,
    );
    await page.click(VERBATIM);
    await page.attributeIs(VERBATIM, 'aria-pressed', 'false');
    await page.says('.paper-title', mended);
    await openPaper(page, '2601.00003@control-bytes');
    assert.equal(await page.count('[data-testid=repair]'), 0);
  },

  async 'digests of all dialects open side by side'(page) {
    const names = readdirSync(fixture('')).filter((name) => name.startsWith('dialect-'));
    assert.equal(names.length, 9);
    await page.drop(names.map(fixture));
    await countIs(page, '19 papers');
    await search(page, 'underlined');
    await page.click(ROW);
    await page.visible(PAPER);
    await page.says('.paper-title', /^Third/);
  },
};
