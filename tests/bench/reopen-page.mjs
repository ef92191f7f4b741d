// How long the page takes to open digests, and then to show and to search what it has kept: invented papers in headless
// Chromium, the browser started anew each time. Not a test, nothing here can fail.
//
// Usage: [BROADSHEET_RECORD=1] node tests/bench/reopen-page.mjs [--papers N] [--runs N] [--note TEXT]
// 390,000 papers are a gigabyte. A size other than the usual one is a section of its own; TEXT says what else was so.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { record } from '../support/reliability.mjs';
import { CHROMIUM } from '../browser/support/chromium.mjs';
import { temporaryFolder } from '../browser/support/files.mjs';
import { keptRows } from '../browser/support/kept.mjs';
import { oneFile, serveHosted } from '../browser/support/sites.mjs';
import { inventedDigests } from './digest-files.mjs';
import { mostMemoryOfAPage } from './report/processes.mjs';
import { median } from './report/statistics.mjs';

const { values } = parseArgs({
  options: {
    papers: { type: 'string', default: '60000' },
    runs: { type: 'string', default: '5' },
    note: { type: 'string', default: '' },
  },
});
const USUAL_PAPERS = 60_000;
const papers = Number(values.papers);
const runs = Number(values.runs);
const LONG_MS = 1_800_000;

const folder = temporaryFolder();
const paths = [];
let bytes = 0;
for (const digest of inventedDigests(papers)) {
  const path = join(folder, digest.name);
  writeFileSync(path, digest.bytes);
  bytes += digest.bytes.length;
  paths.push(path);
}

const settled = () => {
  const count = document.querySelector('[data-testid=count]');
  const progress = document.querySelector('[data-testid=progress]');
  return count?.checkVisibility() && !count.hasAttribute('aria-busy') && !progress?.checkVisibility();
};

/** How many digests the kept index holds. @param {import('playwright-core').Page} page */
async function indexed(page) {
  const parts = await page.evaluate(`(${keptRows})('parts', ['digests'])`);
  return parts.reduce(
    (/** @type {number} */ sum, /** @type {{ digests: number[] }} */ part) => sum + part.digests.length,
    0,
  );
}

/** @param {string} url */
async function measure(url) {
  const profile = temporaryFolder();
  const launch = () => chromium.launchPersistentContext(profile, CHROMIUM);
  let context = await launch();
  let page = await context.newPage();
  await page.goto(url);
  const begin = performance.now();
  await page.setInputFiles('[data-testid=file-input]', paths);
  await page.waitForFunction(() => document.querySelector('[data-testid=progress]')?.checkVisibility());
  await page.waitForFunction(settled, null, { timeout: LONG_MS });
  const opened = performance.now() - begin;
  while ((await indexed(page)) !== paths.length) await page.waitForTimeout(500);
  const kept = performance.now() - begin;
  await page.waitForTimeout(1500);
  const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
  const memory = mostMemoryOfAPage();
  await context.close();
  const lists = [];
  const searches = [];
  for (let run = 0; run < runs; run++) {
    context = await launch();
    page = await context.newPage();
    // Times are taken in the page, from its navigation on: the browser's own start is not the page's.
    await page.addInitScript(() => {
      const look = () => {
        const rows = document.querySelector('[data-testid=row]');
        const count = document.querySelector('[data-testid=count]');
        if (rows) Reflect.set(window, 'listAt', Reflect.get(window, 'listAt') ?? performance.now());
        if (rows && count && !count.hasAttribute('aria-busy'))
          Reflect.set(window, 'searchAt', performance.now());
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(url);
    await page.waitForFunction(() => 'searchAt' in window, null, { timeout: LONG_MS });
    lists.push(await page.evaluate(() => Reflect.get(window, 'listAt')));
    searches.push(await page.evaluate(() => Reflect.get(window, 'searchAt')));
    await context.close();
  }
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return { opened, kept, usage, memory, list: median(lists), search: median(searches) };
}

const megabytes = (/** @type {number} */ count) => `${(count / 1e6).toFixed(0)} MB`;
const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 0)} s`;
const site = await serveHosted();
const lines = [];
for (const [name, url] of [
  ['over http', site.url],
  ['from one file', oneFile().url],
]) {
  const { opened, kept, usage, memory, list, search } = await measure(url);
  const cells = [
    ...[name, seconds(opened), seconds(kept), megabytes(usage), megabytes(memory)],
    ...[seconds(list), seconds(search)],
  ];
  lines.push(`| ${cells.join(' | ')} |`);
  console.log(lines.at(-1));
}
site.close();
rmSync(folder, { recursive: true, force: true });
const size = `${papers.toLocaleString('en')} invented papers in ${paths.length} digests (${(bytes / 1e6).toFixed(0)} MB)`;
const title = papers === USUAL_PAPERS ? 'Opening the page again' : `${size.split(' ', 1)[0]} papers`;
const starts = runs === 1 ? 'one start of the browser' : `medians of ${runs} starts of the browser`;
record(
  papers === USUAL_PAPERS ? 'reopening' : `reopening-${papers}`,
  `## ${title}\n\n${[`${size}, headless Chromium`, values.note, starts].filter(Boolean).join(', ')}; times of list and search ` +
    'from the page’s navigation on, the most memory that the page’s process had while the files were opened and kept.\n\n' +
    '| address | opening the files | index kept | storage used | most memory | list shown | search answered |\n' +
    `| --- | --- | --- | --- | --- | --- | --- |\n${lines.join('\n')}`,
);
