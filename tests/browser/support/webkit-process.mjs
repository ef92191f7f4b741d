// Starts WebKitWebDriver and webkit-browser.py, and gives each command to its tab.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { full } from '../../support/full.mjs';
import { repository } from './dist.mjs';
import { freePort } from './sites.mjs';
import { beginSession, steer } from './webdriver.mjs';

/** What WebKit writes of a console message: whence, of which kind, and the text. */
const CONSOLE_LINE = /^(?:(.*?): )?CONSOLE ([A-Z]+(?: [A-Z]+)*)(?: (.*))?$/;

const BROWSER = join(repository, 'tests/browser/support/webkit-browser.py');

/** What must not outlive the tests. @type {Set<import('node:child_process').ChildProcess>} */
const started = new Set();
process.once('exit', () => started.forEach((each) => each.kill()));

export async function startScreen() {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  started.add(server);
  const [number] = await once(createInterface(server.stdout), 'line');
  return { display: `:${number}`, close: () => server.kill() };
}

/**
 * Starts a browser, of which every tab sees the `troubles` and `requests` of all.
 * @param {string} display @param {string} profile a folder @param {string} locale
 */
export async function startBrowser(display, profile, locale) {
  const inspector = `127.0.0.1:${await freePort()}`;
  const port = await freePort();
  const browser = spawn('/usr/bin/python3', [BROWSER, profile, locale], {
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      GTK_A11Y: 'none',
      WEBKIT_INSPECTOR_SERVER: inspector,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      // Without a graphics card its layers take two fifths of its time.
      ...(!full && { WEBKIT_DISABLE_COMPOSITING_MODE: '1' }),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, `--target=${inspector}`], { stdio: 'ignore' });
  const exited = once(browser, 'exit');
  const processes = [browser, driver];
  for (const each of processes) started.add(each);
  const heard = listen(browser);
  const ready = heard.next('ready');
  /** The tab whose turn it is. @type {string | undefined} */
  let current;
  /** @type {Awaited<ReturnType<typeof beginSession>>} */
  let session;
  try {
    await ready;
    session = await beginSession(port);
    current = await session.send('GET', '/window');
  } catch (error) {
    // What runs on would keep the tests from ending.
    for (const each of processes) each.kill();
    throw error;
  }

  /** @type {Set<string>} */
  const tabs = new Set();
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  /** One command after another, each to its tab. @param {string} handle @param {Parameters<typeof session.send>} command */
  const inTab = (handle, ...command) => {
    const answer = last.then(async () => {
      if (current !== handle) await session.send('POST', '/window', { handle });
      current = handle;
      return session.send(...command);
    });
    last = answer.catch(() => {});
    return answer;
  };
  return {
    async openTab() {
      const handle = tabs.size
        ? (await inTab([...tabs][0], 'POST', '/window/new', { type: 'window' })).handle
        : current;
      tabs.add(handle);
      // Until then a tab has no document whose promises come true.
      await inTab(handle, 'POST', '/url', { url: 'about:blank' });
      return {
        ...steer((...command) => inTab(handle, ...command)),
        troubles: heard.troubles,
        requests: heard.requests,
        /** Another one must be open. */
        async closeTab() {
          tabs.delete(handle);
          await inTab(handle, 'DELETE', '/window');
        },
      };
    },
    /** Runs in every page of every tab, before its own scripts. @param {() => void} run */
    async prepare(run) {
      const prepared = heard.next('prepared');
      browser.stdin.write(`${JSON.stringify(`(${run})();`)}\n`);
      await prepared;
    },
    async close() {
      browser.stdin.end();
      await exited;
      driver.kill();
      for (const each of processes) started.delete(each);
    },
  };
}

/** Collects what the browser says. @param {import('node:child_process').ChildProcessWithoutNullStreams} browser */
function listen(browser) {
  /** @type {string[]} */
  const troubles = [];
  /** @type {string[]} */
  const requests = [];
  createInterface(browser.stderr).on('line', (line) => {
    const [, where = '', level, text] = line.match(CONSOLE_LINE) ?? [];
    if (level) troubles.push(`console ${level.toLowerCase()}: ${text}${where && ` (${where})`}`);
  });
  /** @type {Map<string, () => void>} who waits for a line of that kind */
  const waiting = new Map();
  createInterface(browser.stdout).on('line', (line) => {
    const [kind, text] = JSON.parse(line);
    if (waiting.has(kind)) waiting.get(kind)?.();
    else (kind === 'request' ? requests : troubles).push(text);
  });
  /** @param {string} kind @returns {Promise<void>} */
  const next = (kind) =>
    new Promise((resolve, reject) => {
      waiting.set(kind, resolve);
      browser.once('exit', () => reject(new Error(`WebKit ended before it was ${kind}`)));
    });
  return { next, troubles, requests };
}
