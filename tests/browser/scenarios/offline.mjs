// The hosted page without its server, and what its service worker leaves alone.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, fixture, sampleText } from '../support/dist.mjs';
import { paperCountOf } from '../support/digest-text.mjs';
import { temporaryFolder } from '../support/files.mjs';
import { PAPER, countIs, openSample, search } from '../support/reader.mjs';
import { hashesAt, hashesOf, isHeld } from '../support/versions.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */

const ALL = paperCountOf(sampleText);

/** @type {import('../support/matrix.mjs').Scenarios<Page, import('../support/sites.mjs').Site & import('../support/sites.mjs').Server>} */
export const offline = {
  async 'after the first visit the page needs no server: it opens, reads and searches'(page, site) {
    await isHeld(page);
    await site.stop();
    await page.reload();
    await openSample(page, ALL);
    assert.ok((await search(page, 'attention')) > 0);
    await page.press('Enter');
    await page.visible(PAPER);
    const files = hashesOf(dist);
    assert.deepEqual(await hashesAt(page, Object.keys(files)), files);
    await page.drop([fixture('clean.md')]);
    await search(page, '');
    await countIs(page, `${ALL + 3} papers`);
    const other = await page.another();
    await other.goto(`${site.url}index.html?from=a-link#q=attention`);
    await countIs(other, '0 of 3 papers');
    assert.deepEqual(other.troubles, []);
  },

  async 'the list that says what lies beside the page is its host’s to change, at any time'(page, site) {
    const folder = temporaryFolder();
    cpSync(dist, folder, { recursive: true });
    writeFileSync(join(folder, 'today.md'), readFileSync(fixture('clean.md')));
    writeFileSync(
      join(folder, 'digests.json'),
      '{ "version": 1, "digests": [{ "url": "today.md", "day": "2026-01-14" }] }',
    );
    await isHeld(page);
    site.use(folder);
    await page.reload();
    await countIs(page, '3 papers');
    await site.stop();
    await page.reload();
    await countIs(page, '3 papers');
    rmSync(folder, { recursive: true });
  },

  async 'what is not a part of the page comes from the server and is never held'(page, site) {
    await isHeld(page);
    const folder = temporaryFolder();
    cpSync(dist, folder, { recursive: true });
    for (const text of ['first', 'second']) {
      writeFileSync(join(folder, 'digest-beside.md'), text);
      site.use(folder);
      assert.equal(
        await page.evaluate(() => fetch('digest-beside.md').then((answer) => answer.text())),
        text,
      );
    }
    const held = await page.evaluate(async () => {
      await fetch('broadsheet.html').then((answer) => answer.arrayBuffer());
      const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)));
      const requests = await Promise.all(caches.map((cache) => cache.keys()));
      return requests
        .flat()
        .map(({ url }) => new URL(url).pathname.slice(new URL('./', location.href).pathname.length));
    });
    rmSync(folder, { recursive: true });
    assert.deepEqual(held.toSorted(), Object.keys(hashesOf(dist)).toSorted());
  },
};

/** @type {import('../support/matrix.mjs').Scenarios} */
export const withoutServer = {
  async 'the page on disk asks for no service worker and is no app'(page) {
    await openSample(page, ALL);
    assert.equal(await page.count('link[rel=manifest], meta[name=version]'), 0);
    assert.ok(!readFileSync(join(dist, 'broadsheet.html'), 'utf8').includes('service-worker'));
  },
};
