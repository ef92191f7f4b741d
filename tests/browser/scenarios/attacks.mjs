// Hundreds of attacks, each in every field: nothing runs, nothing is fetched, the page stays usable.
import assert from 'node:assert/strict';
import {
  CLEAN_WORD,
  attacksWith,
  collectionFiles,
  jsonDigest,
  markdownDigest,
  namedFiles,
} from '../hostile/attacks.mjs';
import { jsonLines } from '../hostile/grammar.mjs';
import { SIZES } from '../hostile/sizes.mjs';
import { laughingDigest } from '../hostile/tex.mjs';
import { installWatchman } from '../hostile/watchman.mjs';
import { zip } from '../support/archives.mjs';
import { withFiles } from '../support/files.mjs';
import { COUNT, PAPER, SEARCH, search, settled } from '../support/reader.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */
/** @typedef {Awaited<ReturnType<typeof import('../hostile/canary.mjs').startCanary>>} Canary */

/** Milliseconds after which a page that does not answer hangs: on two idle cores the longest wait takes two seconds. */
const PATIENCE = 60_000;
/** In one call. */
const SEARCHES = 40;

/** @param {Page} page @param {string} name @param {unknown[]} args @returns {Promise<any>} */
const ask = (page, name, ...args) =>
  page.evaluate((name, args) => /** @type {any} */ (window).watchman[name](...args), name, args);

/** @param {Page} page @param {Record<string, string | Uint8Array>} files @param {number} least papers in them */
async function open(page, files, least) {
  await page.evaluate(installWatchman);
  await withFiles(files, async (paths) => {
    await page.drop(paths);
    await page.until(
      `there are ${least} papers`,
      (selector, least) =>
        Number(
          document
            .querySelector(selector)
            ?.textContent?.match(/[\d,]+/)?.[0]
            .replace(',', ''),
        ) >= least,
      COUNT,
      least,
    );
    await settled(page);
  });
}

/** Reads all papers, and what the page says of the files. @param {Page} page */
async function readAll(page) {
  await page.press('n');
  await page.visible(PAPER);
  let papers = 0;
  for (let atEnd = false; !atEnd;) {
    const part = await ask(page, 'walk');
    assert.deepEqual(part.found, []);
    papers += part.papers;
    atEnd = part.atEnd;
  }
  await page.click('[data-testid=report-open]');
  assert.deepEqual(await ask(page, 'dangers'), []);
  await page.press('Escape');
  return papers;
}

/**
 * That the page finds a harmless paper, and answered all the time.
 * @param {Page} page @param {Canary} canary @returns {Promise<number>} the longest wait
 */
async function isUsable(page, canary) {
  assert.ok((await search(page, CLEAN_WORD)) > 0);
  await page.says('.row-title', new RegExp(CLEAN_WORD));
  await page.fill(SEARCH, '');
  assert.deepEqual(await ask(page, 'dangers'), []);
  assert.deepEqual(canary.hits, []);
  const longest = Math.round(await ask(page, 'longest'));
  assert.ok(longest < PATIENCE, `the page did not answer for ${longest} ms`);
  return longest;
}

/** Of a text, of formulas, of names and of paragraphs: the others are left to --full. */
const SOME_SIZES = [
  'a title of 10 MB',
  'an abstract of 10 MB of formulas',
  '100,000 authors',
  'an abstract of 1,000,000 paragraphs of one letter',
];

/** @typedef {(what: string, longest: number) => void} Measured */
/** @typedef {import('../support/matrix.mjs').Scenarios} Scenarios */

/** Papers that are too large in one way. @param {() => Canary} canary @param {Measured} measured @param {(what: string) => boolean} isOne @returns {Scenarios} */
const ofSizes = (canary, measured, isOne) =>
  Object.fromEntries(
    Object.entries(SIZES)
      .filter(([what]) => isOne(what))
      .map(([what, make]) => [
        `${what}: the page stays usable`,
        async (page) => {
          await open(page, { 'large.jsonl': `${make()}\n${jsonDigest([])}` }, 2);
          await readAll(page);
          measured(what, await isUsable(page, canary()));
        },
      ]),
  );

/** @param {() => Canary} canary @param {Measured} measured @returns {Scenarios} */
export const attacks = (canary, measured) => ({
  async 'attacks in every field of JSON Lines are only text'(page) {
    const all = attacksWith(canary().url);
    await open(page, { 'attacks.jsonl': jsonDigest(all) }, all.length + 1);
    assert.equal(await readAll(page), all.length + 1);
    measured('JSON Lines', await isUsable(page, canary()));
  },

  async 'attacks on the reader of JSON cost no other paper'(page) {
    await open(page, { 'json.jsonl': [...jsonLines(), jsonDigest([])].join('\n') }, 9);
    await readAll(page);
    measured('JSON', await isUsable(page, canary()));
  },

  async '500 papers with formulas that grow in every field do not stop the list'(page) {
    await open(page, { 'laughs.jsonl': `${laughingDigest(500)}\n${jsonDigest([])}` }, 501);
    for (let step = 0; step <= 40; step++) {
      await page.evaluate((part) => {
        const list = /** @type {Element} */ (document.querySelector('#paper-list'));
        list.scrollTop = part * list.scrollHeight;
      }, step / 40);
      assert.deepEqual(await ask(page, 'dangers'), []);
    }
    measured('500 papers of growing formulas', await isUsable(page, canary()));
  },

  async 'attacks in bibliographies and lists are only text'(page) {
    const all = attacksWith(canary().url).map(({ text }) => text);
    await open(page, { 'clean.jsonl': jsonDigest([]) }, 1);
    await withFiles(collectionFiles(all), async (paths) => {
      await page.drop(paths);
      await page.until('all are there', () =>
        document.querySelector('[data-testid=toast] p')?.textContent?.includes('table.csv: '),
      );
    });
    await page.press('Control+K');
    await page.fill('[data-testid=palette-input]', 'Show your collections');
    await page.press('Enter');
    await page.visible('[data-testid=collections-sheet]');
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('.collection details'))
        details.setAttribute('open', '');
    });
    // All of them, not only the first.
    await page.until('no more is folded', () => {
      const more = document.querySelectorAll('.collection .more');
      for (const button of more) if (button instanceof HTMLElement) button.click();
      return more.length === 0;
    });
    assert.deepEqual(await ask(page, 'dangers'), []);
    await page.press('Escape');
    measured('bibliographies', await isUsable(page, canary()));
  },

  ...ofSizes(canary, measured, (what) => SOME_SIZES.includes(what)),
});

/** The same texts as queries and through two more doors to the same views. @param {() => Canary} canary @param {Measured} measured @returns {Scenarios} */
export const moreAttacks = (canary, measured) => ({
  async 'attacks as queries are only text'(page) {
    const all = attacksWith(canary().url);
    await open(page, { 'attacks.jsonl': jsonDigest(all) }, all.length + 1);
    const texts = all.map(({ text }) => text.slice(0, 2000));
    for (let from = 0; from < texts.length; from += SEARCHES)
      assert.deepEqual(await ask(page, 'search', texts.slice(from, from + SEARCHES)), []);
    measured('queries', await isUsable(page, canary()));
  },

  async 'attacks in every field of Markdown are only text'(page) {
    const all = attacksWith(canary().url);
    await open(page, { 'attacks.md': markdownDigest(all) }, all.length + 1);
    // Some of them announce papers of their own.
    assert.ok((await readAll(page)) > all.length);
    measured('Markdown', await isUsable(page, canary()));
  },

  async 'attacks in the names of files and days are only text'(page) {
    const files = namedFiles(attacksWith(canary().url));
    await open(page, { 'names.zip': zip({ '2026-01-01.jsonl': jsonDigest([]), ...files }) }, 100);
    await readAll(page);
    measured('names', await isUsable(page, canary()));
  },

  ...ofSizes(canary, measured, (what) => !SOME_SIZES.includes(what)),
});
