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

/** @typedef {{ x: number, y: number }} Point */

/**
 * A finger moves and is lifted.
 * @param {import('playwright-core').Page} page
 * @param {string} selector
 * @param {(box: { x: number, y: number, width: number, height: number }) => { from: Point, by: Point }} way over the box
 *   of the element
 */
async function touch(page, selector, way) {
  const STEPS = 8;
  // In seconds.
  const STEP = 0.02;
  const LIFTED = 0.5;
  const session = await page.context().newCDPSession(page);
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not on the screen`);
  const { from, by } = way(box);
  const begin = Date.now() / 1000 - LIFTED;
  /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type @param {Point[]} touchPoints @param {number} at in seconds */
  const send = (type, touchPoints, at) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp: begin + at });
  const points = Array.from({ length: STEPS + 1 }, (_, step) => ({
    x: from.x + (by.x * step) / STEPS,
    y: from.y + (by.y * step) / STEPS,
  }));
  // All at once: a finger that waits for a busy browser presses long. It rests before it is lifted, else the list is
  // flung.
  await Promise.all([
    ...points.map((point, step) => send(step === 0 ? 'touchStart' : 'touchMove', [point], STEP * step)),
    send('touchEnd', [], LIFTED),
  ]);
  await session.detach();
}

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
    swipe: (selector, share) =>
      touch(page, selector, ({ x, y, width, height }) => ({
        from: { x: x + width * (share > 0 ? 0.05 : 0.95), y: y + height / 2 },
        by: { x: width * share, y: 0 },
      })),
    /**
     * A finger moves the content of an element up or down.
     * @param {string} selector @param {number} by pixels, down
     */
    pull: (selector, by) =>
      touch(page, selector, ({ x, y, width, height }) => ({
        from: { x: x + width / 2, y: y + height * (by < 0 ? 0.6 : 0.2) },
        by: { x: 0, y: by },
      })),
    /** @param {string} selector */
    tap: (selector) => page.tap(selector),
    /** A finger is put on an element, until what this resolves to is called. @param {string} selector */
    async rest(selector) {
      const session = await context.newCDPSession(page);
      const box = await page.locator(selector).boundingBox();
      if (!box) throw new Error(`${selector} is not on the screen`);
      const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
      return () => session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    },
    /** @param {string} selector */
    hover: (selector) => page.hover(selector),
    /** @param {string} selector @param {'Shift' | 'Control'} modifier */
    clickWith: (selector, modifier) => page.click(selector, { modifiers: [modifier] }),
    /**
     * The mouse is pressed on one element, that far from its left edge, and let go on another one.
     * @param {string} from @param {string} to @param {number} x
     */
    async drag(from, to, x) {
      /** @param {string} selector */
      const point = async (selector) => {
        const box = await page.locator(selector).boundingBox();
        if (!box) throw new Error(`${selector} is not on the screen`);
        return /** @type {const} */ ([box.x + x, box.y + box.height / 2]);
      };
      await page.mouse.move(...(await point(from)));
      await page.mouse.down();
      await page.mouse.move(...(await point(to)), { steps: 8 });
      await page.mouse.up();
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
