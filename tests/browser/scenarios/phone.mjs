import assert from 'node:assert/strict';
import { sampleText } from '../support/dist.mjs';
import { contentsOf, papersOf } from '../support/digest-text.mjs';
import {
  COMPLETIONS,
  LIST,
  PAPER,
  SEARCH,
  completionsAreThere,
  countIs,
  filter,
  found,
  openSample,
  row,
  search,
} from '../support/reader.mjs';

const ALL = papersOf(sampleText).length;
const contents = contentsOf(sampleText);
const SHEET = '.dialog-filters';

/** @param {import('../support/page.mjs').Page} page @param {string} selector */
const box = (page, selector) =>
  page.evaluate((selector) => {
    const { x, y, width, height } = /** @type {Element} */ (
      document.querySelector(selector)
    ).getBoundingClientRect();
    return { x, y, width, height };
  }, selector);

/** @param {import('../support/page.mjs').Page} page */
async function nothingIsCutOff(page) {
  const [inner, whole] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  assert.ok(whole <= inner, `${whole}px in a window of ${inner}px`);
}

export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** @type {import('../support/matrix.mjs').Scenarios} */
export const phone = {
  async 'there is one column, as wide as the screen'(page) {
    await nothingIsCutOff(page);
    await openSample(page, ALL);
    assert.equal((await box(page, LIST)).width, 390);
    await page.hidden('.filter-column');
    await page.hidden('.paper-column');
    await nothingIsCutOff(page);
    await page.resize(320, 640);
    await nothingIsCutOff(page);
  },

  async 'the filters come up as a sheet'(page) {
    await openSample(page, ALL);
    await page.click('.filters-open');
    await page.visible(SHEET);
    await page.click(`${SHEET} ${filter('category', 'quant-ph')}`);
    await page.click(`${SHEET} .dialog-head button`);
    await page.hidden(SHEET);
    await countIs(page, `${contents['quant-ph']} of ${ALL} papers`);
    await page.says('.filters-open', 'Filters (1)');
    await nothingIsCutOff(page);
  },

  async 'the query syntax has a button beside the box'(page) {
    await openSample(page, ALL);
    await page.hidden('.keys-button');
    await page.click('.search-syntax');
    await page.visible('[data-testid=syntax-sheet]');
    assert.ok((await page.texts('[data-testid=syntax-sheet] code')).includes('graph OR tree'));
    await nothingIsCutOff(page);
    await page.click('[data-testid=syntax-sheet] .dialog-head button');
    await page.hidden('[data-testid=syntax-sheet]');
  },

  async 'completions fit the screen, and a touch takes one'(page) {
    await openSample(page, ALL);
    await page.click(SEARCH);
    await page.type('perel');
    await completionsAreThere(page);
    await nothingIsCutOff(page);
    await page.resize(320, 640);
    await nothingIsCutOff(page);
    const { x, width } = await box(page, COMPLETIONS);
    assert.ok(x >= 0 && x + width <= 320, `${x} to ${x + width}`);
    await page.click(`${COMPLETIONS} [data-kind=author]`);
    await page.hidden(COMPLETIONS);
    assert.ok((await found(page)) > 0);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'search');
  },

  async 'a suggestion is taken without bringing up the keyboard'(page) {
    await openSample(page, ALL);
    await search(page, 'atention ');
    await page.click('[data-testid=suggestion-take]');
    await page.hidden('[data-testid=suggestion]');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'paper-list');
    await nothingIsCutOff(page);
  },

  async 'a paper covers the screen, and going back closes it'(page) {
    await openSample(page, ALL);
    await search(page, 'attention');
    await page.click('[data-testid=row]');
    await page.visible(PAPER);
    assert.deepEqual(await box(page, '.paper-column'), { x: 0, y: 0, width: 390, height: 844 });
    await nothingIsCutOff(page);
    await page.back();
    await page.hidden(PAPER);
    assert.equal(await page.evaluate(() => document.querySelector('input')?.value), 'attention');
    await page.forward();
    await page.visible(PAPER);
    await page.click('.paper-back');
    await page.hidden(PAPER);
    await page.visible(LIST);
  },

  async 'a finger decides: to the right done, to the left a star, farther not for me; and each can be taken back'(
    page,
  ) {
    const { swipe } = /** @type {any} */ (page);
    await openSample(page, ALL);
    const keys = await page.evaluate(() =>
      [...document.querySelectorAll('[data-testid=row]')].map((row) => row.getAttribute('data-key')),
    );
    const [first, second, third] = keys.map((key) => row(String(key)));
    await swipe(first, 0.5);
    await page.visible(`${first}[data-read]`);
    await swipe(second, -0.4);
    await page.visible(`${second}[data-starred]`);
    await swipe(third, -0.8);
    await countIs(page, `${ALL - 1} papers`);
    await page.click('[data-testid=undo]');
    await countIs(page, `${ALL} papers`);
    // Too short a way decides nothing, and opens nothing.
    await swipe(third, 0.15);
    await page.hidden(PAPER);
    assert.equal(await page.count('[data-read]'), 2);
    await nothingIsCutOff(page);
    await page.click(third);
    await page.visible(PAPER);
    await page.click('[data-testid=dismiss]');
    await countIs(page, `${ALL - 1} papers`);
  },

  async 'what can be done with the list unfolds under its count, which fits the narrowest screen'(page) {
    await openSample(page, ALL);
    await page.resize(320, 640);
    await page.click('.filters-open');
    await page.click(`${SHEET} ${filter('category', 'quant-ph')}`);
    await page.click(`${SHEET} .dialog-head button`);
    await page.until('the head is one line, of which nothing is cut off', () => {
      const head = /** @type {Element} */ (document.querySelector('.list-head'));
      const count = /** @type {Element} */ (document.querySelector('.count'));
      return head.getBoundingClientRect().height <= 46 && count.scrollWidth <= count.clientWidth;
    });
    await page.hidden('[data-testid=list-export]');
    await page.click('[data-testid=list-more]');
    await page.attributeIs('[data-testid=list-more]', 'aria-expanded', 'true');
    await page.visible('[data-testid=order]');
    await nothingIsCutOff(page);
    await page.click('[data-testid=list-export]');
    await page.says('[data-testid=export-status]', new RegExp(`^${contents['quant-ph']} papers`));
    await page.press('Escape');
    await page.click('[data-testid=list-more]');
    await page.hidden('[data-testid=list-export]');
  },

  async 'a finger finishes the day of the papers in view, and takes it back'(page) {
    await openSample(page, ALL);
    await page.says('[data-testid=day-left]', `${ALL} of ${ALL} unread`);
    const { height, width } = await box(page, '[data-testid=finish-day]');
    assert.ok(height >= 44 && width >= 44, `${width} by ${height}`);
    await page.click('[data-testid=finish-day]');
    await page.says('[data-testid=day-left]', 'Finished ✓');
    await page.hidden('[data-testid=finish-day]');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'paper-list');
    await page.click('[data-testid=undo]');
    await page.says('[data-testid=day-left]', `${ALL} of ${ALL} unread`);
    // What is found of a day is not the day.
    await search(page, 'attention');
    await page.hidden('[data-testid=day-bar]');
  },

  async 'every paper of the sample fits the screen'(page) {
    await openSample(page, ALL);
    await page.click('[data-testid=row]');
    await page.visible(PAPER);
    for (let place = 1; place <= ALL; place++) {
      await page.until(
        `paper ${place} is open`,
        (place) => document.querySelector('.paper-place')?.textContent === place,
        `${place} of ${ALL}`,
      );
      await nothingIsCutOff(page);
      const wide = await page.evaluate(() => {
        const column = /** @type {Element} */ (document.querySelector('.paper-column'));
        return column.scrollWidth - column.clientWidth;
      });
      assert.ok(wide <= 0, `paper ${place} is ${wide}px too wide`);
      if (place < ALL) await page.click('.paper-step ~ .paper-step');
    }
  },
};
