// Runs scenarios in one browser, at the addresses where they belong; each in a tab of its own that must stay silent.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { full, tellFull, tellSecondTry } from '../../support/full.mjs';
import { repository } from './dist.mjs';
import { SCENARIO_MS } from './limits.mjs';
import { oneFile, serveHosted } from './sites.mjs';

/** @typedef {import('./page.mjs').Page} Page */
/** @typedef {import('./sites.mjs').Site} Site */
/**
 * @template [P=Page]
 * @template [S=Site]
 * @typedef {Record<string, (page: P, site: S) => Promise<void>>} Scenarios by the claim that each proves
 */
/** @typedef {'over http' | 'from one file'} Address */
/** @typedef {{ serviceWorker?: boolean }} TabOptions serviceWorker: the page gets the one that it registers */
/** @typedef {{ name: string, open(options?: object): Promise<Page>, close(): Promise<unknown> }} Browser */
/**
 * @typedef {object} Group
 * @property {Scenarios} scenarios
 * @property {string | false} [skip]   why they cannot run
 * @property {TabOptions & Record<string, unknown>} [options]  of the tab
 * @property {boolean} [everywhere]    they hang on storage, files or the network, which differ between addresses
 * @property {Address} [only]          the one address at which they run
 * @property {boolean} [alone]         each has a server of its own, to stop or to change
 * @property {() => Promise<Site>} [start]  their own address, in place of those of all
 * @property {boolean} [strict]        one failure is one too many: no second try
 */

/** Each failure may have waited for as long as it could: with more of them the run would never end. */
const MOST_FAILURES = 5;
/**
 * Browsers and their drivers hang or stumble about once in a thousand scenarios. So many of a run may fail once and
 * pass when they are tried again; `./test` names them. With `--full` none may.
 */
const MOST_SECOND_TRIES = full ? 0 : 2;
let secondTries = 0;
/** @type {Record<string, () => Site | Promise<Site>>} */
const STARTS = { 'over http': serveHosted, 'from one file': oneFile };
const failures = join(repository, 'build/browser-failures');

rmSync(failures, { recursive: true, force: true });

/**
 * At its home a browser runs all scenarios; at the other address those that hang on it, and with `--full` all others.
 * Each address has a browser of its own, so that they can run side by side.
 * @param {string} name
 * @param {() => Promise<Browser>} launch
 * @param {Group[]} groups
 * @param {Address} home
 * @param {Group[]} [left]  those that run with `--full` only
 */
export function runMatrix(name, launch, groups, home, left = []) {
  const everywhere = groups.filter((group) => !group.start);
  /** @param {Address} address */
  const thatRunAt = (address) =>
    everywhere.filter(
      ({ only, everywhere }) => only === address || (!only && (everywhere || address === home)),
    );
  /** @param {Address} address */
  const leftOutAt = (address) => [
    ...everywhere.filter(({ only, everywhere }) => !only && !everywhere && address !== home),
    ...left.filter(({ only, start }) => !start && (!only || only === address)),
  ];
  /** @param {Address} address */
  const groupsAt = (address) => (full ? [...thatRunAt(address), ...leftOutAt(address)] : thatRunAt(address));
  const away = home === 'over http' ? 'from one file' : 'over http';
  const places = [
    { address: home, groups: groupsAt(home) },
    { address: away, groups: groupsAt(away) },
    {
      address: 'at their own addresses',
      groups: [...groups, ...(full ? left : [])].filter(({ start }) => start),
    },
  ];
  for (const address of /** @type {Address[]} */ (['over http', 'from one file'])) {
    const count = leftOutAt(address).flatMap(({ scenarios }) => Object.keys(scenarios)).length;
    if (count > 0) tellFull(`${count} scenarios ${name} ${address}`);
  }
  const elsewhere = left.filter(({ start }) => start).flatMap(({ scenarios }) => Object.keys(scenarios));
  if (elsewhere.length > 0) tellFull(`${elsewhere.length} scenarios ${name} at their own addresses`);

  for (const { address, groups } of places) {
    if (groups.length === 0) continue;
    describe(`${name} ${address}`, { concurrency: 1 }, () => {
      /** @type {Browser} */
      let browser;
      /** @type {Map<() => Site | Promise<Site>, Site>} */
      const sites = new Map();
      /** The one that all groups that start it share. @param {() => Site | Promise<Site>} start */
      async function siteOf(start) {
        const site = sites.get(start) ?? (await start());
        sites.set(start, site);
        return site;
      }
      let failed = 0;
      before(async () => (browser = await launch()));
      after(() => Promise.all([browser, ...sites.values()].map((each) => each.close())));
      for (const {
        scenarios,
        skip = false,
        options,
        alone = false,
        strict = false,
        start = STARTS[address],
      } of groups)
        for (const [claim, scenario] of Object.entries(scenarios))
          test(claim, { skip, timeout: SCENARIO_MS }, async (context) => {
            assert.ok(failed < MOST_FAILURES, `not tried after ${MOST_FAILURES} failures`);
            const attemptOnce = async () => {
              const site = await (alone ? start() : siteOf(start));
              if (alone) context.after(site.close);
              await attempt(browser, site, claim, scenario, options);
            };
            failed += 1;
            await attemptOnce().catch((error) => {
              if (strict || secondTries === MOST_SECOND_TRIES) throw error;
              secondTries += 1;
              tellSecondTry(`${name} ${address}: ${claim}`, error);
              return attemptOnce();
            });
            failed -= 1;
          });
    });
  }
}

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
