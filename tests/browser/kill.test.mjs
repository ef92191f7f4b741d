// The browser is killed at random moments while digests come in and papers are marked. What was done a second before
// is there afterwards, nothing is there in part, and the page opens and searches.
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { full, tellFull } from '../support/full.mjs';
import { record } from '../support/reliability.mjs';
import { temporaryFolder } from './support/files.mjs';
import { makeDigest } from './support/generate.mjs';
import { keptRows } from './support/kept.mjs';
import { startKillable } from './support/killable.mjs';
import { SCENARIO_MS } from './support/limits.mjs';
import { serveHosted } from './support/sites.mjs';

const [FEW, MANY] = [8, 50];
const KILLS = Number(process.env.BROADSHEET_KILLS ?? (full ? MANY : FEW));
/** Longest time that the page is let work. */
const LONGEST_MS = 4000;
const LOST_MS = 1000;
const PAPERS = 12;

if (!process.env.BROADSHEET_KILLS) tellFull(`${MANY - FEW} kills of Chromium`);

/** File names, and which works are starred. @param {import('playwright-core').Page} page */
async function keptNow(page) {
  const rows = (/** @type {string} */ store, /** @type {string[]} */ ...fields) =>
    page.evaluate(`(${keptRows})(${JSON.stringify(store)}, ${JSON.stringify(fields)})`);
  const [digests, marks] = await Promise.all([rows('digests', 'name'), rows('marks', 'work', 'starred')]);
  const starred = marks.filter((/** @type {{ starred: boolean }} */ mark) => mark.starred);
  return {
    files: digests.map((/** @type {{ name: string }} */ { name }) => name).sort(),
    stars: starred.map((/** @type {{ work: string }} */ { work }) => work).sort(),
  };
}

/** @param {import('playwright-core').Page} page */
const countNow = (page) =>
  page
    .waitForFunction(() => {
      const count = document.querySelector('[data-testid=count]');
      const busy =
        count?.hasAttribute('aria-busy') ||
        document.querySelector('[data-testid=progress]')?.checkVisibility();
      return (
        count?.checkVisibility() && !busy && Number(count.textContent?.match(/[\d,]+/)?.[0].replace(',', ''))
      );
    })
    .then((handle) => handle.jsonValue());

/** Drops files and stars papers until it is killed. @param {import('playwright-core').Page} page @param {Log} log @param {string} folder */
async function work(page, log, folder) {
  for (;;) {
    const star = log.turn++ % 2 === 1 && log.works.length > 0;
    const serial = log.next;
    const day = String((serial % 28) + 1).padStart(2, '0');
    const name = `${2001 + Math.floor(serial / 300)}-01-${day}-${serial}.md`;
    const path = join(folder, name);
    if (!star) {
      log.next += 1;
      writeFileSync(path, makeDigest({ papers: PAPERS, first: serial * PAPERS + 1 }));
    }
    const what = star ? log.works[Math.floor(Math.random() * log.works.length)] : name;
    const entry = { kind: star ? 'star' : 'file', what, at: Infinity };
    log.begun.push(entry);
    if (star) {
      await page.evaluate((work) => {
        const row = document.querySelector(`[data-testid=row][data-key^="${work}@"]`);
        /** @type {HTMLElement | null} */ (row)?.click();
      }, what);
      await page.waitForFunction(
        (work) =>
          document.querySelector('[data-testid=paper]')?.getAttribute('data-key')?.startsWith(`${work}@`),
        what,
      );
      if ((await page.getAttribute('[data-testid=star]', 'aria-pressed')) !== 'true')
        await page.press('body', 's');
      await page.waitForFunction(() => document.querySelector('[data-testid=star][aria-pressed=true]'));
    } else {
      await page.setInputFiles('[data-testid=file-input]', path);
      await page.waitForFunction(
        (papers) => {
          const text = document.querySelector('[data-testid=count]')?.textContent ?? '';
          return Number(text.match(/[\d,]+/)?.[0].replace(',', '')) >= papers;
        },
        (log.files + 1) * PAPERS,
      );
      log.files += 1;
      log.works = await page.evaluate(() =>
        [...document.querySelectorAll('[data-testid=row]')].map(
          (row) => row.getAttribute('data-key')?.split('@')[0] ?? '',
        ),
      );
    }
    entry.at = Date.now();
    log.done.push(entry);
    log.begun = [];
  }
}

/** @typedef {{ kind: string, what: string, at: number }} Entry */
/** @typedef {{ next: number, turn: number, files: number, killed: number, works: string[], begun: Entry[], done: Entry[] }} Log */

test(
  `${KILLS} kills of the browser lose at most the last second, and corrupt nothing`,
  { timeout: SCENARIO_MS },
  async (context) => {
    const site = await serveHosted();
    const [profile, files] = [temporaryFolder(), temporaryFolder()];
    context.after(() => {
      site.close();
      for (const folder of [profile, files]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    });
    /** @type {Log} */
    const log = { next: 0, turn: 0, files: 0, killed: 0, works: [], begun: [], done: [] };
    let lost = 0;
    for (let kill = 0; kill <= KILLS; kill++) {
      const browser = await startKillable(profile);
      const { page } = browser;
      /** @type {string[]} */
      const troubles = [];
      page.on('pageerror', (error) => troubles.push(String(error)));
      page.on('console', (message) => troubles.push(message.text()));
      await page.goto(site.url);
      if (kill > 0) {
        const { files: there, stars } = await keptNow(page);
        const before = log.done.filter(({ at }) => at < log.killed - LOST_MS);
        for (const { kind, what } of before)
          assert.ok(
            (kind === 'file' ? there : stars).includes(what),
            `${what}, done in time, is there after kill ${kill}`,
          );
        const tried = new Set([...log.done, ...log.begun].map(({ what }) => what));
        for (const name of [...there, ...stars]) assert.ok(tried.has(name), `${name} was opened or starred`);
        if (there.length > 0) {
          assert.equal(
            await countNow(page),
            there.length * PAPERS,
            `all papers are there after kill ${kill}`,
          );
          await page.fill('[data-testid=search]', 'is:starred');
          await page.waitForFunction((n) => {
            const count = document.querySelector('[data-testid=count]');
            return count && !count.hasAttribute('aria-busy') && count.textContent?.startsWith(`${n} of `);
          }, stars.length);
          await page.fill('[data-testid=search]', '');
        }
        const entries = new Set(log.done.map(({ what }) => what));
        lost += [...entries].filter((what) => !there.includes(what) && !stars.includes(what)).length;
        log.files = there.length;
        log.done = log.done.filter(({ what }) => there.includes(what) || stars.includes(what));
        for (const what of [...there, ...stars])
          if (!log.done.some((entry) => entry.what === what))
            log.done.push({ kind: what.endsWith('.md') ? 'file' : 'star', what, at: 0 });
        log.begun = [];
        assert.deepEqual(troubles, []);
      }
      const moment = Math.random() * LONGEST_MS;
      const working = work(page, log, files).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, moment));
      log.killed = Date.now();
      await browser.kill();
      await working;
    }
    const done = log.done.length;
    record(
      'kills',
      `## Killed\n\nChromium was killed ${KILLS} times (SIGKILL to all its processes), each time at a random moment within ${LONGEST_MS / 1000} s of ` +
        `opening digests and starring papers. Of the ${done} things done by then, ${lost} that the page had shown were lost, ` +
        `none of them older than a second; no digest was there in part, every start found and searched all the others.`,
    );
    console.log(`${KILLS} kills, ${done} things done, ${lost} of the last second lost`);
  },
);
