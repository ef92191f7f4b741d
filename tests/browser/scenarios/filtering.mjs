import assert from 'node:assert/strict';
import { fixture, samplePath, sampleText } from '../support/dist.mjs';
import { contentsOf, papersOf } from '../support/digest-text.mjs';
import { ROW, countIs, filter, openSample } from '../support/reader.mjs';

const contents = contentsOf(sampleText);
const papers = papersOf(sampleText);
const ALL = papers.length;

/** @param {import('../support/page.mjs').Page} page */
const categoryCounts = (page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('[data-testid=category-filter]')].map((input) => [
        input.getAttribute('data-value'),
        Number(input.closest('label')?.querySelector('.facet-count')?.textContent),
      ]),
    ),
  );

/** @type {import('../support/matrix.mjs').Scenarios} */
export const filtering = {
  async 'the filters count what the table of contents announces'(page) {
    assert.equal(
      Object.values(contents).reduce((sum, total) => sum + total),
      ALL,
    );
    await openSample(page, ALL);
    assert.deepEqual(await categoryCounts(page), contents);
  },

  async 'each category alone shows exactly its papers, and taking it away restores all'(page) {
    await openSample(page, ALL);
    for (const [category, total] of Object.entries(contents)) {
      await page.click(filter('category', category));
      await countIs(page, `${total} of ${ALL} papers`);
      await page.attributeIs(ROW, 'aria-setsize', String(total));
      for (const edge of await page.texts(`${ROW} .row-edge`)) assert.ok(edge.startsWith(category), edge);
      await page.click(filter('category', category));
      await countIs(page, `${ALL} papers`);
    }
  },

  async 'two categories add up, and one button clears them'(page) {
    await openSample(page, ALL);
    const [first, second] = Object.keys(contents);
    await page.click(filter('category', first));
    await page.click(filter('category', second));
    await countIs(page, `${contents[first] + contents[second]} of ${ALL} papers`);
    await page.click('.filters-clear');
    await countIs(page, `${ALL} papers`);
    assert.equal(await page.count('[data-testid=filters] :checked'), 0);
  },

  async 'a day shows its papers, and a category within it those of both'(page) {
    await page.drop([samplePath, fixture('clean.md')]);
    await countIs(page, `${ALL + 3} papers`);
    await page.click(filter('day', '2026-01-01'));
    await countIs(page, `${ALL} of ${ALL + 3} papers`);
    await page.click(filter('category', 'cs.LG'));
    await countIs(page, `${contents['cs.LG']} of ${ALL + 3} papers`);
  },

  async 'an author shows exactly the papers that name them'(page) {
    await openSample(page, ALL);
    const author = await page.attribute('[data-testid=author-filter]', 'data-value');
    const wanted = papers.filter(({ authors }) => authors.includes(author ?? ''));
    assert.ok(wanted.length > 1, 'the most frequent author comes first');
    await page.click(filter('author', author ?? ''));
    await countIs(page, `${wanted.length} of ${ALL} papers`);
    assert.deepEqual(
      (await page.texts(`${ROW} .row-title`)).toSorted(),
      wanted.map(({ title }) => title).toSorted(),
    );
  },

  async 'the table of contents leads to a category of a day'(page) {
    await openSample(page, ALL);
    await page.click('[data-testid=contents] li:nth-child(3) button');
    await countIs(page, `${Object.values(contents)[2]} of ${ALL} papers`);
    await page.attributeIs('[data-testid=category-filter]:checked', 'data-value', Object.keys(contents)[2]);
  },
};
