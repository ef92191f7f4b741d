// New versions of the hosted page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, sampleText } from '../support/dist.mjs';
import { paperCountOf } from '../support/digest-text.mjs';
import { countIs, openSample } from '../support/reader.mjs';
import {
  buildNextVersion,
  halfUploaded,
  hashesAt,
  hashesOf,
  isHeld,
  versionOf,
} from '../support/versions.mjs';
import { nothingForAxe } from './accessibility.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */

const ALL = paperCountOf(sampleText);
const OFFER = '[data-testid=update]';
const TAKE = `${OFFER} button.primary`;
const LATER = `${OFFER} button:last-child`;

/** @type {Promise<string> | undefined} */
let built;
const nextVersion = () => (built ??= buildNextVersion());

/** Every file that the page may ask for, also those that it has not asked for yet, is of this version. @param {Page} page @param {string} folder */
async function isAllOf(page, folder) {
  const expected = hashesOf(folder);
  assert.deepEqual(await hashesAt(page, Object.keys(expected)), expected);
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  assert.ok(html.includes(`<meta name="version" content="${await versionOf(page)}" />`));
}

/** Waits until the page was loaded anew. @param {Page} page @param {string} version before */
const isNoLonger = (page, version) =>
  page.until(
    'the version changed',
    (version) => {
      const now = document.querySelector('meta[name=version]')?.getAttribute('content');
      return now && now !== version;
    },
    version,
  );

/**
 * Has the browser look for a new version; it may be looking by itself already, as it does after a page was opened.
 * @param {Page} page @returns {Promise<string>} what became of the one that it found
 */
const lookForUpdate = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = () => registration.installing ?? registration.waiting;
    const next = new Promise((resolve) =>
      registration.addEventListener('updatefound', () => resolve(registration.installing)),
    );
    const begun = found();
    await registration.update();
    const worker = /** @type {ServiceWorker} */ (found() ?? begun ?? (await next));
    while (worker.state === 'installing')
      await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }));
    return worker.state;
  });

/** What the browser found by itself may still be of the files before. @param {Page} page */
async function findsWholeVersion(page) {
  while ((await lookForUpdate(page)) !== 'installed');
}

/** @type {import('../support/matrix.mjs').Scenarios<Page, import('../support/sites.mjs').Site & import('../support/sites.mjs').Server>} */
export const updating = {
  async 'a new version is offered, and every tab has it once the person agrees'(page, site) {
    await isHeld(page);
    const other = await page.another();
    await other.goto(site.url);
    await openSample(other, ALL);
    site.use(await nextVersion());
    assert.equal(await lookForUpdate(page), 'installed');
    await page.visible(OFFER);
    await other.visible(OFFER);
    await isAllOf(page, dist);
    await page.reload();
    await page.visible(OFFER);
    await isAllOf(page, dist);
    await isAllOf(other, dist);

    const before = await versionOf(page);
    await page.click(TAKE);
    for (const tab of [page, other]) {
      await isNoLonger(tab, before);
      await isAllOf(tab, await nextVersion());
      await tab.hidden(OFFER);
    }
    await countIs(other, `${ALL - 1} papers`);
    await openSample(page, ALL - 1);
    assert.deepEqual(other.troubles, []);
  },

  async 'who declines keeps the version, and is asked again at the next visit'(page, site) {
    await isHeld(page);
    site.use(await nextVersion());
    assert.equal(await lookForUpdate(page), 'installed');
    await page.visible(OFFER);
    await nothingForAxe(page);
    await page.click(LATER);
    await page.hidden(OFFER);
    await openSample(page, ALL);
    await page.reload();
    await page.visible(OFFER);
    await isAllOf(page, dist);
  },

  async 'a new version is there without a question once all tabs were closed'(page, site) {
    await isHeld(page);
    const before = await versionOf(page);
    site.use(await nextVersion());
    assert.equal(await lookForUpdate(page), 'installed');
    await isAllOf(page, dist);
    let other = await page.another();
    await page.closeTab();
    for (let version = before; version === before;) {
      const next = await other.another();
      await other.closeTab();
      other = next;
      await other.goto(site.url);
      version = await versionOf(other);
    }
    await isAllOf(other, await nextVersion());
    assert.deepEqual(other.troubles, []);
  },

  async 'a new version of which a file is missing yet is not taken'(page, site) {
    await isHeld(page);
    const before = await versionOf(page);
    site.use(halfUploaded(await nextVersion(), dist));
    assert.equal(await lookForUpdate(page), 'redundant');
    await page.reload();
    await isAllOf(page, dist);
    await page.hidden(OFFER);
    site.use(await nextVersion());
    await findsWholeVersion(page);
    await page.click(TAKE);
    await isNoLonger(page, before);
    await isAllOf(page, await nextVersion());
  },

  async 'the same version again is no update'(page) {
    await isHeld(page);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
    });
    await page.reload();
    await openSample(page, ALL);
    await page.hidden(OFFER);
  },
};
