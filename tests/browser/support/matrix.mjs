// Runs scenarios in one browser, at each address; each in a tab of its own that must stay silent.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { repository } from './dist.mjs';
import { oneFile, serveHosted } from './sites.mjs';

/** @typedef {import('./page.mjs').Page} Page */
/** @typedef {import('./sites.mjs').Site} Site */
/** @typedef {Record<string, (page: Page, site: Site) => Promise<void>>} Scenarios by the claim that each proves */
/** @typedef {{ name: string, open(options?: object): Promise<Page>, close(): Promise<unknown> }} Browser */
/**
 * @typedef {object} Group
 * @property {Scenarios} scenarios
 * @property {string | false} [skip]   why they cannot run
 * @property {object} [options]        of the tab
 * @property {string} [only]           the one address at which they run
 */

const LIMIT_MS = 120_000;
const failures = join(repository, 'build/browser-failures');

rmSync(failures, { recursive: true, force: true });

/**
 * @param {string} name
 * @param {() => Promise<Browser>} launch
 * @param {Group[]} groups
 */
export const runMatrix = (name, launch, groups) =>
  describe(name, { concurrency: 1 }, () => {
    /** @type {Browser} */
    let browser;
    before(async () => (browser = await launch()));
    after(() => browser.close());
    for (const [address, start] of Object.entries({ 'over http': serveHosted, 'from one file': oneFile }))
      describe(address, { concurrency: 1 }, () => {
        /** @type {Site} */
        let site;
        before(async () => (site = await start()));
        after(() => site.close());
        for (const { scenarios, skip = false, options, only = address } of groups)
          for (const [claim, scenario] of Object.entries(only === address ? scenarios : {}))
            test(claim, { skip, timeout: LIMIT_MS }, () => attempt(browser, site, claim, scenario, options));
      });
  });

/**
 * @param {Browser} browser @param {Site} site @param {string} claim
 * @param {Scenarios[string]} scenario @param {object} [options]
 */
async function attempt(browser, site, claim, scenario, options) {
  const page = await browser.open(options);
  try {
    await page.goto(site.url);
    await scenario(page, site);
    assert.deepEqual(page.troubles, []);
    assert.deepEqual(
      page.requests.filter((address) => !site.owns(address)),
      [],
      'nothing but the page’s own files is asked for',
    );
  } catch (error) {
    await report(page, [browser.name, site.name, claim].join(' '));
    throw error;
  } finally {
    await page.close();
  }
}

/** @param {Page} page @param {string} name */
async function report(page, name) {
  mkdirSync(failures, { recursive: true });
  const path = join(failures, `${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100)}.png`);
  console.error([`${name}: see ${path}`, ...page.troubles].join('\n  '));
  await page.screenshot(path).catch((error) => console.error(String(error)));
}
