// WebKit, by its GTK port: WebKitWebDriver steers a browser of our own, webkit-browser.py, on a screen in memory.
//
// The MiniBrowser that comes with the driver does not do. Steered, it keeps all data in memory, so no test could start
// it again; and of a page whose data is in memory WebKit writes no console messages. WebDriver itself has neither
// a console nor a script that runs before the page's own.
import { rm } from 'node:fs/promises';
import { temporaryFolder } from './files.mjs';
import { createPage } from './page.mjs';
import { startBrowser, startScreen } from './webkit-process.mjs';

/**
 * @typedef {object} Options
 * @property {string} [locale]   of the browser
 * @property {string} [profile]  a folder. Its data is there again when it is opened after its last tab was closed;
 *   tabs that are open at once share it, and their `troubles` and `requests` too. Without it a tab shares nothing.
 */

export async function launchWebKit() {
  const screen = await startScreen();
  /** @type {Map<string, Promise<Awaited<ReturnType<typeof startBrowser>>>>} by profile */
  const running = new Map();
  return {
    name: 'WebKit',
    /** @param {Options} [options] */
    async open({ locale = 'en-US', profile } = {}) {
      const folder = profile ?? temporaryFolder();
      if (!running.has(folder)) running.set(folder, startBrowser(screen.display, folder, locale));
      const browser = await /** @type {NonNullable<ReturnType<typeof running.get>>} */ (running.get(folder));
      const tab = await browser.openTab();
      return createPage({
        ...tab,
        async close() {
          if (await tab.close()) return;
          running.delete(folder);
          await browser.close();
          if (!profile) await rm(folder, { recursive: true, maxRetries: 9 });
        },
      });
    },
    close: () => screen.close(),
  };
}
