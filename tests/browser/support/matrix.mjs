// Runs scenarios in one browser, at each address; each in a tab of its own that must stay silent.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { repository } from './dist.mjs';
import { oneFile, serveHosted } from './sites.mjs';

/** @typedef {import('./page.mjs').Page} Page */
/** @typedef {import('./sites.mjs').Site} Site */
/**
 * @template [P=Page]
 * @template [S=Site]
 * @typedef {Record<string, (page: P, site: S) => Promise<void>>} Scenarios by the claim that each proves
 */
/** @typedef {{ name: string, open(options?: object): Promise<Page>, close(): Promise<unknown> }} Browser */
/**
 * @typedef {object} Group
 * @property {Scenarios} scenarios
 * @property {string | false} [skip]   why they cannot run
 * @property {object} [options]        of the tab
 * @property {string} [only]           the one address at which they run
 * @property {boolean} [alone]         each has a server of its own, to stop or to change
 * @property {() => Promise<Site>} [start]  their own address, in place of those of all
 * @property {number} [limit]          milliseconds for each
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
    const everywhere = groups.filter((group) => !group.start);
    const places = [
      { address: 'over http', start: serveHosted, groups: everywhere },
      { address: 'from one file', start: oneFile, groups: everywhere },
      ...groups
        .filter((group) => group.start)
        .map((group) => ({ address: 'at its own address', start: group.start, groups: [group] })),
    ];
    for (const { address, start, groups } of places)
      describe(address, { concurrency: 1 }, () => {
        /** @type {Site} */
        let site;
        before(async () => (site = await start()));
        after(() => site.close());
        for (const group of groups) {
          const { scenarios, skip = false, options, only = address, alone = false, limit = LIMIT_MS } = group;
          for (const [claim, scenario] of Object.entries(only === address ? scenarios : {}))
            test(claim, { skip, timeout: limit }, async (context) => {
              const own = alone ? await start() : site;
              if (alone) context.after(own.close);
              await attempt(browser, own, claim, scenario, options);
            });
        }
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
