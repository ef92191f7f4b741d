import puppeteer from 'puppeteer-core';
import { createPage } from './page.mjs';
import { watchPolicy } from './watch.mjs';

/** @param {Record<string, unknown>} [prefs] */
export async function launchFirefox(prefs = {}) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    extraPrefsFirefox: { 'intl.accept_languages': 'en-US', ...prefs },
  });
  return {
    name: 'Firefox',
    /** A tab that shares nothing with the others. */
    async open() {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width: 1280, height: 800 });
      await page.evaluateOnNewDocument(watchPolicy);
      return createPage(watch(page));
    },
    close: () => browser.close(),
  };
}

/** @param {import('puppeteer-core').Page} page @returns {import('./page.mjs').Tab} */
function watch(page) {
  /** @type {string[]} */
  const troubles = [];
  /** @type {string[]} */
  const requests = [];
  page.on('console', (message) => troubles.push(`console ${message.type()}: ${message.text()}`));
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
    back: () => page.goBack(),
    forward: () => page.goForward(),
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
    another: async () => createPage(watch(await page.browserContext().newPage())),
    front: () => page.bringToFront(),
    closeTab: () => page.close(),
    close: () => page.browserContext().close(),
  };
}

/** @param {import('puppeteer-core').Page} page @param {string} keys */
async function press(page, keys) {
  const names = /** @type {import('puppeteer-core').KeyInput[]} */ (keys.split('+'));
  const last = /** @type {import('puppeteer-core').KeyInput} */ (names.pop());
  for (const name of names) await page.keyboard.down(name);
  await page.keyboard.press(last);
  for (const name of names.reverse()) await page.keyboard.up(name);
}
