import assert from 'node:assert/strict';
import axe from 'axe-core';
import { fixture, sampleText } from '../support/dist.mjs';
import { paperCountOf } from '../support/digest-text.mjs';
import {
  PAPER,
  SEARCH,
  completionsAreThere,
  countIs,
  forgetEverything,
  licencesAreThere,
  openSample,
  search,
} from '../support/reader.mjs';
import { serveArchives } from '../support/sites.mjs';
import { openPalette } from './palette.mjs';
import { PHONE } from './phone.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */

const ALL = paperCountOf(sampleText);

/** @param {Page} page */
export async function nothingForAxe(page) {
  await page.evaluate(/** @type {() => void} */ (/** @type {unknown} */ (`() => { ${axe.source} }`)));
  const { violations } = /** @type {import('axe-core').AxeResults} */ (
    await page.evaluate(() => Reflect.get(window, 'axe').run(document, { resultTypes: ['violations'] }))
  );
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`),
  );
  assert.deepEqual(found, []);
}

/** @type {Record<string, (page: Page, site: any) => Promise<unknown>>} ways to each state of the page */
const desk = {
  'the empty page': (page) => page.visible('[data-testid=drop]'),
  async 'the list'(page) {
    await openSample(page, ALL);
    await search(page, 'attention');
  },
  async 'the completions'(page) {
    await openSample(page, ALL);
    await page.click(SEARCH);
    await page.type('OR perel');
    await completionsAreThere(page);
    await page.press('ArrowDown');
  },
  async 'a suggestion'(page) {
    await openSample(page, ALL);
    await search(page, 'atention ');
    await page.visible('[data-testid=suggestion]');
  },
  async 'papers of another spelling beside those that were found'(page) {
    await openSample(page, ALL);
    await search(page, 'natural translation ');
    await page.visible('[data-testid=suggestion-leave]');
  },
  async 'what is beside a paper'(page) {
    await openSample(page, ALL);
    await search(page, 'attention');
    await page.press('Enter');
    await page.click('[data-testid=why] summary');
    await page.visible('[data-testid=similar]');
  },
  async 'an open paper'(page) {
    await openSample(page, ALL);
    await search(page, 'attention');
    await page.press('Enter');
    await page.press('n');
    await page.visible(PAPER);
  },
  async 'the report'(page) {
    await page.drop([fixture('toc-mismatch.md'), fixture('not-a-digest.md')]);
    await countIs(page, '4 papers');
    await page.click('[data-testid=report-open]');
    await page.visible('[data-testid=report]');
  },
  async 'the keys'(page) {
    await page.type('?');
    await page.visible('[data-testid=keys-sheet]');
  },
  async 'the palette'(page) {
    await openSample(page, ALL);
    await openPalette(page);
    await page.type('paper');
    await page.press('ArrowDown');
  },
  async 'the palette without a match'(page) {
    await openPalette(page);
    await page.type('tea');
    await page.says('[data-testid=palette-none]', /^No command/);
  },
  async 'the licences'(page) {
    await page.type('?');
    await page.click('[data-testid=keys-sheet] [data-testid=licenses-open]');
    await licencesAreThere(page);
  },
};

/** @type {typeof desk} */
const phone = {
  async 'the filters on a phone'(page) {
    await openSample(page, ALL);
    await page.click('.filters-open');
    await page.visible('.dialog-filters');
  },
  async 'the completions on a phone'(page) {
    await openSample(page, ALL);
    await page.click(SEARCH);
    await page.type('perel');
    await completionsAreThere(page);
  },
  async 'the query syntax on a phone'(page) {
    await openSample(page, ALL);
    await page.click('.search-syntax');
    await page.visible('[data-testid=syntax-sheet]');
  },
  async 'the licences on a phone'(page) {
    await openSample(page, ALL);
    await page.click('.search-syntax');
    await page.click('[data-testid=syntax-sheet] [data-testid=licenses-open]');
    await licencesAreThere(page);
  },
  async 'a paper on a phone'(page) {
    await openSample(page, ALL);
    await page.click('[data-testid=row]');
    await page.visible(PAPER);
  },
};

/** @type {typeof desk} */
const beside = {
  async 'the days of an archive'(page, site) {
    site.putPage('days');
    const list = {
      version: 1,
      digests: [
        { url: 'a.md', day: '2026-01-14', language: 'en' },
        { url: 'b.md', language: 'zh' },
      ],
    };
    site.put({ 'days/digests.json': JSON.stringify(list), 'days/a.md': sampleText });
    await page.goto(site.at('days'));
    await countIs(page, `${ALL} papers`);
    await forgetEverything(page);
    await page.visible('.empty-archive');
    await nothingForAxe(page);
    await page.click('[data-testid=archive-open]');
    await page.visible('[data-testid=archive]');
  },
};

/** @param {typeof desk} states @returns {import('../support/matrix.mjs').Scenarios<any>} */
const claims = (states) =>
  Object.fromEntries(
    Object.entries(states).map(([name, reach]) => [
      `axe finds nothing in ${name}, light or dark`,
      async (page, site) => {
        await reach(page, site);
        await nothingForAxe(page);
        await page.prefer('dark');
        await nothingForAxe(page);
      },
    ]),
  );

/** In Chromium alone, which can switch the colours of a tab. @type {import('../support/matrix.mjs').Group[]} */
export const accessibility = [
  { scenarios: claims(desk), options: { colorScheme: 'light' }, only: 'over http' },
  { scenarios: claims(phone), options: { ...PHONE, colorScheme: 'light' }, only: 'over http' },
  { scenarios: claims(beside), options: { colorScheme: 'light' }, start: serveArchives },
];
