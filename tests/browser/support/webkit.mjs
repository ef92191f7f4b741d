// WebKit, by its GTK port: WebKitWebDriver steers a browser of our own, webkit-browser.py, on a screen in memory.
//
// The MiniBrowser that comes with the driver does not do. Steered, it keeps all data in memory, so no test could start
// it again; and of a page whose data is in memory WebKit writes no console messages. WebDriver itself has neither
// a console nor a script that runs before the page's own.
import { rm } from 'node:fs/promises';
import { temporaryFolder } from './files.mjs';
import { createPage } from './page.mjs';
import { startBrowser, startScreen } from './webkit-process.mjs';

/** @typedef {Awaited<ReturnType<typeof startBrowser>>} Browser */

export async function launchWebKit() {
  const screen = await startScreen();
  return {
    name: 'WebKit',
    /** A tab that shares nothing with the others: a browser of its own. @param {{ locale?: string }} [options] */
    async open({ locale = 'en-US' } = {}) {
      const profile = temporaryFolder();
      const browser = await startBrowser(screen.display, profile, locale);
      return openTab(browser, async () => {
        await browser.close();
        await rm(profile, { recursive: true, maxRetries: 9 });
      });
    },
    close: () => screen.close(),
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
