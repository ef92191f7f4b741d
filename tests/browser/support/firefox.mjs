import puppeteer from 'puppeteer-core';
import { holdServiceWorkerBack, watchPolicy } from './in-page.mjs';
import { COMMAND_MS } from './limits.mjs';
import { createPage } from './page.mjs';

/** @param {Record<string, unknown>} [prefs] */
export async function launchFirefox(prefs = {}) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    timeout: COMMAND_MS,
    protocolTimeout: COMMAND_MS,
    extraPrefsFirefox: { 'intl.accept_languages': 'en-US', ...prefs },
  });
  return {
    name: 'Firefox',
    /** A tab that shares nothing with the others. @param {import('./matrix.mjs').TabOptions} [options] */
    async open({ serviceWorker } = {}) {
      const context = await browser.createBrowserContext();
      return createTab(context, serviceWorker ? [watchPolicy] : [watchPolicy, holdServiceWorkerBack]);
    },
    close: () => browser.close(),
  };
}

/** @param {import('puppeteer-core').BrowserContext} context @param {(() => void)[]} first what runs before the page’s own scripts */
async function createTab(context, first) {
  const page = await context.newPage();
  page.setDefaultTimeout(COMMAND_MS);
  await page.setViewport({ width: 1280, height: 800 });
  for (const run of first) await page.evaluateOnNewDocument(run);
  return createPage({ ...watch(page), another: () => createTab(context, first) });
}

/** @param {import('puppeteer-core').Page} page @returns {Omit<import('./page.mjs').Tab, 'another'>} */
function watch(page) {
  /** @type {string[]} */
  const troubles = [];
  /** @type {string[]} */
  const requests = [];
  page.on('console', async (message) => {
    const text = `console ${message.type()}: ${message.text()}`;
    troubles.push(text);
    // Firefox says only that it was an error; which one has to be asked for.
    const said = await Promise.all(message.args().map((arg) => arg.evaluate(String))).catch(() => []);
    const at = troubles.indexOf(text);
    if (at >= 0 && said.length > 0) troubles[at] = `${text}: ${said.join(' ')}`;
  });
  page.on('pageerror', (error) =>
    troubles.push(`error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  );
  page.on('error', (error) => troubles.push(`the tab crashed: ${error}`));
  page.on('dialog', (dialog) => {
    troubles.push(`${dialog.type()}: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('popup', (other) => troubles.push(`a window opened: ${other?.url()}`));
  page.on('request', (request) => requests.push(request.url()));
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  return {
    troubles,
    requests,
    prepare: (run) => page.evaluateOnNewDocument(run),
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    // goBack() sometimes waits for a navigation that Firefox does not tell of: within one document.
    back: () => page.evaluate(() => history.back()),
    forward: () => page.goForward(),
    /** Firefox never answers what waits in a document that is left. */
    unlessLeft: (answer) =>
      new Promise((resolve, reject) => {
        const leave = () => reject(new Error('answered by no one after the navigation'));
        page.once('framenavigated', leave);
        answer.then(resolve, reject).finally(() => page.off('framenavigated', leave));
      }),
    evaluate: (run, ...args) => /** @type {any} */ (page.evaluate(`(${run})(...${JSON.stringify(args)})`)),
    click: (selector) => page.click(selector),
    type: (text) => page.keyboard.type(text),
    press: (key) => press(page, key),
    async setFiles(selector, paths) {
      const input = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (
        await page.$(selector)
      );
      await input.uploadFile(...paths);
    },
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: (path) => page.screenshot({ path: /** @type {`${string}.png`} */ (path) }),
    front: () => page.bringToFront(),
    closeTab: () => page.close(),
    close: () => page.browserContext().close(),
  };
}

/** @param {import('puppeteer-core').Page} page @param {string} keys */
async function press(page, keys) {
  const names = /** @type {import('puppeteer-core').KeyInput[]} */ (keys.split(/\+(?!$)/));
  const last = /** @type {import('puppeteer-core').KeyInput} */ (names.pop());
  for (const name of names) await page.keyboard.down(name);
  await page.keyboard.press(last);
  for (const name of names.reverse()) await page.keyboard.up(name);
}
