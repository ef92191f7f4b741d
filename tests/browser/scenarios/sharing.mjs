// Files that another app shares with the installed page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, fixture, samplePath, sampleText } from '../support/dist.mjs';
import { paperCountOf } from '../support/digest-text.mjs';
import { countIs } from '../support/reader.mjs';
import { isHeld } from '../support/versions.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */

const ALL = paperCountOf(sampleText);
const manifest = JSON.parse(readFileSync(join(dist, 'manifest.webmanifest'), 'utf8'));

/** What a phone does with files that are shared, as a form: it posts them to where the manifest says. @param {string} page */
const sheet = (page) => `<!doctype html><meta charset="utf-8" /><link rel="icon" href="data:," />
<form action="${new URL(manifest.share_target.action, page)}" method="${manifest.share_target.method}" enctype="${manifest.share_target.enctype}">
<input type="file" multiple name="${manifest.share_target.params.files[0].name}" /><button>Share</button></form>`;

/** @type {import('../support/matrix.mjs').Scenarios<Page, import('../support/sites.mjs').Site & import('../support/sites.mjs').Server>} */
export const sharing = {
  async 'shared files open, once, without a server, and join those that were open'(page, site) {
    await isHeld(page);
    await page.drop([fixture('dialect-m.md')]);
    await countIs(page, '1 paper');
    await page.goto(site.write('share-sheet.html', sheet(site.url)));
    await page.setFiles('input', [fixture('clean.md'), samplePath]);
    await site.stop();
    await page.click('button');
    await page.visible('[data-testid=count]');
    assert.equal(await page.evaluate(() => location.href), site.url);
    await countIs(page, `${ALL + 4} papers`);
    await page.hidden('[data-testid=toast]');
    await page.reload();
    await countIs(page, `${ALL + 4} papers`);
    await page.hidden('[data-testid=toast]');
    const held = await page.evaluate(async () => {
      const shared = (await caches.keys()).filter((name) => name.startsWith('broadsheet-shared'));
      return Promise.all(shared.map(async (name) => (await (await caches.open(name)).keys()).length));
    });
    assert.deepEqual(held, [0]);
  },
};
