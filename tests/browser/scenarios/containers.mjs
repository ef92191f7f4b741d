// What files come packed in.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zip } from '../support/archives.mjs';
import { fixture } from '../support/dist.mjs';
import { withFiles } from '../support/files.mjs';
import { countIs, filter, forgetEverything } from '../support/reader.mjs';

const clean = readFileSync(fixture('clean.md'), 'utf8');
const other = readFileSync(fixture('dialect-m.md'), 'utf8');

/** Drops the files and waits for the count while they are there. @param {import('../support/page.mjs').Page} page @param {Record<string, string | Uint8Array>} files @param {string} count @param {{ refuses?: boolean }} [options] refuses: some are not opened, which is said at the end */
const dropUntil = (page, files, count, { refuses = false } = {}) =>
  withFiles(files, async (paths) => {
    await page.drop(paths);
    await countIs(page, count);
    if (refuses) await page.visible('[data-testid=toast]');
  });

/** What the report says of files that were not opened. @param {import('../support/page.mjs').Page} page */
async function refusals(page) {
  await page.click('[data-testid=report-open]');
  return page.texts('[data-testid=report] .report-file');
}

/** Two months of digests, each with papers of its own. @returns {Record<string, string>} by name */
const twoMonths = () =>
  Object.fromEntries(
    Array.from({ length: 61 }, (_, day) => {
      const date = new Date(Date.UTC(2025, 11, 30 + day)).toISOString().slice(0, 10);
      return [`${date}.md`, clean.replaceAll('2601.0000', `26${String(day + 10)}.0000`)];
    }),
  );

/** Those that Firefox cannot do in a test: it lets no script choose a folder. @type {import('../support/matrix.mjs').Scenarios} */
export const folders = {
  async 'a folder that is chosen opens with all its digests'(page) {
    await withFiles({ ...twoMonths(), 'notes.pdf': 'not read' }, async (paths) => {
      await page.setFiles('[data-testid=folder-input]', [dirname(paths[0])]);
      await countIs(page, '183 papers');
    });
    assert.equal(await page.count('[data-testid=toast]:not([hidden]) p'), 0);
  },
};

/** @type {import('../support/matrix.mjs').Scenarios} */
export const containers = {
  async 'two months of files and a zip of them are the same library'(page) {
    const files = twoMonths();
    await dropUntil(page, files, '183 papers');
    await forgetEverything(page);
    await page.visible('[data-testid=drop]');
    await dropUntil(page, { 'months.zip': zip(files) }, '183 papers');
    await page.says('[data-testid=filters]', /Machine Learning 122.*Combinatorics 61.*January 2026/);
  },

  async 'a gzip opens as the file in it, with its date'(page) {
    await dropUntil(page, { '2026-01-14.md.gz': gzipSync(clean) }, '3 papers');
    await page.thereAre(filter('day', '2026-01-14'), 1);
  },

  async 'a zip opens with its folders, and a reload has its files again'(page) {
    const archive = zip({
      'year/2026-01-14.md': clean,
      'year/2026-01-15.md.gz': gzipSync(other),
      'year/picture.png': 'not read',
      '__MACOSX/year/._2026-01-14.md': 'not read',
    });
    await dropUntil(page, { 'year.zip': archive }, '4 papers');
    await page.thereAre(filter('day', '2026-01-15'), 1);
    await page.reload();
    await countIs(page, '4 papers');
  },

  async 'what is broken, packed twice or leads out is named and costs nothing else'(page) {
    const archive = zip({
      'good.md': clean,
      '../out.md': other,
      '/etc/out.md': other,
      'inner.zip': zip({ 'a.md': other }),
      'bomb.md': 'x',
    });
    const gz = gzipSync(clean);
    await dropUntil(
      page,
      {
        'archive.zip': archive,
        'broken.zip': archive.subarray(0, archive.length - 60),
        'cut.md.gz': gz.subarray(0, gz.length - 9),
        'empty.zip': zip({}),
        'picture.md': Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010800000000', 'hex'),
        'stub.md': readFileSync(fixture('toc-only.md')),
        'nothing.md': '',
      },
      '3 papers',
      { refuses: true },
    );
    const files = await refusals(page);
    for (const expected of [
      'archive.zip/../out.md The file’s name leads out of the archive.',
      'archive.zip//etc/out.md The file’s name leads out of the archive.',
      'archive.zip/inner.zip An archive inside an archive is not opened.',
      'broken.zip The archive is damaged or cut.',
      'cut.md.gz The archive is damaged or cut.',
      'empty.zip The archive holds no file that could be a digest.',
      'picture.md This file is not text.',
      'stub.md The file holds a table of contents and no papers.',
      'nothing.md The file is empty.',
    ])
      assert.ok(
        files.some((file) => file.startsWith(expected)),
        `${expected}\n${files.join('\n')}`,
      );
  },

  async 'a bomb is put out'(page) {
    const zeros = gzipSync(Buffer.alloc(64 << 20));
    await dropUntil(page, { 'clean.md': clean, 'bomb.md.gz': zeros }, '3 papers', { refuses: true });
    assert.match(
      (await refusals(page)).join(),
      /bomb\.md\.gz The archive unpacks to far more than digests do\./,
    );
  },
};
