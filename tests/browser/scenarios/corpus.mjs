// Real digests, which are not part of the project: they lie beside the checkout, or the tests are skipped.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../support/dist.mjs';
import { arxivIdsOf, contentsOf } from '../support/digest-text.mjs';
import { SEARCH, countIs, filter, found, search } from '../support/reader.mjs';

const folder = join(repository, '../shared/corpus');

export const corpusMissing = !existsSync(folder) && 'the corpus of real digests is not beside the checkout';

/** @type {import('../support/matrix.mjs').Scenarios} */
export const corpus = {
  async 'the seed digest shows its 68 papers in six categories'(page) {
    const path = join(folder, 'seed-digest.md');
    const contents = contentsOf(readFileSync(path, 'utf8'));
    assert.deepEqual(Object.values(contents), [44, 10, 1, 8, 2, 3]);
    await page.drop([path]);
    await countIs(page, '68 papers');
    for (const [category, total] of Object.entries(contents)) {
      await page.click(filter('category', category));
      await countIs(page, `${total} of 68 papers`);
      await page.click(filter('category', category));
    }
    await countIs(page, '68 papers');
  },

  async 'two months of digests show every paper that their headings announce, each once'(page) {
    const paths = readdirSync(join(folder, 'archive')).map((name) => join(folder, 'archive', name));
    const papers = new Set(paths.flatMap((path) => arxivIdsOf(readFileSync(path, 'utf8')))).size;
    assert.equal(paths.length, 61);
    await page.drop(paths);
    await countIs(page, `${papers.toLocaleString('en-GB')} papers`);
    await page.click(SEARCH);
    await page.type('diffusion');
    const typed = await found(page);
    assert.ok(typed > 0 && typed < papers);
    await search(page, '');
    assert.equal(await search(page, 'diffusion'), typed, 'the answer to the last key is the one that counts');
  },
};
