// Makes the pictures of the README from the built page and its sample: node tools/screenshots.mjs [DIST]
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const repository = fileURLToPath(new URL('..', import.meta.url));
const page = pathToFileURL(
  join(resolve(process.argv[2] ?? join(repository, 'dist')), 'broadsheet.html'),
).href;
const folder = join(repository, 'docs/images');

const WIDE = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const digest = '2026-01-01-classics';
const adam = { src: 'sample', q: 'gradient 梯度', paper: `1412.6980@${digest}` };
const graphs = { src: 'sample', q: 'graph 图', paper: `1609.02907@${digest}` };

/** @type {{ name: string, options: import('playwright-core').BrowserContextOptions, state: Record<string, string> }[]} */
const pictures = [
  { name: 'wide-light', options: WIDE, state: adam },
  { name: 'wide-dark', options: { ...WIDE, colorScheme: 'dark' }, state: adam },
  { name: 'phone-list', options: PHONE, state: { src: 'sample' } },
  { name: 'phone-paper', options: PHONE, state: graphs },
];

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
await mkdir(folder, { recursive: true });
for (const { name, options, state } of pictures) {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const tab = await context.newPage();
  await tab.goto(`${page}#${new URLSearchParams(state)}`);
  await tab.locator('[data-testid=row]').first().waitFor({ state: 'attached' });
  if (state.paper) await tab.locator(`[data-testid=paper][data-key="${state.paper}"]`).waitFor();
  await tab.evaluate('document.fonts.ready');
  await tab.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}
await browser.close();
