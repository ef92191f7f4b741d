import assert from 'node:assert/strict';
import { withFiles } from '../support/files.mjs';
import { makeDigest } from '../support/generate.mjs';
import { LIST, PAPER, countIs, search } from '../support/reader.mjs';

const PAPERS = 5000;
const TOTAL = PAPERS.toLocaleString('en-GB');

/** @param {import('../support/page.mjs').Page} page */
async function rowsAreFew(page) {
  const { count, room } = await page.evaluate(() => ({
    count: document.querySelectorAll('#paper-list [role=option]').length,
    room: Math.ceil(
      /** @type {Element} */ (document.querySelector('#paper-list')).clientHeight /
        /** @type {Element} */ (document.querySelector('#paper-list [role=option]')).clientHeight,
    ),
  }));
  assert.ok(count > 0 && count <= room + 20, `${count} rows where ${room} have room`);
}

/** @param {import('../support/page.mjs').Page} page @param {number} place counted from 1 */
const showsPaper = (page, place) =>
  page.until(
    `paper ${place} is in view`,
    (place) => {
      const row = document
        .querySelector(`[data-testid=row][aria-posinset="${place}"]`)
        ?.getBoundingClientRect();
      const list = document.querySelector('#paper-list')?.getBoundingClientRect();
      return row && list && row.bottom > list.top && row.top < list.bottom;
    },
    place,
  );

/** @param {import('../support/page.mjs').Page} page @param {number} part from 0, the top, to 1, the end */
const scrollTo = (page, part) =>
  page.evaluate((part) => {
    const list = /** @type {Element} */ (document.querySelector('#paper-list'));
    list.scrollTop = part * list.scrollHeight;
  }, part);

/** @type {import('../support/matrix.mjs').Scenarios} */
export const longLists = {
  async 'of 5,000 papers only those near the screen are in the page, and the last can be reached'(page) {
    await withFiles({ '2026-02-01.md': makeDigest({ papers: PAPERS }) }, async (paths) => {
      await page.drop(paths);
      await countIs(page, `${TOTAL} papers`);
    });
    await rowsAreFew(page);
    await page.attributeIs('#paper-list [role=option]', 'aria-setsize', String(PAPERS));
    for (const [part, place] of [
      [1, PAPERS],
      [0, 1],
    ]) {
      await scrollTo(page, part);
      await showsPaper(page, place);
      await rowsAreFew(page);
    }
    for (let step = 1; step <= 40; step++) await scrollTo(page, step / 40);
    await showsPaper(page, PAPERS);
    await page.says(`[aria-posinset="${PAPERS}"] .row-title`, /^Paper 5000: /);
    await scrollTo(page, 0.5);
    await page.press('G');
    await showsPaper(page, PAPERS);
    await page.press('Enter');
    await page.visible(PAPER);
    await page.says('.paper-place', `${TOTAL} of ${TOTAL}`);
    await rowsAreFew(page);
    assert.equal(await search(page, '"setting 4321"'), 1);
    await page.thereAre(`${LIST} [role=option]`, 1);
    await page.says('.row-title', /^Paper 4321: /);
  },

  async 'reloading keeps the place in the list, and so does going back to it'(page) {
    await withFiles({ '2026-02-01.md': makeDigest({ papers: 400 }) }, async (paths) => {
      await page.drop(paths);
      await countIs(page, '400 papers');
    });
    await scrollTo(page, 0.5);
    // Rows that come into view for the first time are measured, and may move those below them for a few frames.
    const place = () =>
      page.until('a row stays at the top', () => {
        const list = document.querySelector('#paper-list')?.getBoundingClientRect();
        const first = [...document.querySelectorAll('[data-testid=row]')].find(
          (row) => row.getBoundingClientRect().bottom > (list?.top ?? 0),
        );
        const by = Math.round((first?.getBoundingClientRect().top ?? 0) - (list?.top ?? 0));
        const now = `${first?.getAttribute('data-key')} ${by}`;
        const seen = /** @type {{ place?: string, looks?: number }} */ (window);
        seen.looks = seen.place === now ? (seen.looks ?? 0) + 1 : 0;
        seen.place = now;
        return first && seen.looks > 30 && now;
      });
    await page.until(
      'the rows are there',
      () => document.querySelectorAll('[role=option]:not([data-key])').length === 0,
    );
    const before = await place();
    /** @param {string} what */
    const isBack = (what) =>
      page.until(
        `${what} shows ${before}`,
        (before) => {
          const list = document.querySelector('#paper-list')?.getBoundingClientRect();
          const [key, by] = before.split(' ');
          const row = document.querySelector(`[data-key="${key}"]`)?.getBoundingClientRect();
          return row && list && Math.abs(row.top - list.top - Number(by)) <= 1;
        },
        before,
      );
    await page.reload();
    await countIs(page, '400 papers');
    await isBack('reloading');
    await page.click('[data-testid=category-filter]');
    await page.until('the filter is in the address', () => location.hash.includes('cat='));
    await page.back();
    await countIs(page, '400 papers');
    await isBack('going back');
  },

  async 'a paper that leaves the middle of the list moves none of those before it'(page) {
    await withFiles({ '2026-02-01.md': makeDigest({ papers: 400 }) }, async (paths) => {
      await page.drop(paths);
      await countIs(page, '400 papers');
    });
    await scrollTo(page, 0.5);
    // Rows that come into view for the first time are measured, and may move others for a few frames.
    const [top, third] = await page.until('the rows are there and stand still', async () => {
      const rows = () => {
        const list = document.querySelector('#paper-list')?.getBoundingClientRect() ?? new DOMRect();
        return [...document.querySelectorAll('[data-testid=row]')]
          .map((row) => ({
            key: row.getAttribute('data-key'),
            top: row.getBoundingClientRect().top - list.top,
          }))
          .filter(({ top }) => top > 0 && top < list.height);
      };
      const before = rows();
      for (let frames = 0; frames < 10; ++frames)
        await new Promise((resolve) => requestAnimationFrame(resolve));
      const isSame = JSON.stringify(rows()) === JSON.stringify(before);
      return isSame && before.length > 3 && [before[0], before[2]];
    });
    // The list tells of having scrolled a frame later, and hides the buttons.
    await page.until(
      'the row has its buttons',
      async (key) => {
        const over = new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' });
        document.querySelector(`[data-key="${key}"]`)?.dispatchEvent(over);
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        return document.querySelector('[data-testid=row-dismiss]')?.checkVisibility();
      },
      third.key,
    );
    await page.click('[data-testid=row-dismiss]');
    await countIs(page, '399 papers');
    const now = await page.evaluate((key) => {
      const list = document.querySelector('#paper-list')?.getBoundingClientRect();
      const row = document.querySelector(`[data-key="${key}"]`)?.getBoundingClientRect();
      return row && list && row.top - list.top;
    }, top.key);
    assert.ok(Math.abs(Number(now) - top.top) <= 1, `${top.key} moved from ${top.top} to ${now}`);
  },

  async 'rows are as high as their text in three densities, and scrolling moves nothing but the list'(page) {
    await withFiles({ '2026-02-01.md': makeDigest({ papers: 400 }) }, async (paths) => {
      await page.drop(paths);
      await countIs(page, '400 papers');
    });
    /** @type {number[]} */
    const heights = [];
    for (const density of [0, 1, 2]) {
      await page.type(',');
      await page.visible('[data-testid=setting-density]');
      await page.evaluate((density) => {
        const select = /** @type {HTMLSelectElement} */ (
          document.querySelector('[data-testid=setting-density]')
        );
        select.selectedIndex = density;
        select.dispatchEvent(new Event('change'));
      }, density);
      await page.press('Escape');
      const { height, blank, moved } = await page.evaluate(async () => {
        const list = /** @type {Element} */ (document.querySelector('#paper-list'));
        const drawn = () =>
          new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        await drawn();
        const rows = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-testid=row]')]);
        const [first] = rows();
        const parts = [...first.children].filter((part) => part.checkVisibility());
        const end = Math.max(...parts.map((part) => part.getBoundingClientRect().bottom));
        const { height, bottom } = first.getBoundingClientRect();
        const blank = bottom - end;
        let moved = 0;
        for (let step = 0; step < 30; ++step) {
          const top = list.getBoundingClientRect().top;
          const seen = rows().find((row) => row.getBoundingClientRect().top >= top);
          const before = seen?.getBoundingClientRect().top ?? 0;
          const from = list.scrollTop;
          list.scrollTop += 53;
          const by = list.scrollTop - from;
          await drawn();
          if (seen?.isConnected)
            moved = Math.max(moved, Math.abs(before - by - seen.getBoundingClientRect().top));
        }
        list.scrollTop = 0;
        await drawn();
        return { height, blank, moved };
      });
      assert.ok(blank < 20, `${blank}px below the text`);
      assert.ok(moved < 1.5, `a row moved by ${moved}px`);
      heights.push(height);
    }
    assert.ok(heights[0] > heights[1] && heights[1] > heights[2], heights.join());
  },
};
