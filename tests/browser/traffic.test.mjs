// A browser's whole traffic during a visit: Chromium's by its net log, look-ups of names included, Firefox's by a
// proxy for every host. What browsers ask for by themselves is switched off by the drivers' flags and preferences.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { full, tellFull } from '../support/full.mjs';
import { record } from '../support/reliability.mjs';
import { launchChromium } from './support/chromium.mjs';
import { temporaryFolder } from './support/files.mjs';
import { launchFirefox } from './support/firefox.mjs';
import { SCENARIO_MS } from './support/limits.mjs';
import { oneFile, serveHosted } from './support/sites.mjs';
import { readNetLog } from './traffic/net-log.mjs';
import { startProxy } from './traffic/proxy.mjs';
import { visit } from './traffic/session.mjs';

/** @typedef {import('./support/sites.mjs').Site} Site */

/** @param {Site} site @returns {Promise<string[]>} */
async function trafficOfChromium(site) {
  const folder = temporaryFolder();
  const log = join(folder, 'net-log.json');
  const browser = await launchChromium([`--log-net-log=${log}`, '--net-log-capture-mode=Everything']);
  try {
    await visit(await browser.open(), site);
  } finally {
    await browser.close();
  }
  const seen = readNetLog(log);
  rmSync(folder, { recursive: true });
  return seen;
}

/** @param {Site} site @returns {Promise<string[]>} */
async function trafficOfFirefox(site) {
  const proxy = await startProxy();
  const browser = await launchFirefox({
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxy.port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxy.port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
  });
  try {
    await visit(await browser.open(), site);
  } finally {
    await browser.close();
    proxy.close();
  }
  return proxy.seen;
}

/**
 * Where browsers look for their own updates, accounts, form types and settings all the same, whatever page is open.
 */
const BROWSERS_OWN =
  /(?:https?:\/\/|to )(?:(?:update\.googleapis|accounts\.google|content-autofill\.googleapis)\.com(?:\/|$)|firefox\.settings\.services\.mozilla\.com:443$)/;

/** Is this about the page's own files? @param {Site} site */
const isOwn = (site) => (/** @type {string} */ line) => {
  const [, what, where] = /** @type {RegExpMatchArray} */ (line.match(/^(.*) (?:of|to) (.*)$/));
  if (what === 'request') return site.owns(where);
  const { host, hostname } = new URL(site.url);
  return host !== '' && (where === host || where === hostname || where === `http://${host}`);
};

/** @type {string[]} */
const figures = [];
after(() =>
  record(
    'traffic',
    `## What a visit asks the network for

Recorded by the browser itself in Chromium (requests, connections, look-ups of names, of all its processes) and by a proxy
for every host in Firefox: opening, searching, reading, filtering, going back, reloading. What browsers ask for by
themselves, whatever page is open, is told apart by its host.

| browser, address | of the page’s own files | of anything else |
| --- | ---: | ---: |
${figures.join('\n')}`,
  ),
);

/** Of each browser, with where it is tried every day. */
const BROWSERS = {
  Chromium: { trafficOf: trafficOfChromium, home: 'over http' },
  Firefox: { trafficOf: trafficOfFirefox, home: 'from one file' },
};
tellFull('2 visits whose whole traffic is recorded');

for (const [browser, { trafficOf, home }] of Object.entries(BROWSERS))
  for (const [address, start] of Object.entries({ 'over http': serveHosted, 'from one file': oneFile })) {
    if (!full && address !== home) continue;
    test(
      `${browser}, ${address}: a whole visit asks for nothing but the page’s own files`,
      { timeout: SCENARIO_MS },
      async () => {
        const site = await start();
        try {
          const seen = (await trafficOf(site)).filter((line) => !BROWSERS_OWN.test(line));
          // Else the record would be empty for want of recording.
          if (site.url.startsWith('http'))
            assert.ok(
              seen.some((line) => line.includes('app.js')),
              seen.join('\n'),
            );
          const others = seen.filter((line) => !isOwn(site)(line));
          figures.push(`| ${browser}, ${address} | ${seen.length - others.length} | ${others.length} |`);
          assert.deepEqual(others, []);
        } finally {
          site.close();
        }
      },
    );
  }
