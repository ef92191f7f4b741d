import assert from 'node:assert/strict';
import axe from 'axe-core';
import { fixture, sampleText } from '../support/dist.mjs';
import { withFiles } from '../support/files.mjs';
import { makeDigest } from '../support/generate.mjs';
import { paperCountOf } from '../support/digest-text.mjs';
import {
  PAPER,
  ROW,
  SEARCH,
  completionsAreThere,
  countIs,
  forgetEverything,
  licencesAreThere,
  search,
  settled,
  pressEach,
} from '../support/reader.mjs';
import { openDays } from './choosing-days.mjs';
import { serveArchives } from '../support/sites.mjs';
import { learnedStates } from './learning.mjs';
import { openPalette } from './palette.mjs';
import { PHONE } from './phone.mjs';
import { needsOneScrollbar, tooSmall } from './styles.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */

const ALL = paperCountOf(sampleText);

/** axe's rules about colours, the only ones that depend on the theme. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** @param {Page} page @param {string[]} [rules] to look at, else all */
export async function nothingForAxe(page, rules) {
  if (!(await page.evaluate(() => 'axe' in window)))
    await page.evaluate(/** @type {() => void} */ (/** @type {unknown} */ (`() => { ${axe.source} }`)));
  const { violations } = /** @type {import('axe-core').AxeResults} */ (
    await page.evaluate(
      (options) => Reflect.get(window, 'axe').run(document, options),
      /** @type {import('axe-core').RunOptions} */ ({
        resultTypes: ['violations'],
        ...(rules && { runOnly: { type: 'rule', values: rules } }),
      }),
    )
  );
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`),
  );
  assert.deepEqual(found, []);
}

/** Gives the first papers a tag each, and opens the sheet of tags. @param {Page} page @param {string[]} names */
async function openTags(page, ...names) {
  for (const [index, name] of names.entries()) {
    await page.click(`[data-testid=row][data-index="${index}"]`);
    await page.click('[data-testid=tag-input]');
    await page.type(name);
    await page.press('Enter');
    await page.visible(`.marks-tags [data-tag="${name}"]`);
  }
  await page.click('[data-testid=tags-open]');
}

/** Waits until the sheet shows what it would copy. @param {Page} page */
const citationIsThere = (page) =>
  page.until('the citation is there', () => {
    const preview = document.querySelector('[data-testid=export-preview]');
    return preview?.checkVisibility() && preview.textContent?.includes('@misc{');
  });

/** In either language. @param {Page} page */
async function openAny(page) {
  await page.click('[data-testid=sample]');
  await page.visible(ROW);
  await settled(page);
}

/** @param {Page} page @param {string[]} names of fixtures */
async function dropAny(page, ...names) {
  await page.drop(names.map(fixture));
  await page.visible(ROW);
  await settled(page);
}

/** @param {Page} page */
const withCollection = (page) =>
  withFiles(
    {
      '2026-01-14.md': makeDigest({ papers: 12 }),
      'refs.bib': `@misc{a, eprint={2601.00001}}
@misc{b, title={On the temperature of boiling kettles}, author={Groß, Jonas}, year=2025, doi={10.1000/1}}
@misc{c, title={Never closed`,
    },
    async (paths) => {
      await page.drop(paths);
      await page.visible(ROW);
      await page.visible('[data-testid=collection-filter]');
      await settled(page);
    },
  );

/** Stars every tenth paper, which have a word in common. @param {Page} page */
async function withInterests(page) {
  const works = [0, 1, 2, 3].map((n) => `2601.${String(10 * n + 3).padStart(5, '0')}`);
  await withFiles(
    { '2026-01-14.md': makeDigest({ papers: 120 }), 'mine.txt': works.join('\n') },
    async (paths) => {
      await page.drop(paths);
      await page.visible(ROW);
      await page.visible('[data-testid=collection-filter]');
    },
  );
  await page.click('[data-testid=collections-open]');
  await page.click('[data-testid=collection-star]');
  await page.press('Escape');
  await page.visible('[data-testid=for-you-band]');
  await page.click('[data-testid=for-you-show]');
  await settled(page);
}

/** @type {Record<string, (page: Page, site: any) => Promise<unknown>>} ways to each state of the page */
const desk = {
  'the empty page': (page) => page.visible('[data-testid=drop]'),
  async 'the sheet for pasted text'(page) {
    await page.click('[data-testid=paste]');
    await page.visible('[data-testid=paste-text]');
  },
  async 'the list'(page) {
    await openAny(page);
    await search(page, 'attention');
  },
  async 'selected papers'(page) {
    await openAny(page);
    await pressEach(page, 'xx');
    await page.visible('[data-testid=selection-bar]');
  },
  async 'the sheet for citations and files'(page) {
    await openAny(page);
    await page.press('B');
    await citationIsThere(page);
  },
  async 'the sheet of collections, one of them with remarks'(page) {
    await withCollection(page);
    await page.click('[data-testid=collections-open]');
    await page.visible('[data-testid=collections-sheet]');
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('.collection details')) each.setAttribute('open', '');
    });
  },
  async 'works of a collection that no digest has'(page) {
    await withCollection(page);
    await search(page, 'kettles');
    await page.click('[data-testid=elsewhere] summary');
  },
  async 'a list with papers for the user, and why'(page) {
    await withInterests(page);
    await page.click('[data-testid=row]');
    await page.visible('[data-testid=reasons]');
  },
  async 'the sheet of interests'(page) {
    await withInterests(page);
    await page.click('[data-testid=interests-open]');
    await page.fill('[data-testid=interest-text]', 'tea');
    await page.click('[data-testid=interest-followed]');
    await page.visible('[data-testid=interest-remove]');
  },
  async 'the list of a newcomer'(page) {
    await openAny(page);
    await page.visible('[data-testid=hint]');
  },
  async 'a list in the middle of decisions'(page) {
    await openAny(page);
    await page.press('Tab');
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#paper-list')).focus());
    await pressEach(page, 'esy');
    await page.visible('[data-testid=undo-notice]');
    await page.visible('[data-testid=hidden-papers]');
    await page.visible('[data-testid=row-tools]');
  },
  async 'a finished day'(page) {
    await dropAny(page, 'clean.md', 'dialect-m.md');
    await pressEach(page, 'dE');
    await page.visible('[data-testid=day-finished]');
  },
  async 'a list in which nothing is starred'(page) {
    await openAny(page);
    await search(page, 'is:starred');
    await page.visible('[data-testid=vacancy]');
  },
  async 'a list that filters leave empty'(page) {
    await openAny(page);
    await page.click('[data-testid=category-filter]');
    await search(page, 'tea');
    await page.visible('[data-way=clear-filters]');
  },
  async 'a query that was not understood'(page) {
    await openAny(page);
    await search(page, 'date:yesterday graph');
    await page.visible('[data-testid=query-issue]');
  },
  async 'a calendar with a chosen range, and an author who is not there'(page) {
    await openDays(page);
    await page.click('.calendar-whole');
    await page.fill('[data-testid=find-author]', 'nobody');
    await page.visible('.facet-none');
  },
  async 'the completions'(page) {
    await openAny(page);
    await page.click(SEARCH);
    await page.type('OR perel');
    await completionsAreThere(page);
    await page.press('ArrowDown');
  },
  async 'the history of searches'(page) {
    await openAny(page);
    await page.fill(SEARCH, 'ricci');
    await page.press('Enter');
    await page.click('.search-clear');
    await completionsAreThere(page);
    await page.press('ArrowDown');
  },
  async 'filters in use, and a saved search with its tools'(page) {
    await openAny(page);
    await search(page, 'has:code is:unread');
    await page.click('[data-testid=save-search]');
    await page.visible('[data-testid=chips-clear]');
    await page.says('.saved-count', /\d/);
    await page.click('.saved-more');
  },
  async 'the sheet of tags'(page) {
    await openAny(page);
    await openTags(page, 'later', 'soon');
    await page.click('[data-tag=soon] [data-testid=tags-colour]');
    await page.click('[data-tag=soon] .swatch[data-colour=yellow] input');
    await page.click('[data-tag=later] [data-testid=tags-rename]');
    await page.press('Control+a');
    await page.type('soon');
    await page.visible('[data-tag=later] .tag-hint');
  },
  async 'a suggestion'(page) {
    await openAny(page);
    await search(page, 'atention ');
    await page.visible('[data-testid=suggestion]');
  },
  async 'papers of another spelling beside those that were found'(page) {
    await openAny(page);
    await search(page, 'natural translation ');
    await page.visible('[data-testid=suggestion-leave]');
  },
  async 'what is beside a paper'(page) {
    await openAny(page);
    await search(page, 'attention');
    await page.press('Enter');
    await page.click('[data-testid=why] summary');
    await page.visible('[data-testid=similar]');
  },
  async 'an open paper'(page) {
    await openAny(page);
    await search(page, 'attention');
    await page.press('Enter');
    await page.press('n');
    await page.visible(PAPER);
  },
  async 'a paper with a tag and a note'(page) {
    await openAny(page);
    await page.click(ROW);
    await page.visible(PAPER);
    await page.fill('[data-testid=tag-input]', 'later');
    await page.press('Enter');
    await page.visible('[data-tag=later]');
    await page.fill('[data-testid=note]', 'Read it again.');
  },
  async 'the report'(page) {
    await dropAny(page, 'toc-mismatch.md', 'not-a-digest.md');
    await page.click('[data-testid=report-open]');
    await page.visible('[data-testid=report]');
  },
  async 'what is kept'(page) {
    await dropAny(page, 'clean.md');
    await page.click('[data-testid=report-open]');
    await page.click('[data-testid=storage] summary');
    await page.visible('[data-testid=forget]');
  },
  async 'the keys'(page) {
    await page.type('?');
    await page.visible('[data-testid=keys-sheet]');
  },
  async 'the settings'(page) {
    await page.type(',');
    await page.visible('[data-testid=settings]');
  },
  async 'nothing but a paper'(page) {
    await openAny(page);
    await page.press('f');
    await page.attributeIs('[data-testid=alone]', 'aria-pressed', 'true');
  },
  async 'the palette'(page) {
    await openAny(page);
    await openPalette(page);
    await page.type('paper');
    await page.press('ArrowDown');
  },
  async 'the palette without a match'(page) {
    await openPalette(page);
    await page.type('tea');
    await page.says('[data-testid=palette-none]', /./);
  },
  async 'the licences'(page) {
    await page.type('?');
    await page.click('[data-testid=keys-sheet] [data-testid=licenses-open]');
    await licencesAreThere(page);
  },
  ...learnedStates,
};

/** @type {typeof desk} */
const phone = {
  'the trends on a phone': learnedStates['the trends, with searches compared'],
  async 'the list of a newcomer on a phone'(page) {
    await openAny(page);
    await page.visible('[data-testid=hint]');
  },
  async 'an empty list on a phone'(page) {
    await openAny(page);
    await search(page, 'is:starred');
    await page.visible('[data-testid=vacancy]');
  },
  async 'the filters on a phone'(page) {
    await openAny(page);
    await page.click('.filters-open');
    await page.visible('.dialog-filters');
  },
  async 'the calendar on a phone'(page) {
    await openDays(page);
    await page.click('.filters-open');
    await page.visible('dialog [data-testid=calendar]');
  },
  async 'the completions on a phone'(page) {
    await openAny(page);
    await page.click(SEARCH);
    await page.type('perel');
    await completionsAreThere(page);
  },
  async 'the query syntax on a phone'(page) {
    await openAny(page);
    await page.click('.search-syntax');
    await page.visible('[data-testid=syntax-sheet]');
  },
  async 'the licences on a phone'(page) {
    await openAny(page);
    await page.click('.search-syntax');
    await page.click('[data-testid=syntax-sheet] [data-testid=licenses-open]');
    await licencesAreThere(page);
  },
  async 'the settings on a phone'(page) {
    await openAny(page);
    await page.click('[data-testid=settings-open]');
    await page.visible('[data-testid=settings]');
  },
  async 'a paper on a phone'(page) {
    await openAny(page);
    await page.click('[data-testid=row]');
    await page.visible(PAPER);
  },
  async 'the sheet for citations on a phone'(page) {
    await openAny(page);
    await page.click('[data-testid=row]');
    await page.click('[data-testid=cite]');
    await citationIsThere(page);
  },
};

/** @type {typeof desk} */
const beside = {
  async 'the days of an archive'(page, site) {
    site.putPage('days');
    const list = {
      version: 1,
      digests: [
        { url: 'a.md', day: '2026-01-14', language: 'en' },
        { url: 'b.md', language: 'zh' },
      ],
    };
    site.put({ 'days/digests.json': JSON.stringify(list), 'days/a.md': sampleText });
    await page.goto(site.at('days'));
    await countIs(page, `${ALL} papers`);
    await forgetEverything(page);
    await page.visible('.empty-archive');
    await nothingForAxe(page);
    await page.click('[data-testid=archive-open]');
    await page.visible('[data-testid=archive]');
  },
};

/**
 * @param {typeof desk} states
 * @param {{ themes?: ('light' | 'dark')[], least: number }} how least: width and height of what can be pressed, in pixels
 * @returns {import('../support/matrix.mjs').Scenarios<any>}
 */
const claims = (states, { themes = ['light', 'dark'], least }) =>
  Object.fromEntries(
    Object.entries(states).map(([name, reach]) => [
      `axe finds nothing in ${name}, ${themes.join(' or ')}, and at 400 % it needs one scrollbar`,
      async (page, site) => {
        await reach(page, site);
        for (const [index, theme] of themes.entries()) {
          await page.prefer(theme);
          await nothingForAxe(page, index > 0 ? COLOURS : undefined);
        }
        assert.deepEqual(await tooSmall(page, least, Math.min(least, 36)), []);
        await page.resize(320, 256);
        await needsOneScrollbar(page);
      },
    ]),
  );

const MOUSE = 24;
const FINGER = 44;
const CHINESE = { locale: 'zh-CN', colorScheme: 'dark' };

/** In Chromium alone, which can switch the colours of a tab. @type {import('../support/matrix.mjs').Group[]} */
export const accessibility = [
  { scenarios: claims(desk, { least: MOUSE }), options: { colorScheme: 'light' }, only: 'over http' },
  {
    scenarios: claims(phone, { least: FINGER }),
    options: { ...PHONE, colorScheme: 'light' },
    only: 'over http',
  },
  {
    scenarios: claims(beside, { least: MOUSE }),
    options: { colorScheme: 'light' },
    start: serveArchives,
  },
];

/** What a theme does wrong it does in both languages. @type {import('../support/matrix.mjs').Group[]} */
export const accessibilityInChinese = [
  { scenarios: claims(desk, { themes: ['dark'], least: MOUSE }), options: CHINESE, only: 'over http' },
  {
    scenarios: claims(phone, { themes: ['dark'], least: FINGER }),
    options: { ...PHONE, ...CHINESE },
    only: 'over http',
  },
];
