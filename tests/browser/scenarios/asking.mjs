// Marks inside a file: whose they are, nobody knows but the person.
import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { fixture } from '../support/dist.mjs';
import { withFiles } from '../support/files.mjs';
import { countIs, row } from '../support/reader.mjs';
import { nothingForAxe } from './accessibility.mjs';

const ASK = '[data-testid=ask]';
const backup = zipSync({
  'broadsheet.json': Buffer.from(
    JSON.stringify({
      format: 'broadsheet-backup',
      version: 1,
      marks: [{ work: '2601.00001', starred: true, starredAt: 5 }],
      searches: [{ name: 'tea', fragment: '#q=tea' }],
    }),
  ),
  'digests/1/clean.md': readFileSync(fixture('clean.md')),
});
const STARRED = `${row('2601.00001@clean')}[data-starred]`;

/** @type {import('../support/matrix.mjs').Scenarios} */
export const asking = {
  async 'marks inside a dropped zip are taken on a yes only, and those of a chosen backup at once'(page) {
    await withFiles({ 'days.zip': backup, '2026-01-14.broadsheet': backup }, async ([zip, own]) => {
      await page.drop([zip]);
      await countIs(page, '3 papers');
      await page.visible(ASK);
      await page.say('[data-testid=ask-changes] li', ['the star of 1 paper', '1 saved search more']);
      await nothingForAxe(page);
      await page.press('Escape');
      await page.hidden(ASK);
      await page.thereAre(STARRED, 0);
      await page.drop([zip]);
      await page.visible(ASK);
      await page.click('[data-testid=ask-no]');
      await page.hidden(ASK);
      await page.thereAre(STARRED, 0);
      await page.drop([own]);
      await page.visible(STARRED);
      await page.visible('[data-testid=saved-search]');
      await page.hidden(ASK);
    });
  },
};
