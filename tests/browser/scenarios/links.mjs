// The address holds the state: reload, back, forward, a link that somebody was given.
import assert from 'node:assert/strict';
import { samplePath, sampleName, sampleText } from '../support/dist.mjs';
import { contentsOf, papersOf } from '../support/digest-text.mjs';
import {
  COUNT,
  PAPER,
  countIs,
  filter,
  forgetEverything,
  openPaper,
  openSample,
  paperIs,
  row,
  search,
} from '../support/reader.mjs';

const papers = papersOf(sampleText);
const ALL = papers.length;
const digest = sampleName.replace('.md', '');
const FIRST = `1706.03762@${digest}`;
const ADAM = `1412.6980@${digest}`;
const LORA = `2106.09685@${digest}`;

/** @param {import('../support/page.mjs').Page} page */
const query = (page) => page.evaluate(() => document.querySelector('input')?.value);
/** @param {import('../support/page.mjs').Page} page */
const fragment = (page) =>
  page.evaluate(() => Object.fromEntries(new URLSearchParams(location.hash.slice(1))));

/** @type {import('../support/matrix.mjs').Scenarios} */
export const links = {
  async 'a reload brings back the query, the filters, the order and the paper'(page) {
    await openSample(page, ALL);
    await page.click(filter('category', 'cs.LG'));
    await countIs(page, `${contentsOf(sampleText)['cs.LG']} of ${ALL} papers`);
    const count = await search(page, 'gradient');
    await openPaper(page, ADAM);
    const before = await fragment(page);
    assert.deepEqual(before, { src: 'sample', q: 'gradient', cat: 'cs.LG', paper: ADAM });
    await page.reload();
    await paperIs(page, ADAM);
    await countIs(page, `${count} of ${ALL} papers`);
    assert.equal(await query(page), 'gradient');
    await page.thereAre(`${filter('category', 'cs.LG')}:checked`, 1);
    await page.attributeIs(row(ADAM), 'aria-selected', 'true');
    assert.deepEqual(await fragment(page), before);
  },

  async 'a link opens the sample, the search and the paper in a fresh tab'(page, site) {
    await page.goto('about:blank');
    await page.goto(`${site.url}#src=sample&q=adaptation&paper=${LORA}`);
    await paperIs(page, LORA);
    assert.equal(await query(page), 'adaptation');
    await page.says(COUNT, new RegExp(`^\\d+ of ${ALL} papers$`));
    assert.ok((await page.texts(`${PAPER} mark`)).length > 0);
  },

  async 'a link to a paper far down the list shows its row'(page, site) {
    const key = `math/0303109@${digest}`;
    await page.goto('about:blank');
    await page.goto(`${site.url}#src=sample&paper=${encodeURIComponent(key)}`);
    await paperIs(page, key);
    await page.until(
      'its row is in view',
      (selector) => {
        const row = document.querySelector(selector)?.getBoundingClientRect();
        const list = document.querySelector('#paper-list')?.getBoundingClientRect();
        return row && list && row.top >= list.top - 1 && row.bottom <= list.bottom + 1;
      },
      row(key),
    );
  },

  async 'a link to a paper that is not open says which digest it needs'(page, site) {
    await page.goto('about:blank');
    await page.goto(`${site.url}#src=sample&paper=2601.00001@2026-01-14`);
    await countIs(page, `${ALL} papers`);
    await page.visible('[data-testid=toast]');
    await page.says('[data-testid=toast]', /2026-01-14/);
  },

  async 'back and forward go through filters and papers'(page) {
    await openSample(page, ALL);
    await page.click(filter('category', 'cs.LG'));
    const some = `${contentsOf(sampleText)['cs.LG']} of ${ALL} papers`;
    await countIs(page, some);
    await openPaper(page, ADAM);
    const second = String(await page.attribute('#row-1', 'data-key'));
    await openPaper(page, second);
    await page.back();
    await paperIs(page, ADAM);
    await page.back();
    await page.hidden(PAPER);
    await page.says(COUNT, some);
    await page.back();
    await countIs(page, `${ALL} papers`);
    await page.forward();
    await countIs(page, some);
    await page.forward();
    await paperIs(page, ADAM);
    await page.forward();
    await paperIs(page, second);
  },

  async 'typing leaves one entry in the history, not one for each key'(page) {
    await openSample(page, ALL);
    const before = await page.evaluate(() => history.length);
    await search(page, 'quantum error');
    await page.until('the address knows', () => location.hash.includes('quantum+error'));
    assert.equal(await page.evaluate(() => history.length), before);
  },

  async 'a changed address is followed'(page) {
    await openSample(page, ALL);
    await page.evaluate(() => (location.hash = '#src=sample&cat=quant-ph'));
    await countIs(page, `${contentsOf(sampleText)['quant-ph']} of ${ALL} papers`);
    await page.thereAre(`${filter('category', 'quant-ph')}:checked`, 1);
  },

  async 'a dropped file is there after a reload, until everything is removed'(page) {
    await page.drop([samplePath]);
    await countIs(page, `${ALL} papers`);
    await openPaper(page, FIRST);
    await page.reload();
    await paperIs(page, FIRST);
    await countIs(page, `${ALL} papers`);
    await forgetEverything(page);
    await page.visible('[data-testid=drop]');
    assert.deepEqual(await fragment(page), {});
    await page.reload();
    await page.visible('[data-testid=drop]');
    await page.drop([samplePath]);
    await countIs(page, `${ALL} papers`);
  },

  async 'the sample is not kept: without its link the page is empty again'(page, site) {
    await openSample(page, ALL);
    await page.goto('about:blank');
    await page.goto(site.url);
    await page.visible('[data-testid=drop]');
    await openSample(page, ALL);
  },
};
