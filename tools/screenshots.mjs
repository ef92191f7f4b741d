// Makes the pictures of the README, and one of every state of the page in each width, from the built page, its sample and
// the fixtures: node tools/screenshots.mjs [--dist DIR] [--only STATE] [--all]
// Each state is shown in three widths, in both themes and in both languages, in turns; --all makes every combination.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { states } from './screenshots/states.mjs';
import { toWebP } from './screenshots/webp.mjs';

const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: fileURLToPath(new URL('../dist', import.meta.url)) },
    out: { type: 'string', default: fileURLToPath(new URL('../docs', import.meta.url)) },
    only: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
});
const page = pathToFileURL(join(resolve(values.dist), 'broadsheet.html')).href;
const [images, screenshots] = ['images', 'screenshots'].map((name) => join(values.out, name));

/** @typedef {import('playwright-core').BrowserContextOptions} Options */
const WIDE = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const digest = '2026-01-01-classics';
const adam = { src: 'sample', q: 'gradient 梯度', paper: `1412.6980@${digest}` };
const graphs = { src: 'sample', q: 'graph 图', paper: `1609.02907@${digest}` };

/** Of the README. @type {{ name: string, options: Options, at: Record<string, string> }[]} */
const pictures = [
  { name: 'wide-light', options: WIDE, at: adam },
  { name: 'wide-dark', options: { ...WIDE, colorScheme: 'dark' }, at: adam },
  { name: 'phone-list', options: PHONE, at: { src: 'sample' } },
  { name: 'phone-paper', options: PHONE, at: graphs },
];

/** @type {[string, Options][]} */
const widths = [
  ['wide', { viewport: { width: 1280, height: 800 } }],
  ['middle', { viewport: { width: 820, height: 800 } }],
  ['phone', { viewport: { width: 390, height: 760 }, isMobile: true, hasTouch: true }],
];
const themes = /** @type {const} */ (['light', 'dark']);
const languages = /** @type {const} */ (['en', 'zh']);
const LOCALES = { en: 'en-GB', zh: 'zh-CN' };

/** How a state is shown: all combinations, or of each width the next. @param {number} turn */
function combinations(turn) {
  const all = widths.flatMap(([width, options], place) =>
    themes.flatMap((theme, dark) =>
      languages.map((language, chinese) => ({ width, options, theme, language, place, dark, chinese })),
    ),
  );
  return all.filter(
    ({ place, dark, chinese }) =>
      values.all || ((turn + place) % 2 === dark && Math.floor((turn + place) / 2 + place) % 2 === chinese),
  );
}

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const encoder = await browser.newPage();

/**
 * Opens the page in a tab of its own and gives its picture.
 * @param {Options} options @param {import('./screenshots/states.mjs').State} state
 */
async function picture(options, { at, settings, reach }) {
  const context = await browser.newContext(options);
  if (settings)
    await context.addInitScript(
      (settings) => localStorage.setItem('broadsheet.settings', settings),
      JSON.stringify(settings),
    );
  const tab = await context.newPage();
  await tab.goto(at ? `${page}#${new URLSearchParams(at)}` : page);
  if (at)
    await tab
      .locator('[data-testid=row], [data-testid=vacancy]:visible')
      .first()
      .waitFor({ state: 'attached' });
  else await tab.locator('[data-testid=drop]').waitFor();
  if (at?.paper) await tab.locator(`[data-testid=paper][data-key="${at.paper}"]`).waitFor();
  await reach?.(tab);
  await tab.evaluate('document.fonts.ready');
  // Until what comes after the first picture is there: formulas, contents.
  await tab.waitForTimeout(600);
  const png = await tab.screenshot();
  await context.close();
  return png;
}

await mkdir(images, { recursive: true });
if (!values.only)
  for (const { name, options, at } of pictures)
    await writeFile(
      join(images, `${name}.png`),
      await picture({ locale: 'en-GB', ...options }, { name, at }),
    );

if (!values.only) await rm(screenshots, { recursive: true, force: true });
await mkdir(screenshots, { recursive: true });
/** The page that shows them all, a state after the other. */
const index = [
  '# What the page looks like',
  '',
  'Every state, in turns of theme and language, made by `node tools/screenshots.mjs`.',
];
/** @type {{ name: string, state: import('./screenshots/states.mjs').State, options: Options }[]} */
const wanted = [];
for (const [turn, state] of states.entries()) {
  if (values.only && state.name !== values.only) continue;
  const title = `${state.name[0].toUpperCase()}${state.name.slice(1).replaceAll('-', ' ')}`;
  index.push('', `## ${title}`, '');
  for (const { width, options, theme, language } of combinations(turn)) {
    const name = `${state.name}-${width}-${theme}-${language}.webp`;
    wanted.push({ name, state, options: { ...options, colorScheme: theme, locale: LOCALES[language] } });
    index.push(`![${title}, ${width}, ${theme}, ${language}](${name})`);
  }
}
let bytes = 0;
async function takeNext() {
  for (let next = wanted.shift(); next; next = wanted.shift()) {
    const webp = await toWebP(encoder, await picture(next.options, next.state));
    bytes += webp.length;
    await writeFile(join(screenshots, next.name), webp);
    console.log(`${String(webp.length).padStart(7)}  ${next.name}`);
  }
}
// Much of the time is waiting.
await Promise.all([takeNext(), takeNext(), takeNext()]);
if (!values.only) await writeFile(join(screenshots, 'README.md'), `${index.join('\n')}\n`);
console.log(`${(bytes / 1e6).toFixed(2)} MB`);
await browser.close();
