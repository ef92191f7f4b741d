// Two tabs of one library: what one does, the other shows.
import assert from 'node:assert/strict';
import { fixture } from '../support/dist.mjs';
import { COUNT, countIs, forgetEverything, openPaper, row, search, settled } from '../support/reader.mjs';

const FIRST = '2601.00001@clean';

/** @type {import('../support/matrix.mjs').Scenarios} */
export const tabs = {
  async 'what one tab marks, opens or removes, the other shows'(page, site) {
    await page.drop([fixture('clean.md')]);
    await countIs(page, '3 papers');
    const other = await page.another();
    await other.goto(site.url);
    await countIs(other, '3 papers');

    await openPaper(page, FIRST);
    await page.press('s');
    // It is open long enough to count as read.
    await other.visible(`${row(FIRST)}[data-read]`);
    await other.visible(`${row(FIRST)}[data-starred]`);
    assert.equal(await search(other, 'is:starred'), 1);
    assert.equal(await search(other, 'is:read'), 1);
    await search(other, '');

    // Both open files; each has all of them in the end.
    await Promise.all([page.drop([fixture('dialect-m.md')]), other.drop([fixture('dialect-g.md')])]);
    await countIs(page, '7 papers');
    await countIs(other, '7 papers');

    await other.click('[data-testid=report-open]');
    await other.click('[data-testid=remove-digest]');
    await other.until('it is gone', () => document.querySelectorAll('.report-file').length === 2);
    await other.press('Escape');
    await other.until(
      'its papers are gone',
      (count) => document.querySelector(count)?.textContent !== '7 papers',
      COUNT,
    );
    await settled(other);
    await countIs(page, await other.text(COUNT));

    await page.front();
    await forgetEverything(page);
    await page.visible('[data-testid=drop]');
    await other.visible('[data-testid=drop]');
    // It loads anew; Chromium sometimes never closes a tab in the middle of that.
    await other.until('it is loaded', () => document.readyState === 'complete');
    assert.deepEqual(other.troubles, []);
  },
};
