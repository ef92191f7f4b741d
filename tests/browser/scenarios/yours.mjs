// Saved searches and tags, in the column of filters.
import assert from 'node:assert/strict';
import { fixture } from '../support/dist.mjs';
import { ROW, countIs, found, search } from '../support/reader.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */

const SAVED = '[data-testid=saved-search]';
const TAG_ROW = '[data-testid=tag-row]';

/** @param {Page} page @param {string} selector */
const focus = (page, selector) =>
  page.evaluate(
    (selector) => /** @type {HTMLElement} */ (document.querySelector(selector)).focus(),
    selector,
  );

/** @param {Page} page @param {string[]} queries */
async function save(page, ...queries) {
  for (const [index, query] of queries.entries()) {
    await search(page, query);
    await page.click('[data-testid=save-search]');
    await page.thereAre(SAVED, index + 1);
  }
  await search(page, '');
}

/** @param {Page} page @param {string[]} expected */
const namesAre = (page, ...expected) =>
  page.until(
    `the searches are ${expected.join(', ')}`,
    (selector, expected) =>
      [...document.querySelectorAll(`${selector} .saved-name`)].map((node) => node.textContent).join() ===
      expected.join(),
    SAVED,
    expected,
  );

/** @param {Page} page @param {number} index @param {string} name */
async function tag(page, index, name) {
  await page.click(`${ROW}[data-index="${index}"]`);
  await page.click('[data-testid=tag-input]');
  await page.type(name);
  await page.press('Enter');
  await page.visible(`.marks-tags [data-tag="${name}"]`);
}

/** @param {Page} page @param {string} name @param {string} test */
const inTagRow = (page, name, test) => page.click(`${TAG_ROW}[data-tag="${name}"] [data-testid=${test}]`);

/** @type {import('../support/matrix.mjs').Scenarios} */
export const yours = {
  async 'a saved search counts what is unread in it, is renamed in its place, moved by key and button, and forgotten'(
    page,
  ) {
    await page.drop([fixture('clean.md')]);
    await countIs(page, '3 papers');
    await save(page, 'has:summary', 'title:a', 'is:starred');
    await page.says(`${SAVED} .saved-count`, /^3$/);
    await page.click(ROW);
    await page.says(`${SAVED} .saved-count`, /^2$/);

    await focus(page, `${SAVED} .saved-open`);
    await page.press('F2');
    await page.visible('[data-testid=saved-field]');
    await page.press('Control+a');
    await page.type('With summary');
    await page.press('Enter');
    await namesAre(page, 'With summary', 'title:a', 'is:starred');
    await page.press('Alt+ArrowDown');
    await namesAre(page, 'title:a', 'With summary', 'is:starred');
    assert.equal(
      await page.evaluate(() => document.activeElement?.textContent?.startsWith('With summary')),
      true,
      'the focus goes with it',
    );
    await page.click(`${SAVED}:nth-child(3) .saved-more`);
    await page.click(`${SAVED}:nth-child(3) [data-testid=saved-up]`);
    await namesAre(page, 'title:a', 'is:starred', 'With summary');
    await page.click(`${SAVED} .saved-more`);
    await page.click(`${SAVED} .yours-forget`);
    await namesAre(page, 'is:starred', 'With summary');
    await page.click('[data-testid=undo]');
    await namesAre(page, 'title:a', 'is:starred', 'With summary');
    await page.reload();
    await countIs(page, '3 papers');
    await namesAre(page, 'title:a', 'is:starred', 'With summary');
  },

  async 'tags are coloured, renamed, merged and deleted in a sheet, and all of it is taken back'(page) {
    await page.drop([fixture('clean.md')]);
    await countIs(page, '3 papers');
    await tag(page, 0, 'later');
    await tag(page, 1, 'soon');
    await page.click('[data-testid=tags-open]');
    await page.thereAre(TAG_ROW, 2);
    await inTagRow(page, 'later', 'tags-colour');
    await page.click(`${TAG_ROW}[data-tag=later] .swatch[data-colour=teal] input`);
    await page.visible(`${ROW} .tag-sign[data-colour=teal]`);

    await inTagRow(page, 'later', 'tags-rename');
    await page.press('Control+a');
    await page.type('soon');
    await page.says('[data-testid=tag-row][data-tag=later] .tag-hint', /already/);
    await page.says('[data-testid=tag-row][data-tag=later] [data-testid=tag-save]', /^Merge$/);
    await page.press('Enter');
    await page.thereAre(TAG_ROW, 1);
    await page.says(`${TAG_ROW} .tag-count`, /^2 papers$/);
    await inTagRow(page, 'soon', 'tags-remove');
    await page.visible('.tags-none');
    await page.click('[data-testid=undo]');
    await page.thereAre(TAG_ROW, 1);
    await page.press('Escape');
    await page.hidden('[data-testid=tags-sheet]');
    assert.equal(await search(page, 'tag:soon'), 2);
    await focus(page, '#paper-list');
    await page.press('z');
    await page.press('z');
    await page.until(
      'the tag has neither colour nor its new name',
      () =>
        [...document.querySelectorAll('[data-testid=tag-filter]')]
          .map((node) => node.getAttribute('data-value'))
          .join() === 'tag:soon' && !document.querySelector('main .tag-sign[data-colour]'),
    );
    assert.equal(await found(page), 1);
    await search(page, '');
    await page.thereAre('[data-testid=tag-filter]', 2);
    await page.click('[data-testid=tag-filter][data-value="tag:later"]');
    await page.says('[data-testid=chip]', /#later/);
    await countIs(page, '1 of 3 papers');
  },
};
