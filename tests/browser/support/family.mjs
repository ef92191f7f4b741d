// An archive of the daily-arXiv family, the page in it, and what a person does with its days.
import assert from 'node:assert/strict';
import { makeRecords } from './generate.mjs';

/** @typedef {import('./page.mjs').Page} Page */
/** @typedef {import('./sites.mjs').Site & import('./sites.mjs').Archives} Archive */
/** @typedef {Record<string, (page: Page, site: Archive) => Promise<void>>} ArchiveScenarios */

export const DAYS = '[data-testid=archive-open]';
export const ALL = '[data-testid=archive-all]';
export const TOAST = '[data-testid=toast]';

/** @param {string} day */
export const day = (day) => `[data-testid=archive] [data-testid=archive-day][data-day="${day}"]`;

/** Addresses that were asked for, without the page's own files. @param {Page} page @param {string} part of the address */
export const asked = (page, part) =>
  page.requests
    .map((address) => address.split('#', 1)[0])
    .filter((address) => address.includes(part))
    .map((address) => address.split('/').at(-1));

/** @param {Page} page @param {string} url in a fresh document */
export async function visit(page, url) {
  await page.goto('about:blank');
  await page.goto(url);
}

/** @param {Page} page @param {string} which day */
export async function load(page, which) {
  await page.click(`${day(which)} button`);
  await page.until(
    `${which} is in the library`,
    (selector) => document.querySelector(selector)?.textContent === 'In the library',
    `${day(which)} button`,
  );
}

/** What the browser itself says of an address that is not there is expected. @param {Page} page @param {string} name */
export function forgive(page, name) {
  const others = page.troubles.filter(
    (trouble) =>
      !(trouble.startsWith('404: ') && trouble.endsWith(name)) && !/console error: .*\b404\b/.test(trouble),
  );
  assert.notEqual(others.length, page.troubles.length, `nothing was asked for in vain: ${name}`);
  page.troubles.splice(0, Infinity, ...others);
}

/**
 * A repository of the family: its page, its list, its data, and this page in `reader/`.
 * @param {Archive} site @param {string} folder @param {Record<string, string>} data by file name
 */
export function family(site, folder, data) {
  site.putPage(`${folder}/reader`);
  site.put({ [`${folder}/index.html`]: '<!doctype html><title>The family’s own page</title>' });
  publish(site, folder, data);
}

/** @param {Archive} site @param {string} folder @param {Record<string, string>} data all of it */
export const publish = (site, folder, data) =>
  site.put({
    [`${folder}/assets/file-list.txt`]: Object.keys(data)
      .map((name) => `${name}\n`)
      .join(''),
    ...Object.fromEntries(Object.entries(data).map(([name, text]) => [`${folder}/data/${name}`, text])),
  });

export const FEBRUARY = {
  '2026-01-30.jsonl': makeRecords({ papers: 3, first: 1 }),
  '2026-01-30_AI_enhanced_Chinese.jsonl': makeRecords({ papers: 3, first: 1, summary: '甲' }),
  '2026-02-02.jsonl': makeRecords({ papers: 4, first: 11 }),
  '2026-02-02_AI_enhanced_Chinese.jsonl': makeRecords({ papers: 4, first: 11, summary: '乙' }),
  '2026-02-02_AI_enhanced_English.jsonl': makeRecords({ papers: 4, first: 11, summary: 'second' }),
  '2026-02-03.jsonl': makeRecords({ papers: 5, first: 21 }),
  '2026-02-03_AI_enhanced_Chinese.jsonl': makeRecords({ papers: 5, first: 21, summary: '丙' }),
};
