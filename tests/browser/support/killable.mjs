// A Chromium whose processes can be killed all at once, as by a crash or a switch; its profile stays.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium } from 'playwright-core';
import { CHROMIUM } from './chromium.mjs';
import { COMMAND_MS } from './limits.mjs';

/** @param {string} profile a folder */
export async function startKillable(profile) {
  const flags = [
    '--headless=new',
    '--remote-debugging-port=0',
    '--no-first-run',
    `--user-data-dir=${profile}`,
  ];
  // A group of its own: one signal reaches browser, renderers and the rest.
  const browser = spawn(CHROMIUM.executablePath, [...CHROMIUM.args, ...flags, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const endpoint = await new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Chromium does not start: ${said}`)), COMMAND_MS);
    browser.stderr.on('data', (text) => {
      said += text;
      const found = /DevTools listening on (\S+)/.exec(said);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[1]);
    });
  });
  const connection = await chromium.connectOverCDP(endpoint);
  const [context] = connection.contexts();
  context.setDefaultTimeout(COMMAND_MS);
  return {
    page: await context.newPage(),
    async kill() {
      const gone = once(browser, 'exit');
      process.kill(-(/** @type {number} */ (browser.pid)), 'SIGKILL');
      await gone;
      await connection.close().catch(() => {});
    },
  };
}
