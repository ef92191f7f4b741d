// Commands by name, as a person at the keyboard finds them.
import assert from 'node:assert/strict';
import { paperCountOf } from '../support/digest-text.mjs';
import { sampleText } from '../support/dist.mjs';
import { PAPER, SEARCH, countIs, found, openSample } from '../support/reader.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */

const ALL = paperCountOf(sampleText);
const PALETTE = '[data-testid=palette]';
const INPUT = '[data-testid=palette-input]';
const OPTIONS = `${PALETTE} [role=option]`;

/** @param {Page} page */
export async function openPalette(page) {
  await page.press('Control+k');
  await page.visible(PALETTE);
  await page.until('the field has the focus', (input) => document.activeElement?.matches(input), INPUT);
}

/** The names of the options, without their keys. @param {Page} page */
const names = (page) => page.texts(`${OPTIONS} > :first-child`);

/** @param {Page} page @param {string} selector */
const hasFocus = (page, selector) =>
  page.until(
    `the focus is on ${selector}`,
    (selector) => document.activeElement?.matches(selector) ?? false,
    selector,
  );

/** @type {import('../support/matrix.mjs').Scenarios} */
export const palette = {
  async 'a command is found by its name in either language, and runs where the focus was'(page) {
    await openSample(page, ALL);
    await page.click(SEARCH);
    await page.type('quantu');
    const papers = await found(page);
    await openPalette(page);
    assert.ok(!(await names(page)).includes('Close the paper'), 'no paper is open');
    await page.type('paper open');
    assert.deepEqual((await names(page)).slice(0, 1), ['Open the paper']);
    await page.press('Enter');
    await page.hidden(PALETTE);
    await page.visible(PAPER);
    assert.equal(await page.evaluate((box) => document.querySelector(box)?.value, SEARCH), 'quantu');
    assert.equal(await found(page), papers);

    await openPalette(page);
    assert.equal((await names(page))[0], 'Open the paper', 'what was used last comes first');
    await page.type('论文 关闭');
    assert.deepEqual(await names(page), ['Close the paper']);
    await page.press('Enter');
    await page.hidden(PAPER);
    await hasFocus(page, '#paper-list');
  },

  async 'Escape, and the keys that open the palette, close it and give the focus back'(page) {
    await openSample(page, ALL);
    await page.press('/');
    await hasFocus(page, SEARCH);
    for (const key of ['Escape', 'Control+k']) {
      await openPalette(page);
      await page.press('ArrowDown');
      await page.press(key);
      await page.hidden(PALETTE);
      await hasFocus(page, SEARCH);
    }
    await countIs(page, `${ALL} papers`);
  },

  async 'a sheet has the focus over the front that the page came with, too'(page) {
    await page.visible('[data-testid=sample]');
    await page.evaluate(() => {
      const front = document.createElement('div');
      front.className = 'front';
      document.body.prepend(front);
    });
    await openPalette(page);
    await page.press('Escape');
    await page.hidden(PALETTE);
    await page.type('?');
    await page.visible('[data-testid=keys-sheet]');
    assert.equal(await page.evaluate(() => document.activeElement?.closest('dialog') != null), true);
  },

  async 'a command of the palette leaves the sheet from which it was opened'(page) {
    await openSample(page, ALL);
    await page.press('/');
    await page.press('ArrowDown');
    await page.type('?');
    await page.visible('[data-testid=keys-sheet]');
    await page.click('[data-testid=palette-open]');
    await page.visible(PALETTE);
    await page.type('search');
    await page.press('Enter');
    await page.hidden('[data-testid=keys-sheet]');
    await hasFocus(page, SEARCH);
    assert.equal(await page.count('dialog[open]'), 0);
  },

  async 'the palette works where single letters are no commands, and shows none'(page) {
    await openSample(page, ALL);
    await page.press('/');
    await page.press('ArrowDown');
    await page.type(',');
    await page.click('[data-testid=setting-keys]');
    await page.press('Escape');
    await page.hidden('[data-testid=settings]');
    await page.type('?');
    await openPalette(page);
    assert.equal(await page.count('[data-testid=keys-sheet][open]'), 0);
    assert.ok((await page.texts(`${PALETTE} kbd`)).every((key) => key.length > 1 || /[↑↓]/.test(key)));
    await page.type('keys');
    await page.press('Enter');
    await page.visible('[data-testid=keys-sheet]');
  },
};
