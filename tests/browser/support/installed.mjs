// Chromium with the page installed as an app, to which the system gives files as a file manager would.
import { rmSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { CHROMIUM, createTab } from './chromium.mjs';
import { temporaryFolder } from './files.mjs';
import { createPage } from './page.mjs';

/** @typedef {import('./page.mjs').Page & { install(): Promise<void>, openWith(paths: string[]): Promise<void> }} InstalledPage */

export async function launchInstalled() {
  return {
    name: 'Installed in Chromium',
    /** Apps are installed into a profile: each tab gets a profile of its own. @returns {Promise<InstalledPage>} */
    async open() {
      const profile = temporaryFolder();
      const context = await chromium.launchPersistentContext(profile, {
        ...CHROMIUM,
        viewport: { width: 1280, height: 800 },
        locale: 'en-US',
      });
      const browser = await context.browser()?.newBrowserCDPSession();
      if (!browser) throw new Error('this browser has no session of its own');
      const page = createPage(await createTab(context));
      const manifestId = () => page.evaluate(() => new URL('./', location.href).href);
      return {
        ...page,
        async install() {
          await browser.send('PWA.install', {
            manifestId: await manifestId(),
            installUrlOrBundleUrl: await manifestId(),
          });
        },
        async openWith(paths) {
          await browser.send('PWA.launchFilesInApp', { manifestId: await manifestId(), files: paths });
        },
        async close() {
          await context.close();
          rmSync(profile, { recursive: true, force: true });
        },
      };
    },
    async close() {},
  };
}
