// Links that open files of the page’s own site.
import assert from 'node:assert/strict';
import { DAYS, TOAST, FEBRUARY, asked, family, forgive, visit } from '../support/family.mjs';
import { makeDigest } from '../support/generate.mjs';
import { countIs, forgetEverything, paperIs, search } from '../support/reader.mjs';

/** @type {import('../support/family.mjs').ArchiveScenarios} */
export const siteLinks = {
  async 'a link opens files of the site, and keeps them in the address'(page, site) {
    family(site, 'linked', FEBRUARY);
    const [one, two] = ['../data/2026-02-02.jsonl', '../data/2026-01-30.jsonl'];
    const key = '2601.00012@2026-02-02';
    await visit(page, `${site.at('linked/reader')}#src=${one}&paper=${key}`);
    await paperIs(page, key);
    await countIs(page, '4 papers');
    await page.visible(DAYS);
    assert.deepEqual(asked(page, '/data/'), ['2026-02-02.jsonl']);
    await page.evaluate((one, two) => (location.hash = `#src=${one}&src=${two}`), one, two);
    await countIs(page, '7 papers');
    await search(page, 'setting');
    await page.until('the address knows', () => location.hash.includes('setting'));
    assert.deepEqual(await page.evaluate(() => new URLSearchParams(location.hash.slice(1)).getAll('src')), [
      one,
      two,
    ]);
    await forgetEverything(page);
    await page.visible('[data-testid=drop]');
    assert.equal(await page.evaluate(() => location.hash), '');
  },

  async 'a link to a file that is not there says so'(page, site) {
    family(site, 'missing', FEBRUARY);
    await visit(page, `${site.at('missing/reader')}#src=../data/2026-02-30.md`);
    await page.visible(TOAST);
    await page.says(`${TOAST} p`, '2026-02-30.md: This site has no such file.');
    await page.visible('[data-testid=drop]');
    forgive(page, '/missing/data/2026-02-30.md');
  },

  async 'a hostile link fetches nothing and is named'(page, site) {
    family(site, 'hostile', FEBRUARY);
    site.put({ 'secret.md': makeDigest({ papers: 4 }), 'hostile/reader/note.html': '' });
    const links = [
      'https://elsewhere.example/a.md',
      '//elsewhere.example/a.md',
      '\\\\elsewhere.example\\a.md',
      '/\\elsewhere.example/a.md',
      'javascript:alert(1)//a.md',
      'data:text/markdown,a.md',
      '/secret.md',
      '../../../secret.md',
      'data/../../../secret.md',
      '%2e%2e/%2e%2e/secret.md',
      '..%2f..%2fsecret.md',
      '..\\..\\secret.md',
      '\thttps://elsewhere.example/a.md',
      'note.html',
      '../..',
      '../../',
    ];
    for (const link of links) {
      await visit(page, `${site.at('hostile/reader')}#${new URLSearchParams({ src: link })}`);
      await page.visible(TOAST);
      await page.says(`${TOAST} p`, /^This link names no digest of this site: /);
      await page.visible(DAYS);
      await page.visible('[data-testid=drop]');
    }
    const outside = page.requests.filter(
      (address) => !address.startsWith(site.at('hostile')) && address !== 'about:blank',
    );
    assert.deepEqual(outside, []);
    assert.deepEqual(asked(page, '/data/'), []);
    assert.deepEqual(asked(page, 'note.html'), []);
  },
};

/** @type {import('../support/matrix.mjs').Scenarios} */
export const onDisk = {
  async 'the one-file page follows no link to a file, and says so'(page, site) {
    await visit(page, `${site.url}#src=data/2026-01-14.md`);
    await page.visible(TOAST);
    await page.says(`${TOAST} p`, 'A page that was opened from disk cannot open files by a link.');
    await page.visible('[data-testid=drop]');
  },
};
