import assert from 'node:assert/strict';
import { fixture } from '../support/dist.mjs';
import { ROW } from '../support/reader.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */
/** @typedef {import('../support/sites.mjs').Site & import('../support/sites.mjs').Archives} ArchiveSite */

const PARTS = '.name, .masthead-tools button, .empty p, .empty-drop, .empty button';

/** What is on the screen, and where. @param {Page} page */
const look = (page) =>
  page.evaluate(async (parts) => {
    await document.fonts.ready;
    return [...document.querySelectorAll(parts)]
      .filter((part) => part.checkVisibility())
      .map((part) => {
        const { x, y, width, height } = part.getBoundingClientRect();
        return [part.textContent, part.closest('[lang]')?.getAttribute('lang'), x, y, width, height].join(
          ' ',
        );
      });
  }, PARTS);

/** Notes whether the front is shown in this tab from now on. @param {Page} page */
const watchFront = (page) =>
  page.prepare(() => {
    const watch = () => {
      if (document.querySelector('.front')?.checkVisibility()) Reflect.set(window, 'frontWasShown', true);
      requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
  });

/** @param {Page} page */
const wasShown = (page) => page.evaluate(() => Reflect.has(window, 'frontWasShown'));

/** @type {import('../support/matrix.mjs').Scenarios<Page, ArchiveSite>} */
export const front = {
  async 'an empty page is on the screen before its script, to the pixel as that draws it'(page, site) {
    site.putPage('whole');
    site.putPage('bare');
    site.put({ 'bare/app.js': '' });
    await page.goto(site.at('bare'));
    await page.visible('.front .empty');
    const before = await look(page);
    assert.ok(before.length > 8);
    await page.goto(site.at('whole'));
    await page.visible('[data-testid=drop]');
    assert.equal(await page.count('.front'), 0);
    assert.deepEqual(await look(page), before);
  },

  async 'what has a library, or was linked to, never looks empty'(page, site) {
    site.putPage('whole');
    await watchFront(page);
    await page.goto(site.at('whole'));
    await page.drop([fixture('clean.md')]);
    await page.visible(ROW);
    await page.until('it is kept', () => localStorage.getItem('broadsheet.first-view'));
    await page.reload();
    await page.visible(ROW);
    assert.equal(await wasShown(page), false);
    site.putPage('other');
    await page.goto(`${site.at('other')}#src=sample`);
    await page.visible(ROW);
    assert.equal(await wasShown(page), false);
  },
};
