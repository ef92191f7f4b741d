// Waves in the search box, under what was not understood.
import assert from 'node:assert/strict';
import { sampleText } from '../support/dist.mjs';
import { papersOf } from '../support/digest-text.mjs';
import { SEARCH, openSample, search } from '../support/reader.mjs';

const ALL = papersOf(sampleText).length;
const WAVES = '.query-underlines';
const LONG = 'date:yesterday '.padEnd(300, 'a long query ');

/** Where text and waves are. @param {import('../support/page.mjs').Page} page */
const places = (page) =>
  page.evaluate(() => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector('#search'));
    const line = /** @type {HTMLElement} */ (document.querySelector('.query-underlines-line'));
    const style = getComputedStyle(input);
    const own = getComputedStyle(line);
    return {
      text: input.scrollWidth,
      padding: parseFloat(style.paddingInlineEnd),
      waves: line.getBoundingClientRect().width,
      scrolled: input.scrollLeft,
      moved: input.getBoundingClientRect().left - line.getBoundingClientRect().left,
      fonts: [style.font, own.font],
    };
  });

/** @type {import('../support/matrix.mjs').Scenarios} */
export const underlining = {
  async 'each part that was not understood is underlined where it stands'(page) {
    await openSample(page, ALL);
    await search(page, 'OR adam date:yesterday');
    await page.visible(WAVES);
    await page.say('.is-issue', ['OR', 'date:yesterday']);
    await page.says(WAVES, 'OR adam date:yesterday');
    await page.attributeIs(WAVES, 'aria-hidden', 'true');
    await page.says('[data-testid=query-issue]', /“OR”/);
    const { fonts } = await places(page);
    assert.equal(fonts[0], fonts[1]);
    await search(page, 'adam');
    await page.hidden(WAVES);
  },

  async 'the waves move with a text that is longer than the box'(page) {
    await openSample(page, ALL);
    await search(page, LONG);
    await page.visible(WAVES);
    await page.click(SEARCH);
    for (const key of ['End', 'Home', 'End']) {
      await page.press(key);
      await page.until(
        'the waves are where the text is',
        (atEnd) => {
          const input = /** @type {HTMLInputElement} */ (document.querySelector('#search'));
          const line = /** @type {HTMLElement} */ (document.querySelector('.query-underlines-line'));
          const moved = input.getBoundingClientRect().left - line.getBoundingClientRect().left;
          return input.scrollLeft > 0 === atEnd && Math.abs(moved - input.scrollLeft) <= 1;
        },
        key === 'End',
      );
    }
    // Only Chromium counts the padding.
    const { text, padding, waves } = await places(page);
    const difference = Math.min(Math.abs(text - waves), Math.abs(text - padding - waves));
    assert.ok(difference <= 2, `${waves}px of waves under ${text}px of text`);
  },

  async 'a text that is not answered yet has no waves'(page) {
    await openSample(page, ALL);
    await search(page, 'OR adam');
    await page.visible(WAVES);
    await page.click(SEARCH);
    const hidden = await page.evaluate(() => {
      document.execCommand('insertText', false, 'x');
      return !document.querySelector('.query-underlines')?.checkVisibility();
    });
    assert.ok(hidden);
  },
};
