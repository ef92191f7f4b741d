import { chromium } from 'playwright-core';
import { createPage } from './page.mjs';
import { watchPolicy } from './watch.mjs';

export async function launchChromium() {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  return {
    name: 'Chromium',
    /** A tab that shares nothing with the others. @param {import('playwright-core').BrowserContextOptions} [options] */
    async open(options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        locale: 'en-US',
        ...options,
      });
      await context.addInitScript(watchPolicy);
      return createPage(watch(await context.newPage()));
    },
    close: () => browser.close(),
  };
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
  context.on('page', (other) => troubles.push(`a window opened: ${other.url()}`));
  return {
    troubles,
    requests,
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
    close: () => context.close(),
  };
}
