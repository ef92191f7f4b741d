import { chromium } from 'playwright-core';
import { createPage } from './page.mjs';
import { watchPolicy } from './watch.mjs';

const CLOSING_MS = 15_000;

export const CHROMIUM = { executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] };

/** @param {string[]} [flags] */
export async function launchChromium(flags = []) {
  const browser = await chromium.launch({ ...CHROMIUM, args: [...CHROMIUM.args, ...flags] });
  return {
    name: 'Chromium',
    /** A tab that shares nothing with the others. @param {import('playwright-core').BrowserContextOptions} [options] */
    async open(options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        locale: 'en-US',
        ...options,
      });
      return createPage(await createTab(context));
    },
    close: () => browser.close(),
  };
}

/** @param {import('playwright-core').BrowserContext} context */
export async function createTab(context) {
  await context.addInitScript(watchPolicy);
  return watch(await context.newPage());
}

/** Where a scenario opens a tab itself, just now. @type {Set<import('playwright-core').BrowserContext>} */
const expecting = new Set();

/** @param {import('playwright-core').Page} page @returns {import('./page.mjs').Tab} */
function watch(page) {
  /** @type {string[]} */
  const troubles = [];
  /** @type {string[]} */
  const requests = [];
  page.on('console', (message) => troubles.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => troubles.push(`error: ${error.stack ?? error}`));
  page.on('crash', () => troubles.push('the tab crashed'));
  page.on('dialog', (dialog) => {
    troubles.push(`${dialog.type()}: ${dialog.message()}`);
    dialog.dismiss();
  });
  const context = page.context();
  context.on('request', (request) => requests.push(request.url()));
  context.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  context.on('page', (other) => expecting.has(context) || troubles.push(`a window opened: ${other.url()}`));
  return {
    troubles,
    requests,
    prepare: (run) => page.addInitScript(run),
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    back: () => page.goBack(),
    forward: () => page.goForward(),
    evaluate: (run, ...args) =>
      // Playwright hands over one argument only.
      /** @type {any} */ (page.evaluate(`(${run})(...${JSON.stringify(args)})`)),
    click: (selector) => page.click(selector),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    setFiles: (selector, paths) => page.setInputFiles(selector, paths),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: (path) => page.screenshot({ path }),
    async another() {
      expecting.add(context);
      const other = createPage(watch(await context.newPage()));
      expecting.delete(context);
      return other;
    },
    /** @param {number} bytes that this page's origin may keep */
    async limitStorage(bytes) {
      const session = await context.newCDPSession(page);
      const { origin } = new URL(page.url());
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
    },
    front: () => page.bringToFront(),
    closeTab: () => page.close(),
    // Chromium sometimes never closes a tab that is loading anew. The browser's own end takes it along.
    close: () =>
      Promise.race([context.close(), new Promise((resolve) => setTimeout(resolve, CLOSING_MS).unref())]),
  };
}
