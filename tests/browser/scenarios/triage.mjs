// A morning's decisions: what is done, starred, tagged, not for me, and taken back.
import assert from 'node:assert/strict';
import { withFiles } from '../support/files.mjs';
import { makeDigest } from '../support/generate.mjs';
import { COUNT, countIs, openPaper, paperIs, row, search, settled, pressEach } from '../support/reader.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */

const NOTICE = '[data-testid=undo-notice]';
const HIDDEN = '[data-testid=hidden-papers]';
const TOOLS = '[data-testid=row-tools]';
const DAY = '2026-01-14';

/** @param {Page} page @param {number} papers of one day */
async function openDay(page, papers) {
  await withFiles({ [`${DAY}.md`]: makeDigest({ papers }) }, async (paths) => {
    await page.drop(paths);
    await countIs(page, `${papers} papers`);
  });
}

/** @param {number} serial @param {string} [day] */
const key = (serial, day = DAY) => `2601.${String(serial).padStart(5, '0')}@${day}`;

/** @param {Page} page @param {string} key */
const cursorIs = (page, key) =>
  page.until(
    `the cursor is on ${key}`,
    (key) => document.querySelector('.row.is-cursor')?.getAttribute('data-key') === key,
    key,
  );

/** @param {Page} page @param {string} key @param {string} name */
const rowHas = (page, key, name) =>
  page.until(
    `${key} is ${name}`,
    (selector) => document.querySelector(selector) !== null,
    `${row(key)}[${name}]`,
  );

/** @type {import('../support/matrix.mjs').Scenarios} */
export const triage = {
  async 'each key decides on a paper and leads to the next one'(page) {
    await openDay(page, 8);
    await pressEach(page, 'e');
    await rowHas(page, key(1), 'data-read');
    await cursorIs(page, key(2));
    await pressEach(page, 's');
    await rowHas(page, key(2), 'data-starred');
    await cursorIs(page, key(3));
    await pressEach(page, 'y');
    await countIs(page, '7 papers');
    await cursorIs(page, key(4));
    await page.says(HIDDEN, /^1 paper is hidden as not for you\./);
    await pressEach(page, 'o');
    await paperIs(page, key(4));
    await pressEach(page, 'y');
    await paperIs(page, key(5));
    await countIs(page, '6 papers');
    await pressEach(page, 'e');
    await paperIs(page, key(6));
    await pressEach(page, 'k');
    await paperIs(page, key(5));
  },

  async 'a slip is undone three steps later, in the order of doing, and done again'(page) {
    await openDay(page, 6);
    await pressEach(page, 'y');
    await countIs(page, '5 papers');
    await pressEach(page, 'e');
    await pressEach(page, 's');
    await rowHas(page, key(3), 'data-starred');
    await pressEach(page, 'z');
    await page.says(`${NOTICE} p`, 'Undone: Starred.');
    await cursorIs(page, key(3));
    await pressEach(page, 'z');
    await cursorIs(page, key(2));
    await page.click(`${NOTICE} button`);
    await page.says(`${NOTICE} p`, 'Done.');
    await page.click(`${NOTICE} button`);
    await page.says(`${NOTICE} p`, 'Undone: Done.');
    await pressEach(page, 'z');
    await countIs(page, '6 papers');
    await cursorIs(page, key(1));
    await page.hidden(HIDDEN);
    await pressEach(page, 'z');
    await page.says(`${NOTICE} p`, 'Nothing is left to undo.');
    await pressEach(page, 'Z');
    await countIs(page, '5 papers');
  },

  async 'papers that are not for me are shown when asked for, and come back'(page) {
    await openDay(page, 4);
    await pressEach(page, 'y');
    await pressEach(page, 'y');
    await countIs(page, '2 papers');
    await page.click(`${HIDDEN} button`);
    await countIs(page, '2 of 4 papers');
    await page.visible(row(key(1)));
    await pressEach(page, 'y');
    await countIs(page, '1 of 4 papers');
    await page.click(`${HIDDEN} button`);
    await countIs(page, '3 papers');
    await page.visible(row(key(1)));
  },

  async 'the rest of a day is done by one key, and the day says that it is finished'(page) {
    await openDay(page, 5);
    await page.says('[data-testid=unread]', '5 of 5 unread');
    await pressEach(page, 'e');
    await page.says('[data-testid=unread]', '4 of 5 unread');
    await pressEach(page, 'E');
    await page.says('[data-testid=unread]', 'Finished ✓');
    assert.equal(await search(page, 'is:unread'), 0);
    await search(page, '');
    await pressEach(page, 'z');
    await page.says('[data-testid=unread]', '4 of 5 unread');
  },

  async 'one key leads to the next day that has unread papers'(page) {
    await openDay(page, 3);
    await withFiles({ '2026-01-15.md': makeDigest({ papers: 2, first: 101 }) }, async (paths) => {
      await page.drop(paths);
      await countIs(page, '5 papers');
    });
    await pressEach(page, 'd');
    await countIs(page, '2 of 5 papers');
    await pressEach(page, 'e');
    await pressEach(page, 'e');
    await page.says('[data-testid=unread]', 'Finished ✓');
    await pressEach(page, 'd');
    await countIs(page, '3 of 5 papers');
  },

  async 'what is done leaves the list if I want that'(page) {
    await openDay(page, 4);
    await page.type(',');
    await page.visible('[data-testid=setting-done]');
    await page.evaluate(() => {
      const select = /** @type {HTMLSelectElement} */ (document.querySelector('[data-testid=setting-done]'));
      select.selectedIndex = 1;
      select.dispatchEvent(new Event('change'));
    });
    await page.press('Escape');
    await pressEach(page, 'e');
    await countIs(page, '3 papers');
    await cursorIs(page, key(2));
    await pressEach(page, 'z');
    await countIs(page, '4 papers');
  },

  async 'the buttons on a row decide on it, and the cursor stays'(page) {
    await openDay(page, 5);
    await page.evaluate(
      (selector) =>
        document
          .querySelector(selector)
          ?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' })),
      row(key(3)),
    );
    await page.click(`${TOOLS} [data-testid=row-done]`);
    await rowHas(page, key(3), 'data-read');
    await page.click(`${TOOLS} [data-testid=row-star]`);
    await rowHas(page, key(3), 'data-starred');
    await page.click(`${TOOLS} [data-testid=row-dismiss]`);
    await countIs(page, '4 papers');
    await cursorIs(page, key(1));
  },

  async 'the open paper is tagged, noted and starred where it is, and each can be taken back'(page) {
    await openDay(page, 3);
    await openPaper(page, key(1));
    await pressEach(page, 's');
    await page.attributeIs('[data-testid=star]', 'aria-pressed', 'true');
    await paperIs(page, key(1));
    await pressEach(page, 't');
    await page.type('kv cache');
    await page.press('Enter');
    await page.visible('[data-tag="kv cache"]');
    await page.press('Escape');
    await pressEach(page, 'z');
    await page.until('the tag is gone', () => document.querySelector('[data-tag="kv cache"]') === null);
    await pressEach(page, 'z');
    await page.attributeIs('[data-testid=star]', 'aria-pressed', 'false');
  },

  async 'two tabs of one library follow each other through a morning'(page, site) {
    await openDay(page, 6);
    const other = await page.another();
    await other.goto(site.url);
    await countIs(other, '6 papers');
    await page.front();
    await pressEach(page, 'y');
    await pressEach(page, 'e');
    await countIs(page, '5 papers');
    await countIs(other, '5 papers');
    await rowHas(other, key(2), 'data-read');
    await pressEach(page, 'z');
    await pressEach(page, 'z');
    await countIs(other, '6 papers');
  },

  async 'three hundred papers, twenty stars and three tags are a morning of at most 330 keys'(page) {
    await openDay(page, 300);
    let keys = 0;
    /** @param {string} one */
    const press = async (one) => {
      keys += 1;
      await page.press(one);
    };
    for (let paper = 1; paper <= 297; ++paper) await press(paper % 14 === 0 && paper <= 280 ? 's' : 'e');
    await cursorIs(page, key(298));
    for (const paper of [298, 299, 300]) {
      await press('t');
      await paperIs(page, key(paper));
      await page.until('the field has the focus', () =>
        document.activeElement?.matches('[data-testid=tag-input]'),
      );
      for (const letter of 'kv') await press(letter);
      await press('Enter');
      await press('Escape');
      await press('e');
    }
    assert.equal(await search(page, 'is:unread'), 0);
    assert.equal(await search(page, 'is:starred'), 20);
    assert.equal(await search(page, 'tag:kv'), 3);
    assert.ok(keys <= 330, `${keys} keys`);
    console.log(`300 papers, 20 stars, 3 tags: ${keys} keys`);
    await settled(page);
    assert.equal(await page.text(COUNT), '3 of 300 papers');
  },
};
