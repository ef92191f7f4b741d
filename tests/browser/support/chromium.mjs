import { chromium } from 'playwright-core';
import { holdServiceWorkerBack, watchPolicy } from './in-page.mjs';
import { COMMAND_MS } from './limits.mjs';
import { createPage } from './page.mjs';

const CLOSING_MS = 15_000;

/** The browser that people have. */
export const CHROMIUM = { executablePath: '/usr/bin/chromium', args: ['--no-sandbox'], timeout: COMMAND_MS };
/** The same without windows: a tab of its own takes half of the time. */
const SHELL = { ...CHROMIUM, executablePath: '/usr/bin/chromium-headless-shell' };

/** @param {string[]} [flags] */
export async function launchChromium(flags = []) {
  const browser = await chromium.launch({ ...SHELL, args: [...SHELL.args, ...flags] });
  return {
    name: 'Chromium',
    /**
     * A tab that shares nothing with the others.
     * @param {import('playwright-core').BrowserContextOptions & import('./matrix.mjs').TabOptions} [options]
     */
    async open({ serviceWorker, ...options } = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        locale: 'en-US',
        ...options,
      });
      if (!serviceWorker) await context.addInitScript(holdServiceWorkerBack);
      return createPage(await createTab(context));
    },
    close: () => browser.close(),
  };
}

/** @param {import('playwright-core').BrowserContext} context */
export async function createTab(context) {
  context.setDefaultTimeout(COMMAND_MS);
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
    /** @param {'light' | 'dark'} colorScheme */
    prefer: (colorScheme) => page.emulateMedia({ colorScheme }),
    /** The tab is styled as if it were printed. */
    print: () => page.emulateMedia({ media: 'print' }),
    /**
     * A finger moves over an element, from side to side, and is lifted.
     * @param {string} selector @param {number} share of its width, to the right
     */
    async swipe(selector, share) {
      const session = await context.newCDPSession(page);
      const box = await page.locator(selector).boundingBox();
      if (!box) throw new Error(`${selector} is not on the screen`);
      const y = box.y + box.height / 2;
      const from = box.x + box.width * (share > 0 ? 0.05 : 0.95);
      const STEPS = 8;
      /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type @param {{ x: number, y: number }[]} touchPoints */
      const touch = (type, touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
      await touch('touchStart', [{ x: from, y }]);
      for (let step = 1; step <= STEPS; ++step)
        await touch('touchMove', [{ x: from + (box.width * share * step) / STEPS, y }]);
      await touch('touchEnd', []);
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
