// Two tabs of one library: what one does, the other shows.
import assert from 'node:assert/strict';
import { fixture } from '../support/dist.mjs';
import { countIs, forgetEverything, openPaper, row, search } from '../support/reader.mjs';

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
    await other.visible(`${row(FIRST)}[data-starred]`);
    assert.equal(await search(other, 'is:starred'), 1);
    assert.equal(await search(other, 'is:read'), 1);
    await search(other, '');

    // Both open files; each has all of them in the end.
    await Promise.all([page.drop([fixture('dialect-m.md')]), other.drop([fixture('dialect-g.md')])]);
    await countIs(page, '7 papers');
    await countIs(other, '7 papers');
    const total = await settledCount(page, other);

    await other.click('[data-testid=report-open]');
    await other.click('[data-testid=remove-digest]');
    await other.until('it is gone', () => document.querySelectorAll('.report-file').length === 2);
    await other.press('Escape');
    await page.until(
      'it is gone here too',
      (total) => document.querySelector('[data-testid=count]')?.textContent !== total,
      total,
    );
    await settledCount(page, other);

    await page.front();
    await forgetEverything(page);
    await page.visible('[data-testid=drop]');
    await other.visible('[data-testid=drop]');
    // It loads anew; Chromium sometimes never closes a tab in the middle of that.
    await other.until('it is loaded', () => document.readyState === 'complete');
    assert.deepEqual(other.troubles, []);
  },
};

/** Waits until both say the same for a while. @param {import('../support/page.mjs').Page} page @param {import('../support/page.mjs').Page} other */
async function settledCount(page, other) {
  const end = Date.now() + 30_000;
  for (let calm = 0; ;) {
    const [one, two] = await Promise.all([page, other].map((tab) => tab.text('[data-testid=count]')));
    calm = one === two ? calm + 1 : 0;
    if (calm > 10) return one;
    assert.ok(Date.now() < end, `one tab says ${one}, the other ${two}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
