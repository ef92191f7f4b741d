// A range of days in the calendar: dragged by the mouse, and by keys alone.
import assert from 'node:assert/strict';
import { withFiles } from '../support/files.mjs';
import { makeDigest } from '../support/generate.mjs';
import { COUNT, countIs, settled } from '../support/reader.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */

const DAYS = 40;
const FIRST = Date.UTC(2026, 0, 5);
const dayOf = (/** @type {number} */ index) =>
  new Date(FIRST + index * 86_400_000).toISOString().slice(0, 10);

/** @param {string} date */
const cell = (date) => `[data-testid=calendar] [data-day="${date}"]`;

/** Forty days of two papers each. @param {Page} page */
export async function openDays(page) {
  const files = Object.fromEntries(
    Array.from({ length: DAYS }, (_, index) => [
      `${dayOf(index)}.md`,
      makeDigest({ papers: 2, first: 1 + 2 * index }),
    ]),
  );
  await withFiles(files, async (paths) => {
    await page.drop(paths);
    // In either language.
    await page.says(COUNT, new RegExp(`^${2 * DAYS} `));
    await settled(page);
  });
}

/** @param {Page} page @param {string} date */
const focusIsOn = (page, date) =>
  page.until(
    `the focus is on ${date}`,
    (date) => document.activeElement?.getAttribute('data-day') === date,
    date,
  );

/** @param {Page} page @param {string} range */
const addressHas = (page, range) =>
  page.until('the address has the range', (range) => location.hash === `#day=${range}`, range);

/** @type {import('../support/matrix.mjs').Scenarios} */
export const choosingDays = {
  async 'a range is dragged over the calendar, and going back takes it away'(page) {
    await openDays(page);
    await page.visible(cell('2026-02-13'));
    await page.evaluate(
      (from, to) => {
        /** @param {string} type @param {string} selector */
        const send = (type, selector) =>
          document
            .querySelector(selector)
            ?.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, pointerType: 'mouse' }));
        send('pointerdown', from);
        send('pointerover', to);
        send('pointerup', to);
      },
      cell('2026-02-10'),
      cell('2026-02-03'),
    );
    await countIs(page, `16 of ${2 * DAYS} papers`);
    await addressHas(page, '2026-02-03..2026-02-10');
    await page.thereAre('[data-testid=calendar] [aria-selected=true]', 8);
    await page.back();
    await countIs(page, `${2 * DAYS} papers`);
    await page.thereAre('[data-testid=calendar] [aria-selected=true]', 0);
  },

  async 'a range over two months is chosen by keys alone'(page) {
    await openDays(page);
    await page.click(cell('2026-02-02'));
    await countIs(page, `2 of ${2 * DAYS} papers`);
    await focusIsOn(page, '2026-02-02');
    await page.press('ArrowRight');
    await page.press('Shift+ArrowUp');
    await focusIsOn(page, '2026-01-27');
    await page.thereAre('[data-testid=calendar] [data-offered]', 5);
    assert.match(await page.text(COUNT), /^2 of/, 'nothing is chosen yet');
    await page.press('Enter');
    await countIs(page, `16 of ${2 * DAYS} papers`);
    await addressHas(page, '2026-01-27..2026-02-03');
    await focusIsOn(page, '2026-01-27');
    await page.says('[data-testid=calendar-chosen]', /27 Jan.+3 Feb 2026/);
    await page.click('.filters-clear');
    await settled(page);
    await countIs(page, `${2 * DAYS} papers`);
  },
};
