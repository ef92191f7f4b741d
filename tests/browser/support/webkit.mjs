// WebKit, by its GTK port: WebKitWebDriver steers a browser of our own, webkit-browser.py, on a screen in memory.
//
// The MiniBrowser that comes with the driver does not do. Steered, it keeps all data in memory, so no test could start
// it again; and of a page whose data is in memory WebKit writes no console messages. WebDriver itself has neither
// a console nor a script that runs before the page's own.
import { rm } from 'node:fs/promises';
import { temporaryFolder } from './files.mjs';
import { holdServiceWorkerBack } from './in-page.mjs';
import { createPage } from './page.mjs';
import { startBrowser, startScreen } from './webkit-process.mjs';

/** @typedef {Awaited<ReturnType<typeof startBrowser>>} Browser */

const LOCALE = 'en-US';

export async function launchWebKit() {
  const screen = await startScreen();
  /** @param {string} locale */
  const start = (locale) => {
    const profile = temporaryFolder();
    const browser = startBrowser(screen.display, profile, locale);
    // Whoever takes it is told.
    browser.catch(() => {});
    return { browser, profile };
  };
  /** @param {ReturnType<typeof start>} started */
  async function end({ browser, profile }) {
    await (await browser).close();
    await rm(profile, { recursive: true, maxRetries: 9 });
  }
  // To start one takes longer than many a scenario: the next one starts while a scenario runs.
  let next = start(LOCALE);

  /** @param {string} locale */
  function take(locale) {
    if (locale !== LOCALE) return start(locale);
    const taken = next;
    next = start(LOCALE);
    return taken;
  }

  return {
    name: 'WebKit',
    /**
     * A tab that shares nothing with the others: a browser of its own.
     * @param {{ locale?: string } & import('./matrix.mjs').TabOptions} [options]
     */
    async open({ locale = LOCALE, serviceWorker } = {}) {
      const taken = take(locale);
      const browser = await taken.browser;
      if (!serviceWorker) await browser.prepare(holdServiceWorkerBack);
      return openTab(browser, () => end(taken));
    },
    async close() {
      await end(next).catch(() => {});
      screen.close();
    },
  };
}

/** Its `troubles` and `requests` are those of all tabs of its browser. @param {Browser} browser @param {() => Promise<void>} close */
async function openTab(browser, close) {
  const { closeTab, ...tab } = await browser.openTab();
  return createPage({
    ...tab,
    prepare: browser.prepare,
    another: () => openTab(browser, close),
    // Each is a window of its own, and none lies in front of another.
    front: () => Promise.resolve(),
    closeTab,
    close,
  });
}
