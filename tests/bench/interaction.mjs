// How soon the page answers a key or a click with 60,000 papers, and how many frames it misses while its list is scrolled:
// invented papers in headless Chromium. Not a test, nothing here can fail.
//
// Usage: node tests/bench/interaction.mjs [--papers N] [--times N] [--only NAME,…] [--profile]
// Of each: until the next paint, and until what was asked for is painted. --profile names the functions that take most
// of the time.
import { rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { CHROMIUM } from '../browser/support/chromium.mjs';
import { temporaryFolder } from '../browser/support/files.mjs';
import { holdServiceWorkerBack } from '../browser/support/in-page.mjs';
import { keptRows } from '../browser/support/kept.mjs';
import { serveHosted } from '../browser/support/sites.mjs';
import { inventedDigests } from './digest-files.mjs';
import { countFrames, takeNext } from './interaction/in-page.mjs';
import { busiest } from './interaction/profile.mjs';
import { columns } from './report/table.mjs';
import { percentile } from './report/statistics.mjs';

const { values } = parseArgs({
  options: {
    papers: { type: 'string', default: '60000' },
    times: { type: 'string', default: '200' },
    only: { type: 'string', default: '' },
    profile: { type: 'boolean', default: false },
  },
});
const times = Number(values.times);
const LONG_MS = 1_800_000;
/** Between two actions: keys that come at once are a word, and nobody decides faster. */
const PAUSE_MS = 160;
/** A frame of 60 a second, with the error of the clock. */
const FRAME_MS = 16.7 + 0.5;
/** Pixels, and pixels a second: as fast as a finger flings. */
const SCROLL = { distance: 40_000, speed: 4000 };
const DENSITIES = ['cards', 'short', 'titles'];

const settled = () => {
  const count = document.querySelector('[data-testid=count]');
  const progress = document.querySelector('[data-testid=progress]');
  return count?.checkVisibility() && !count.hasAttribute('aria-busy') && !progress?.checkVisibility();
};

const AT_CURSOR = `document.querySelector('.row.is-cursor')?.getAttribute('aria-posinset')`;
const OPEN = `document.querySelector('[data-testid=paper]:not([hidden])')?.getAttribute('data-key')`;
const ANSWERED = `!document.querySelector('[data-testid=count]').hasAttribute('aria-busy')`;

/** @typedef {import('playwright-core').Page} Page */
/**
 * @typedef {object} Action
 * @property {string} name
 * @property {'keydown' | 'click' | 'input'} event
 * @property {string} [changes] an expression that has another value once the answer is there
 * @property {string} [holds] an expression that holds once it is there
 * @property {(page: Page) => Promise<unknown>} [begin] before the first time
 * @property {(page: Page, time: number) => Promise<unknown>} [before] before each time
 * @property {(page: Page, time: number) => Promise<unknown>} act
 */

/** @param {string} key */
const press = (key) => (/** @type {Page} */ page) => page.keyboard.press(key);
/** @param {Page} page */
async function toList(page) {
  await page.keyboard.press('Escape');
  await page.waitForTimeout(300);
  await page.focus('#paper-list');
}
/** Rows that are wholly in view. @param {Page} page @param {number} time */
async function clickRow(page, time) {
  const box = await page.evaluate((time) => {
    const list = /** @type {Element} */ (document.querySelector('#paper-list')).getBoundingClientRect();
    const rows = [...document.querySelectorAll('[data-testid=row]')].filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return top >= list.top && bottom <= list.bottom && row.getAttribute('aria-selected') !== 'true';
    });
    const { x, y } = rows[time % rows.length].getBoundingClientRect();
    return { x, y };
  }, time);
  await page.mouse.click(box.x + 60, box.y + 12);
}
const WORDS = 'attention graph model learning sparse quantum network data image language'.split(' ');
/** @param {number} time the letters of all words, one after another */
const letterAt = (time) => {
  const all = WORDS.map((word) => `${word} `).join('');
  return all[time % all.length];
};
/** @param {Page} page @param {number} time */
async function emptyBox(page, time) {
  if (letterAt(time - 1) !== ' ' && time > 0) return;
  await page.fill('[data-testid=search]', '');
  await page.waitForFunction(settled);
}

/** @type {Action[]} */
const actions = [
  // What the browser, the driver and a busy machine take.
  { name: 'a key without a command', event: 'keydown', holds: 'true', begin: toList, act: press('F8') },
  { name: 'j, the cursor moves down', event: 'keydown', changes: AT_CURSOR, begin: toList, act: press('j') },
  { name: 'k, it moves up', event: 'keydown', changes: AT_CURSOR, begin: toList, act: press('k') },
  {
    name: 'o, a paper opens',
    event: 'keydown',
    changes: OPEN,
    begin: toList,
    async before(page) {
      await toList(page);
      await page.keyboard.press('j');
      await page.waitForTimeout(PAUSE_MS);
    },
    act: press('o'),
  },
  { name: 'j, the next paper opens', event: 'keydown', changes: OPEN, act: press('j') },
  { name: 'e, done', event: 'keydown', changes: AT_CURSOR, begin: toList, act: press('e') },
  {
    name: 'z, undone',
    event: 'keydown',
    changes: AT_CURSOR,
    begin: toList,
    before: (page) => page.keyboard.press('e'),
    act: press('z'),
  },
  { name: 's, starred', event: 'keydown', changes: AT_CURSOR, begin: toList, act: press('s') },
  { name: 'y, not for me', event: 'keydown', holds: ANSWERED, begin: toList, act: press('y') },
  {
    name: 'z, that undone',
    event: 'keydown',
    holds: ANSWERED,
    begin: toList,
    before: (page) => page.keyboard.press('y'),
    act: press('z'),
  },
  { name: 'a click on a row', event: 'click', changes: OPEN, act: clickRow },
  {
    name: 'a letter in the box',
    event: 'input',
    holds: ANSWERED,
    before: emptyBox,
    act: (page, time) => page.keyboard.type(letterAt(time)),
  },
  {
    name: 'a filter',
    event: 'click',
    holds: ANSWERED,
    begin: (page) => page.fill('[data-testid=search]', ''),
    act: (page) => page.click('[data-testid=category-filter]'),
  },
];

const ms = (/** @type {number} */ value) => value.toFixed(0);

/** @param {Page} page @param {Action} action */
async function measure(page, { event, changes = '', holds = '', begin, before, act }) {
  /** @type {{ paint: number, shown: number }[]} */
  const taken = [];
  await begin?.(page);
  for (let time = 0; time < times; ++time) {
    await before?.(page, time);
    await page.waitForTimeout(PAUSE_MS);
    const now = changes && JSON.stringify(await page.evaluate(changes));
    const isThere = changes ? `(${changes}) !== ${now}` : holds;
    await page.evaluate(`(${takeNext})(${JSON.stringify(event)}, ${JSON.stringify(isThere)})`);
    await act(page, time);
    taken.push(await page.evaluate('window.taken'));
  }
  return taken;
}

/** @param {Page} page */
async function scrolled(page) {
  const session = await page.context().newCDPSession(page);
  const box = await page.locator('#paper-list').boundingBox();
  if (!box) throw new Error('no list');
  await page.evaluate(`(${countFrames})()`);
  await session.send('Input.synthesizeScrollGesture', {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    yDistance: -SCROLL.distance,
    speed: SCROLL.speed,
    gestureSourceType: 'mouse',
  });
  return /** @type {number[]} */ (await page.evaluate('window.stopFrames()'));
}

/** @param {Page} page @param {string} density */
async function chooseDensity(page, density) {
  await page.evaluate(
    (density) => localStorage.setItem('broadsheet.settings', JSON.stringify({ density })),
    density,
  );
  await page.reload();
  await page.waitForSelector('[data-testid=row]');
  await page.waitForFunction(settled);
}

const folder = temporaryFolder();
const profile = temporaryFolder();
const paths = inventedDigests(Number(values.papers)).map(({ name, bytes }) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
});
const site = await serveHosted();
const context = await chromium.launchPersistentContext(profile, {
  ...CHROMIUM,
  executablePath: '/usr/bin/chromium-headless-shell',
  viewport: { width: 1440, height: 900 },
  bypassCSP: true,
});
await context.addInitScript(holdServiceWorkerBack);
const page = await context.newPage();
await page.goto(site.url);
await page.setInputFiles('[data-testid=file-input]', paths);
await page.waitForFunction(() => document.querySelector('[data-testid=progress]')?.checkVisibility());
await page.waitForFunction(settled, null, { timeout: LONG_MS });
const digestsKept = async () =>
  (await page.evaluate(`(${keptRows})('parts', ['digests'])`)).flatMap(
    (/** @type {{ digests: number[] }} */ part) => part.digests,
  ).length;
while ((await digestsKept()) !== paths.length) await page.waitForTimeout(500);
await chooseDensity(page, DENSITIES[0]);

const lines = [['', 'next paint, median', '98 %', 'answer, median', '98 %  ']];
for (const action of actions.filter(({ name }) => name.includes(values.only))) {
  const stop = values.profile ? await busiest(page) : null;
  const taken = await measure(page, action);
  /** @param {'paint' | 'shown'} which @param {number} share */
  const at = (which, share) =>
    ms(
      percentile(
        taken.map((each) => each[which]),
        share,
      ),
    );
  lines.push([action.name, at('paint', 0.5), at('paint', 0.98), at('shown', 0.5), at('shown', 0.98)]);
  console.log(lines.at(-1)?.join('\t'));
  if (stop) console.log(await stop());
}
const busy = `${loadavg()[0].toFixed(1)} processes on ${availableParallelism()} cores`;
console.log(`\nMilliseconds, ${values.papers} papers, ${times} times each, ${busy}:\n${columns(lines)}\n`);
if (!values.only)
  for (const density of DENSITIES) {
    await chooseDensity(page, density);
    const frames = await scrolled(page);
    const late = frames.filter((frame) => frame > FRAME_MS).length;
    console.log(
      `scrolling, ${density}: ${frames.length} frames, ${((100 * late) / frames.length).toFixed(1)} % over 16.7 ms, longest ${ms(Math.max(...frames))} ms`,
    );
  }
await context.close();
site.close();
for (const each of [folder, profile]) rmSync(each, { recursive: true, force: true, maxRetries: 5 });
