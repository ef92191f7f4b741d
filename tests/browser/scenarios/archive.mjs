// How the page finds the archive that it lies beside, or that there is none.
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { DAYS, TOAST, FEBRUARY, asked, day, family, load, publish, visit } from '../support/family.mjs';
import { makeDigest, makeRecords } from '../support/generate.mjs';
import { COUNT, countIs, forgetEverything, search } from '../support/reader.mjs';

/** @type {import('../support/family.mjs').ArchiveScenarios} */
export const archive = {
  async 'in reader/ it finds the repository’s digests, loads the newest, and fetches it once'(page, site) {
    family(site, 'found', FEBRUARY);
    await visit(page, site.at('found/reader'));
    await countIs(page, '5 papers');
    assert.equal(await search(page, '丙'), 5);
    assert.deepEqual(asked(page, '/assets/'), ['file-list.txt']);
    assert.deepEqual(asked(page, '/data/'), ['2026-02-03_AI_enhanced_Chinese.jsonl']);
    await visit(page, site.at('found/reader'));
    await countIs(page, '5 papers');
    await page.visible(DAYS);
    assert.equal(asked(page, '/data/').length, 1);

    publish(site, 'found', { ...FEBRUARY, '2026-02-04.jsonl': makeRecords({ papers: 6, first: 31 }) });
    await visit(page, site.at('found/reader'));
    await countIs(page, '11 papers');
    assert.deepEqual(asked(page, '/data/').slice(1), ['2026-02-04.jsonl']);
  },

  async 'removing everything leaves the archive listed, and the next visit is as the first'(page, site) {
    family(site, 'closed', FEBRUARY);
    await visit(page, site.at('closed/reader'));
    await countIs(page, '5 papers');
    await forgetEverything(page);
    await page.visible('.empty-archive [data-testid=archive-day]');
    assert.equal(asked(page, '/data/').length, 1);
    // Which hints were shown says nothing of what was read.
    await page.until('nothing is remembered', () =>
      Object.keys(localStorage).every((name) => name === 'broadsheet.hints'),
    );
    await page.click('.empty-archive [data-testid=archive-day][data-day="2026-02-03"] button');
    await countIs(page, '5 papers');
    await forgetEverything(page);
    await page.visible('.empty-archive [data-testid=archive-day]');
    await visit(page, site.at('closed/reader'));
    await countIs(page, '5 papers');
  },

  async 'any other archive says what it has in digests.json'(page, site) {
    site.putPage('own');
    site.put({
      'own/digests.json': JSON.stringify({
        version: 1,
        digests: [
          { url: 'days/monday.md.gz', day: '2026-03-02', language: 'en', bytes: 1500 },
          { url: 'days/tuesday.jsonl', day: '2026-03-03' },
          { url: 'https://elsewhere.example/wednesday.md', day: '2026-03-04' },
        ],
      }),
      'own/days/monday.md.gz': gzipSync(makeDigest({ papers: 8 })),
      'own/days/tuesday.jsonl': makeRecords({ papers: 2, first: 51 }),
    });
    await visit(page, site.at('own'));
    await countIs(page, '2 papers');
    await page.click(DAYS);
    await page.say(`${day('2026-03-02')} .archive-day small`, ['monday en 2 kB']);
    await page.says(
      '[data-testid=archive] .archive-note',
      '1 entry of the list names no digest of this site.',
    );
    await load(page, '2026-03-02');
    await page.press('Escape');
    await countIs(page, '10 papers');
  },

  async 'a page under another name is told where the list is'(page, site) {
    publish(site, 'told', FEBRUARY);
    site.putPage('told/tools/papers');
    site.put({ 'told/tools/papers/digests.json': '{"version": 1, "lists": ["../../assets/file-list.txt"]}' });
    await visit(page, site.at('told/tools/papers'));
    await countIs(page, '5 papers');
  },

  async 'a list of an unknown form is named'(page, site) {
    site.putPage('newer');
    site.put({ 'newer/digests.json': '{"version": 2}' });
    await visit(page, site.at('newer'));
    await page.visible(TOAST);
    await page.says(`${TOAST} p`, 'The list of this archive could not be read. Its form is not known.');
  },
};

/** @type {import('../support/matrix.mjs').Scenarios} */
export const alone = {
  async 'a page that stands alone asks for no archive, and shows none'(page, site) {
    await page.visible('[data-testid=drop]');
    await page.hidden(DAYS);
    await page.hidden('.empty-archive');
    await page.thereAre(`${COUNT}:not([aria-busy])`, 1);
    const beyond = page.requests.filter((address) => !site.owns(address));
    assert.deepEqual(beyond, []);
  },
};
