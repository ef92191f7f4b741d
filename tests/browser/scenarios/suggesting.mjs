// Words that are in no paper, and those that may have been meant.
import assert from 'node:assert/strict';
import { sampleText } from '../support/dist.mjs';
import { papersOf } from '../support/digest-text.mjs';
import { found, openSample, search } from '../support/reader.mjs';

const ALL = papersOf(sampleText).length;
const LINE = '[data-testid=suggestion]';
const TAKE = '[data-testid=suggestion-take]';

/** @param {import('../support/page.mjs').Page} page */
const query = (page) => page.evaluate(() => document.querySelector('input')?.value);

/** @type {import('../support/matrix.mjs').Scenarios} */
export const suggesting = {
  async 'where nothing is found the papers of the nearest spelling are shown, and it is said'(page) {
    await openSample(page, ALL);
    await page.until(
      'the list and its hint were announced',
      () => document.querySelector('.visually-hidden[role=status]')?.textContent,
    );
    const meant = await search(page, 'attention ');
    assert.equal(await search(page, 'atention '), meant);
    await page.says(
      LINE,
      /^Nothing found for “atention”\. Showing results for “attention *”\. Put it into the search box$/,
    );
    await page.hidden('.no-match');
    assert.equal(await query(page), 'atention ');
    await page.until('it is announced', () =>
      document
        .querySelector('.visually-hidden[role=status]')
        ?.textContent?.match(/^Nothing found for “atention”.*\d+ of \d+ papers$/),
    );
    assert.ok((await page.texts('[data-testid=row] mark')).some((mark) => /^attention$/i.test(mark)));
  },

  async 'the suggestion goes into the box, and back brings what was typed'(page) {
    await openSample(page, ALL);
    const papers = await search(page, 'atention ');
    await page.until('the address knows', () => location.hash.includes('atention'));
    await page.click(TAKE);
    await page.hidden(LINE);
    assert.equal(await found(page), papers);
    assert.equal((await query(page))?.trim(), 'attention');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'search');
    await page.back();
    await page.visible(LINE);
    assert.equal((await query(page))?.trim(), 'atention');
  },

  async 'papers that fit much better with another spelling are shown too, until only what was typed is wanted'(
    page,
  ) {
    await openSample(page, ALL);
    assert.equal(await search(page, '(natural) translation '), 1);
    assert.equal(await search(page, 'natural translation '), 2);
    await page.says(
      LINE,
      /^Also showing results for “neural translation”\. Put it into the search box Only what I typed$/,
    );
    assert.match((await page.texts('[data-testid=row] .row-title'))[0], /^Neural Machine Translation/);
    await page.click('[data-testid=suggestion-leave]');
    await page.hidden(LINE);
    assert.equal(await found(page), 1);
    assert.equal((await query(page))?.trim(), '(natural) translation');
    await page.back();
    await page.visible(LINE);
    await page.click(TAKE);
    await page.hidden(LINE);
    assert.equal((await query(page))?.trim(), 'neural translation');
  },

  async 'where little is found another spelling is offered'(page) {
    await openSample(page, ALL);
    assert.equal(await search(page, 'ricci OR atention '), 2);
    await page.visible(LINE);
    await page.says(LINE, /^Did you mean: ricci OR attention *$/);
    await page.click(TAKE);
    await page.hidden(LINE);
    assert.ok((await found(page)) > 2);
  },

  async 'where enough is found, or nothing is near, nothing is offered'(page) {
    await openSample(page, ALL);
    await search(page, 'attention ');
    await page.hidden(LINE);
    await search(page, 'xylophone ');
    await page.visible('.no-match');
    await page.hidden(LINE);
  },
};
