// Many papers at once: by keyboard, by pointer and by finger.
import assert from 'node:assert/strict';
import { withFiles } from '../support/files.mjs';
import { makeDigest } from '../support/generate.mjs';
import { LIST, PAPER, countIs, pressEach, row, search } from '../support/reader.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */

const NOTICE = '[data-testid=undo-notice] p';
const BAR = '[data-testid=selection-bar]';
const SELECTED = '[role=option].is-selected';
const DAY = '2026-01-14';
/** From the left edge of a row into its box. */
const BOX = 20;

/** @param {Page} page @param {number} papers of one day */
async function openDay(page, papers) {
  await withFiles({ [`${DAY}.md`]: makeDigest({ papers }) }, async (paths) => {
    await page.drop(paths);
    await countIs(page, `${papers} papers`);
  });
}

/** @param {number} serial */
const key = (serial) => `2601.${String(serial).padStart(5, '0')}@${DAY}`;

/** @param {Page} page @param {number[]} serials of the papers on the screen that are selected */
const selectedAre = (page, ...serials) =>
  page.until(
    `${serials} are selected`,
    (selector, keys) =>
      [...document.querySelectorAll(selector)].map((node) => node.getAttribute('data-key')).join() === keys,
    `${SELECTED}[aria-selected=true]`,
    serials.map(key).join(),
  );

/** @param {Page} page @param {string} text */
const says = (page, text) => page.says('[data-testid=selection-count]', text);

/** What is copied goes to `window.copied`, and printing is left out. @param {Page} page */
export const withoutClipboard = (page) =>
  page.evaluate(() => {
    const writeText = async (/** @type {string} */ copied) => void Object.assign(window, { copied });
    Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
    window.print = () => {};
  });

/** @type {import('../support/matrix.mjs').Scenarios} */
export const selecting = {
  async 'keys select papers, and the keys of decisions then act on all of them'(page) {
    await openDay(page, 12);
    await page.hidden(BAR);
    await pressEach(page, 'x');
    await selectedAre(page, 1);
    await page.attributeIs(LIST, 'aria-multiselectable', 'true');
    await pressEach(page, 'x');
    await selectedAre(page, 1, 2);
    await pressEach(page, 'Shift+J');
    await selectedAre(page, 1, 2, 3, 4);
    await pressEach(page, 'Shift+K');
    await says(page, '3 selected');
    await pressEach(page, 's');
    await page.says(NOTICE, '3 papers starred.');
    await page.thereAre('[data-testid=row][data-starred]', 3);
    await pressEach(page, 't');
    await page.until('the field has the focus', () =>
      document.activeElement?.matches('.selection-tag-input'),
    );
    await page.type('kv');
    await page.press('Enter');
    await page.says(NOTICE, '3 papers tagged “kv”.');
    await page.until('the list has the focus', () => document.activeElement?.id === 'paper-list');
    await pressEach(page, 'y');
    await countIs(page, '9 papers');
    await page.hidden(BAR);
    await pressEach(page, 'z');
    await countIs(page, '12 papers');
    await selectedAre(page, 1, 2, 3);
    await page.press('Escape');
    await page.hidden(BAR);
    await selectedAre(page);
    assert.equal(await page.attribute(LIST, 'aria-multiselectable'), null);
  },

  async 'the list takes the keys of lists of many, and everything found is selected across queries'(page) {
    await openDay(page, 60);
    await page.evaluate((list) => /** @type {HTMLElement} */ (document.querySelector(list)).focus(), LIST);
    await page.press('Shift+ArrowDown');
    await selectedAre(page, 1, 2);
    await page.press(' ');
    await selectedAre(page, 1);
    await page.press('Control+a');
    await says(page, '60 selected');
    await search(page, 'sparse');
    await says(page, '60 selected, 54 not in this list');
    await page.evaluate((list) => /** @type {HTMLElement} */ (document.querySelector(list)).focus(), LIST);
    await page.press('Escape');
    await page.hidden(BAR);
  },

  async 'the selected papers are copied and printed, whatever the list shows'(page) {
    await openDay(page, 12);
    await withoutClipboard(page);
    await page.press('x');
    await page.press('x');
    await search(page, 'is:starred');
    await page.click('[data-testid=copy-titles]');
    await page.until(
      'the titles are copied',
      (text) => Reflect.get(window, 'copied') === text,
      [1, 2]
        .map(
          (n) =>
            `[${['', 'Paper 1: neural codes', 'Paper 2: graph agents'][n]}](https://arxiv.org/abs/2601.0000${n})`,
        )
        .join('\n'),
    );
    await page.click('[data-testid=print]');
    await page.thereAre('.print-sheet article', 2);
    await page.say('.print-sheet h2', ['Paper 1: neural codes', 'Paper 2: graph agents']);
    await page.hidden('.print-sheet');
    await page.press('Escape');
    await page.thereAre('.print-sheet', 0);
  },
};

/** With a mouse, in a browser that lets it be moved. @type {import('../support/matrix.mjs').Scenarios} */
export const selectingByPointer = {
  async 'the boxes select one paper each, or all that the pointer is drawn over'(page) {
    const { drag } = /** @type {any} */ (page);
    await openDay(page, 12);
    await drag(row(key(2)), row(key(4)), BOX);
    await selectedAre(page, 2, 3, 4);
    await page.hidden(PAPER);
    // What begins on a selected paper unselects.
    await drag(row(key(3)), row(key(4)), BOX);
    await selectedAre(page, 2);
  },

  async 'a click with Shift selects all from the last paper, with Control one; without them it opens'(page) {
    const { clickWith } = /** @type {any} */ (page);
    await openDay(page, 12);
    await clickWith(`${row(key(2))} .row-title`, 'Control');
    await clickWith(`${row(key(4))} .row-title`, 'Shift');
    await selectedAre(page, 2, 3, 4);
    await page.hidden(PAPER);
    await page.click(row(key(3)));
    await page.visible(PAPER);
    await says(page, '3 selected');
    await page.attributeIs(row(key(3)), 'aria-current', 'true');
  },

  async 'the buttons on a row lie over none of its text'(page) {
    await openDay(page, 12);
    for (const density of ['cards', 'short', 'titles']) {
      await page.evaluate((density) => (document.documentElement.dataset.density = density), density);
      const { hover } = /** @type {any} */ (page);
      await hover(`${row(key(3))} .row-title`);
      await page.visible('[data-testid=row-done]');
      const covered = await page.evaluate(() => {
        const tools = [...document.querySelectorAll('.row-tools button')].map((node) =>
          node.getBoundingClientRect(),
        );
        const range = document.createRange();
        return [
          ...document.querySelectorAll('.has-tools :is(.row-title, .row-authors, .row-summary)'),
        ].flatMap((node) => {
          range.selectNodeContents(node);
          const box = node.getBoundingClientRect();
          return [...range.getClientRects()]
            .filter(({ left, right, top, bottom }) =>
              tools.some(
                (tool) =>
                  Math.min(right, box.right) > tool.left + 1 &&
                  left < tool.right &&
                  Math.min(bottom, box.bottom) > tool.top + 6 &&
                  top < tool.bottom - 6 &&
                  top < box.bottom - 1,
              ),
            )
            .map(() => node.className);
        });
      });
      assert.deepEqual(covered, [], density);
    }
  },
};

/** @type {import('../support/matrix.mjs').Scenarios} */
export const selectingByTouch = {
  async 'a finger that rests selects a paper, then each tap one more, and the bar acts on all of them'(page) {
    const { rest, tap } = /** @type {any} */ (page);
    await openDay(page, 12);
    const lift = await rest(row(key(2)));
    await selectedAre(page, 2);
    await lift();
    await page.hidden(PAPER);
    await tap(row(key(3)));
    await selectedAre(page, 2, 3);
    await tap(row(key(2)));
    await selectedAre(page, 3);
    await tap('[data-testid=selected-done]');
    await page.says(NOTICE, '1 paper marked as done.');
    await page.visible(`${row(key(3))}[data-read]`);
    await tap('[data-testid=unselect]');
    await page.hidden(BAR);
    await tap(row(key(1)));
    await page.visible(PAPER);
  },

  async 'a button lets taps select, and everything found can be selected'(page) {
    const { tap } = /** @type {any} */ (page);
    await openDay(page, 12);
    await tap('[data-testid=list-more]');
    await tap('[data-testid=select-many]');
    await says(page, 'Tap papers to select them.');
    await tap(row(key(1)));
    await says(page, '1 selected');
    await page.hidden(PAPER);
    await tap('[data-testid=select-all]');
    await says(page, '12 selected');
    await tap('[data-testid=selected-dismiss]');
    await countIs(page, '0 papers');
    await tap('[data-testid=undo]');
    await countIs(page, '12 papers');
    await says(page, '12 selected');
  },
};
