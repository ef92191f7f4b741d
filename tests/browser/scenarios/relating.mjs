// What goes with an open paper: others like it, and why it was found.
import assert from 'node:assert/strict';
import { sampleName, sampleText } from '../support/dist.mjs';
import { papersOf } from '../support/digest-text.mjs';
import { openPaper, openSample, paperIs, row, search } from '../support/reader.mjs';

const papers = papersOf(sampleText);
const ALL = papers.length;
const digest = sampleName.replace('.md', '');
const FIRST = `1706.03762@${digest}`;
const ADAM = `1412.6980@${digest}`;
const SIMILAR = '[data-testid=similar]';
const WHY = '[data-testid=why]';
const TABLE = '.why-table';

/** @param {import('../support/page.mjs').Page} page */
async function firstSimilar(page) {
  await page.visible(`${SIMILAR} button`);
  return String(await page.attribute(`${SIMILAR} button`, 'data-key'));
}

/** @type {import('../support/matrix.mjs').Scenarios} */
export const relating = {
  async 'below a paper are ten others like it'(page) {
    await openSample(page, ALL);
    await openPaper(page, FIRST);
    await page.visible(SIMILAR);
    const titles = await page.texts(`${SIMILAR} button`);
    assert.equal(new Set(titles).size, 10);
    assert.ok(!titles.includes(papers[0].title));
    for (const title of titles)
      assert.ok(
        papers.some((paper) => paper.title === title),
        title,
      );
    assert.match((await page.texts('.similar-line'))[0], /^\S+ · \S+ · 1 Jan 2026$/);
  },

  async 'a similar paper opens from its beginning, and back leads to the one before'(page) {
    await openSample(page, ALL);
    await openPaper(page, FIRST);
    const key = await firstSimilar(page);
    await page.click(`${SIMILAR} button`);
    await paperIs(page, key);
    await page.attributeIs(row(key), 'aria-selected', 'true');
    await page.until('the paper has the focus', () => document.activeElement?.matches('article.paper'));
    assert.equal(await page.evaluate(() => document.querySelector('.paper-column')?.scrollTop), 0);
    const place = Number((await page.text('.paper-place')).match(/^\d+/)?.[0]);
    await page.attributeIs(row(key), 'aria-posinset', String(place));
    assert.notEqual(await firstSimilar(page), key);
    await page.back();
    await paperIs(page, FIRST);
    assert.equal(await firstSimilar(page), key);
  },

  async 'a similar paper need not be in the list, and keys reach it'(page) {
    await openSample(page, ALL);
    await search(page, `id:${ADAM.split('@')[0]}`);
    await openPaper(page, ADAM);
    const key = await firstSimilar(page);
    await page.evaluate(() => document.querySelector('article.paper')?.querySelector('a')?.focus());
    await page.until('Tab comes to it', () => true);
    for (let step = 0; step < 12; step++) {
      await page.press('Tab');
      if (await page.evaluate(() => document.activeElement?.closest('.similar') !== null)) break;
    }
    await page.press('Enter');
    await paperIs(page, key);
    await page.says('.paper-place', '');
  },

  async 'a paper that was searched for says why it was found'(page) {
    await openSample(page, ALL);
    await search(page, 'gradient ');
    await openPaper(page, ADAM);
    await page.visible(WHY);
    await page.hidden(TABLE);
    await page.click(`${WHY} summary`);
    await page.visible(TABLE);
    await page.say(`${TABLE} thead th`, ['Searched', 'Found', 'Score']);
    assert.match((await page.texts(`${TABLE} tbody th`))[0], /^gradientin \d+ papers?$/);
    assert.match((await page.texts(`${TABLE} tbody td`))[0], /^gradient(s .*)? .*Abstract/);
    const scores = (await page.texts('.why-score')).map(Number);
    const total = scores.pop();
    assert.ok(Math.abs(scores.reduce((sum, score) => sum + score, 0) - Number(total)) < 0.02 * scores.length);
    await search(page, '');
    await page.hidden(WHY);
  },

  async 'a query that only filters gives no reasons'(page) {
    await openSample(page, ALL);
    await search(page, 'cat:cs.LG');
    await openPaper(page, ADAM);
    await page.visible(SIMILAR);
    await page.hidden(WHY);
  },
};
