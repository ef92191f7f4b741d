// Files that another app shares with the installed page, or that any page of the web posts to it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { dist, fixture, samplePath, sampleText } from '../support/dist.mjs';
import { paperCountOf } from '../support/digest-text.mjs';
import { withFiles } from '../support/files.mjs';
import { countIs, openPaper } from '../support/reader.mjs';
import { serveHosted } from '../support/sites.mjs';
import { isHeld } from '../support/versions.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */

const ALL = paperCountOf(sampleText);
const manifest = JSON.parse(readFileSync(join(dist, 'manifest.webmanifest'), 'utf8'));

/** What a phone does with files that are shared, as a form: it posts them to where the manifest says. @param {string} page */
const sheet = (page) => `<!doctype html><meta charset="utf-8" /><link rel="icon" href="data:," />
<form action="${new URL(manifest.share_target.action, page)}" method="${manifest.share_target.method}" enctype="${manifest.share_target.enctype}">
<input type="file" multiple name="${manifest.share_target.params.files[0].name}" /><button>Share</button></form>`;

const ASK = '[data-testid=ask]';
const NOTE = '[data-testid=note]';
const HEAD = { format: 'broadsheet-backup', version: 1 };
/** A note that is emptied in the year 5138. */
const MARK = { work: '2601.00001', note: '', noteAt: 99_999_999_999_999, starred: true, starredAt: 1 };

/** A page of another origin, which fills a form by itself. @param {string} page @param {Record<string, string | Uint8Array>} files */
const trap = (page, files) => `${sheet(page)}<script>
const made = new DataTransfer();
for (const [name, base64] of ${JSON.stringify(
  Object.entries(files).map(([name, content]) => [name, Buffer.from(content).toString('base64')]),
)})
  made.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
document.querySelector('input').files = made.files;
</script>`;

/** How many files are held for the person to say whether they want them. @param {Page} page */
const held = (page) =>
  page.evaluate(async () => {
    const shared = (await caches.keys()).filter((name) => name.startsWith('broadsheet-shared'));
    const counts = shared.map(async (name) => (await (await caches.open(name)).keys()).length);
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  });

/** @type {import('../support/matrix.mjs').Scenarios<Page, import('../support/sites.mjs').Site & import('../support/sites.mjs').Server>} */
export const sharing = {
  async 'shared files open on a yes, once, without a server, and join those that were open'(page, site) {
    await isHeld(page);
    await page.drop([fixture('dialect-m.md')]);
    await countIs(page, '1 paper');
    await page.goto(site.write('share-sheet.html', sheet(site.url)));
    await page.setFiles('input', [fixture('clean.md'), samplePath]);
    await site.stop();
    await page.click('button');
    await page.visible(ASK);
    assert.equal(await page.evaluate(() => location.href), site.url);
    await page.says('[data-testid=ask-sum]', `2 files, ${ALL + 3} papers`);
    await page.click('[data-testid=ask-yes]');
    await countIs(page, `${ALL + 4} papers`);
    await page.hidden('[data-testid=toast]');
    await page.reload();
    await countIs(page, `${ALL + 4} papers`);
    await page.hidden(ASK);
    await page.hidden('[data-testid=toast]');
    assert.equal(await held(page), 0);
  },

  async 'a shared bibliography is shown first, with the collection that it would replace'(page, site) {
    const endings = new Set(manifest.share_target.params.files[0].accept);
    for (const ending of ['.bib', '.ris', '.csv', '.json', '.txt', '.opml'])
      assert.ok(endings.has(ending), ending);
    await isHeld(page);
    await page.drop([fixture('clean.md')]);
    await withFiles({ 'refs.bib': '@misc{a, eprint={2601.00001}}' }, async (paths) => {
      await page.drop(paths);
      // Said once it is stored.
      await page.says('[data-testid=toast] p', /^refs\.bib: 1 work/);
    });
    const planted = { 'refs.bib': '@misc{a, eprint={2601.00009}}', 'ids.txt': '2601.00001\n2601.00002\n' };
    await page.goto(site.write('trap.html', trap(site.url, planted)));
    await page.click('button');
    await page.visible(ASK);
    await page.say('[data-testid=ask-changes] li', ['1 collection']);
    await page.says('[data-testid=ask-sum]', '2 files, 3 works');
    await page.click('[data-testid=ask-yes]');
    await page.hidden(ASK);
    await page.click('[data-testid=collections-open]');
    await page.say('.collection h3', ['ids.txt', 'refs.bib']);
    await page.say('[data-testid=collection-count]', [
      '2 works, 2 in your digests',
      '1 work, 0 in your digests',
    ]);
    assert.equal(await held(page), 0);
  },

  async 'a page of another origin plants nothing: what it posts is shown, and gone on a no'(page, site) {
    await isHeld(page);
    await page.drop([fixture('clean.md')]);
    await countIs(page, '3 papers');
    await openPaper(page, '2601.00001@clean');
    await page.fill(NOTE, 'mine');
    await page.until('the note is kept', () => document.querySelector('.row [title="With a note"]') !== null);
    const other = await serveHosted();
    try {
      const zip = zipSync({
        'broadsheet.json': Buffer.from(JSON.stringify({ ...HEAD, marks: [MARK] })),
        '2026-01-15.md': readFileSync(fixture('dialect-m.md')),
      });
      const planted = { 'planted.md': readFileSync(fixture('dialect-g.md')), 'planted.zip': zip };
      await page.goto(other.write('trap.html', trap(site.url, planted)));
      assert.notEqual(new URL(await page.evaluate(() => location.href)).origin, new URL(site.url).origin);
      await page.click('button');
      await page.visible(ASK);
      await page.say('.ask-name', ['planted.md', 'planted.zip']);
      await page.say('[data-testid=ask-changes] li', [
        'the star of 1 paper',
        'the note on 1 paper',
        '1 note of yours would be replaced or emptied',
      ]);
      await page.says('[data-testid=ask-sum]', '2 files, 4 papers');
      // It stays there until it is answered.
      await page.reload();
      await page.says('[data-testid=ask-sum]', '2 files, 4 papers');
      await page.click('[data-testid=ask-no]');
      await page.hidden(ASK);
      await countIs(page, '3 papers');
      await page.until('nothing is held', async () => {
        const shared = (await caches.keys()).filter((name) => name.startsWith('broadsheet-shared'));
        const caught = await Promise.all(shared.map(async (name) => (await caches.open(name)).keys()));
        return caught.flat().length === 0;
      });
      await page.reload();
      await countIs(page, '3 papers');
      await page.hidden(ASK);
      await openPaper(page, '2601.00001@clean');
      assert.equal(
        await page.evaluate((note) => /** @type {any} */ (document.querySelector(note)).value, NOTE),
        'mine',
      );
    } finally {
      other.close();
      page.requests.splice(0, Infinity, ...page.requests.filter((address) => !other.owns(address)));
    }
  },
};
