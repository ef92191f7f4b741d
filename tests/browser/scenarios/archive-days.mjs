// The days of an archive: listed, chosen, loaded.
import assert from 'node:assert/strict';
import { DAYS, ALL, TOAST, FEBRUARY, asked, day, family, forgive, load, visit } from '../support/family.mjs';
import { makeDigest, makeRecords } from '../support/generate.mjs';
import { countIs, found, search, settled } from '../support/reader.mjs';

/** @type {import('../support/family.mjs').ArchiveScenarios} */
export const archiveDays = {
  async 'it lists the days, newest first, and loads the one that is asked for'(page, site) {
    family(site, 'listed', FEBRUARY);
    await visit(page, site.at('listed/reader'));
    await countIs(page, '5 papers');
    await page.click(DAYS);
    await page.says('[data-testid=archive] [data-testid=archive-count]', '3 days');
    await page.click('[data-testid=archive] [data-month="2026-01"] summary');
    // A month has its days once it is open.
    await page.visible(day('2026-01-30'));
    assert.deepEqual(
      await page.evaluate(() =>
        [...document.querySelectorAll('[data-testid=archive] [data-testid=archive-day]')].map((row) => [
          row.getAttribute('data-day'),
          row.querySelector('button')?.textContent,
        ]),
      ),
      [
        ['2026-02-03', 'In the library'],
        ['2026-02-02', 'Load'],
        ['2026-01-30', 'Load'],
      ],
    );
    await load(page, '2026-02-02');
    await page.press('Escape');
    await countIs(page, '9 papers');
    assert.equal(await search(page, 'second'), 4);
    assert.equal(await search(page, '乙'), 0);
  },

  async 'a person chooses the languages'(page, site) {
    family(site, 'languages', FEBRUARY);
    await visit(page, site.at('languages/reader'));
    await countIs(page, '5 papers');
    await page.click(DAYS);
    const box = (/** @type {string} */ name) => `[data-testid=archive] input[name=${name}]`;
    const labels = () => page.text(`${day('2026-02-02')} .archive-day small`);
    assert.deepEqual(
      await page.evaluate(() =>
        [...document.querySelectorAll('[data-testid=archive] input:checked')].map((box) =>
          box.getAttribute('name'),
        ),
      ),
      ['English'],
    );
    assert.equal(await labels(), 'English');
    await page.click(box('Chinese'));
    assert.equal(await labels(), 'Chinese, English');
    await page.click(box('English'));
    assert.equal(await labels(), 'Chinese');
    await page.press('Escape');
    await visit(page, site.at('languages/reader'));
    await page.click(DAYS);
    assert.equal(await page.count(`${box('English')}:checked`), 0);
    await page.click(box('English'));
    assert.equal(await labels(), 'Chinese, English');
    await load(page, '2026-02-02');
    await page.press('Escape');
    await countIs(page, '9 papers');
  },

  async 'all of it loads with progress, can be cancelled, and is there after a reload'(page, site) {
    const days = Array.from({ length: 40 }, (_, index) =>
      new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
    );
    const data = Object.fromEntries(
      days.map((day, index) => [`${day}.md`, makeDigest({ papers: 100, first: 1 + 100 * index })]),
    );
    family(site, 'all', data);
    await visit(page, site.at('all/reader'));
    await countIs(page, '100 papers');
    await page.evaluate(() => {
      const progress = /** @type {HTMLElement} */ (document.querySelector('[data-testid=progress]'));
      new MutationObserver((_, observer) => {
        const text = progress.textContent ?? '';
        if (!progress.checkVisibility() || !/: [1-9]/.test(text)) return;
        observer.disconnect();
        document.body.dataset.progress = text;
        /** @type {HTMLElement} */ (progress.querySelector('[data-testid=cancel]')).click();
      }).observe(progress, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    await page.click(DAYS);
    await page.click(`[data-testid=archive] ${ALL}`);
    assert.match(
      String(await page.until('there was progress', () => document.body.dataset.progress)),
      /^Reading \d+ of 39, 2026-0\d-\d\d\.md: /,
    );
    await settled(page);
    const some = await found(page);
    assert.ok(some >= 100 && some < 4000 && some % 100 === 0, `${some} papers`);
    await page.click(DAYS);
    await page.says(`[data-testid=archive] ${ALL}`, `Load all (${40 - some / 100})`);
    await page.click(`[data-testid=archive] ${ALL}`);
    await countIs(page, '4,000 papers');
    const fetched = asked(page, '/data/').length;
    await page.reload();
    await countIs(page, '4,000 papers');
    await page.click(DAYS);
    await page.hidden(`[data-testid=archive] ${ALL}`);
    assert.equal(asked(page, '/data/').length, fetched);
  },

  async 'a day that is not there is named with the reason, and can be tried again'(page, site) {
    family(site, 'gap', FEBRUARY);
    const list = `${Object.keys(FEBRUARY).join('\n')}\n2026-02-01.md\n`;
    site.put({ 'gap/assets/file-list.txt': list });
    await visit(page, site.at('gap/reader'));
    await countIs(page, '5 papers');
    await page.click(DAYS);
    await page.click(`${day('2026-02-01')} button`);
    await page.until(
      'the reason stands there',
      (selector) => document.querySelector(selector)?.textContent === 'This site has no such file.',
      `${day('2026-02-01')} .archive-why`,
    );
    await page.says(`${day('2026-02-01')} button`, 'Try again');
    await page.says(`${TOAST} p`, '2026-02-01.md: This site has no such file.');
    forgive(page, '/gap/data/2026-02-01.md');
    site.put({ 'gap/data/2026-02-01.md': makeDigest({ papers: 4, first: 71 }) });
    await load(page, '2026-02-01');
    await page.press('Escape');
    await countIs(page, '9 papers');
    await page.says('[data-testid=report-open]', 'Files');
  },

  async 'an archive of a thousand days is listed by month'(page, site) {
    const names = Array.from({ length: 1000 }, (_, index) =>
      new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10),
    );
    const newest = String(names.at(-1));
    family(site, 'long', { [`${newest}.jsonl`]: makeRecords({ papers: 1 }) });
    site.put({ 'long/assets/file-list.txt': names.map((name) => `${name}.jsonl`).join('\n') });
    await visit(page, site.at('long/reader'));
    await countIs(page, '1 paper');
    await page.click(DAYS);
    await page.says('[data-testid=archive] [data-testid=archive-count]', '1,000 days');
    const rows = await page.count('[data-testid=archive] [data-testid=archive-day]');
    assert.equal(rows, Number(newest.slice(-2)), 'days of closed months are not drawn');
    await page.thereAre('[data-testid=archive] details', 33);
  },
};
