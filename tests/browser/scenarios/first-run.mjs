// What a newcomer sees, what an empty list says, where the focus goes, and what is said aloud.
import assert from 'node:assert/strict';
import { sampleText } from '../support/dist.mjs';
import { paperCountOf } from '../support/digest-text.mjs';
import { withFiles } from '../support/files.mjs';
import { makeDigest } from '../support/generate.mjs';
import { LIST, countIs, openPaper, openSample, row, search, pressEach } from '../support/reader.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */

const ALL = paperCountOf(sampleText);
const HINT = '[data-testid=hint]';
const VACANCY = '[data-testid=vacancy]';
const FINISHED = '[data-testid=day-finished]';
const DAY = '2026-01-14';

/** @param {Page} page @param {Record<string, Parameters<typeof makeDigest>[0]>} days @param {string} count */
async function openDays(page, days, count) {
  const files = Object.entries(days).map(([day, wish]) => [`${day}.md`, makeDigest(wish)]);
  await withFiles(Object.fromEntries(files), async (paths) => {
    await page.drop(paths);
    await countIs(page, count);
  });
}

/** @param {number} serial */
const key = (serial) => `2601.${String(serial).padStart(5, '0')}@${DAY}`;

/** @param {Page} page @param {string} selector */
export const focusIsOn = (page, selector) =>
  page.until(
    `the focus is on ${selector}`,
    (selector) => document.activeElement?.matches(selector),
    selector,
  );

/** @param {Page} page @param {RegExp} sentence */
export const isSaid = (page, sentence) => page.says('.visually-hidden[role=status]', sentence);

/** @type {import('../support/matrix.mjs').Scenarios} */
export const firstRun = {
  async 'hints come one by one where they are of use, each once, and never take the focus'(page) {
    await openSample(page, ALL);
    await page.says(`${HINT} p`, /^j and k move/);
    await isSaid(page, /j and k move, e is done/);
    assert.equal(await page.count(`${HINT}:focus-within`), 0);
    await page.click('[data-testid=hint-dismiss]');
    await page.hidden(HINT);
    await focusIsOn(page, LIST);
    await pressEach(page, 's');
    await page.says(`${HINT} p`, /^What you star/);
    await page.reload();
    await countIs(page, `${ALL} papers`);
    await page.hidden(HINT);
    await openDays(page, { [DAY]: { papers: 3 } }, `${ALL + 3} papers`);
    await page.says(`${HINT} p`, /^d leads to the next day/);
    await page.click('[data-testid=hint-end]');
    await page.hidden(HINT);
  },

  async 'a finished day says so, and its button leads to the next one'(page) {
    await openDays(page, { [DAY]: { papers: 2 }, '2026-01-15': { papers: 3, first: 101 } }, '5 papers');
    await page.hidden(FINISHED);
    await pressEach(page, 'd');
    await countIs(page, '3 of 5 papers');
    await pressEach(page, 'E');
    await page.says(`${FINISHED} p`, 'Nothing unread on 15 Jan 2026.');
    await isSaid(page, /Nothing unread on 15 Jan 2026\./);
    await page.says(`${FINISHED} button`, 'Next: 14 Jan 2026, 2 unread');
    await page.click(`${FINISHED} button`);
    await countIs(page, '2 of 5 papers');
    await page.hidden(FINISHED);
    await focusIsOn(page, LIST);
  },

  async 'a list that lost its last paper says why, and shows it again'(page) {
    await openDays(page, { [DAY]: { papers: 2 } }, '2 papers');
    await page.press('Tab');
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#paper-list')).focus());
    await pressEach(page, 'yy');
    await page.says(`${VACANCY} p`, /^(Nothing unread on 14 Jan 2026|All 2 papers found are hidden)/);
    await focusIsOn(page, `${VACANCY} button`);
    await page.click(`${VACANCY} [data-way=show-hidden]`);
    await countIs(page, '2 papers');
    await focusIsOn(page, LIST);
    await search(page, 'is:starred');
    await page.says(`${VACANCY} p`, 'Nothing is starred yet.');
    await page.click(`${VACANCY} button`);
    await page.until('the query is gone', () => document.querySelector('input')?.value === '');
    await page.says(`${VACANCY} p`, /hidden|Nothing unread/);
  },

  async 'the focus stays where a person can go on'(page) {
    await openSample(page, ALL);
    await page.click('[data-testid=category-filter]');
    await page.click('.filters-clear');
    await countIs(page, `${ALL} papers`);
    await focusIsOn(page, LIST);
    await search(page, 'attention');
    await page.click('[data-testid=row]');
    await page.visible('.paper-category');
    await page.click('.paper-category');
    await page.until('only its category is listed', () => location.hash.includes('cat='));
    await focusIsOn(page, '.paper, .paper *');
    await page.click('.paper-authors button');
    await page.until('only its author is listed', () => location.hash.includes('author='));
    await focusIsOn(page, '.paper, .paper *');
    await page.press('Escape');
    await focusIsOn(page, LIST);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
    await page.press('?');
    await page.visible('[data-testid=keys-sheet]');
    await page.press('Escape');
    await focusIsOn(page, LIST);
  },

  async 'each thing that happens is said once, and nothing of it is lost'(page) {
    await openDays(page, { [DAY]: { papers: 9 } }, '9 papers');
    await pressEach(page, 'j');
    await isSaid(page, /2 of 9: Paper 2/);
    await pressEach(page, 'e');
    await isSaid(page, /^Done\. 3 of 9: Paper 3/);
    await pressEach(page, 's');
    await isSaid(page, /^Starred\. .*4 of 9/);
    await pressEach(page, 'y');
    await isSaid(page, /^Not for you: hidden\. 8 papers, 4 of 8: Paper 5/);
    await pressEach(page, 'z');
    await isSaid(page, /^Undone: Not for you: hidden\. 9 papers, 4 of 9: Paper 4/);
    await pressEach(page, 'o');
    await isSaid(page, /^Opened: Paper 4/);
    await pressEach(page, 'n');
    await isSaid(page, /^Opened: Paper 5/);
    // What a list says that has the focus is not said again.
    await openPaper(page, key(1));
    await isSaid(page, /^Opened\.$/);
    const rows = await page.evaluate(() =>
      [...document.querySelectorAll('[role=option]')].map((row) => Number(row.getAttribute('aria-posinset'))),
    );
    assert.deepEqual(
      rows,
      rows.toSorted((a, b) => a - b),
      'in the order of reading',
    );
    await page.visible(row(key(2)));
  },
};
