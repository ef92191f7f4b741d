// The states of the page that are shown in docs/screenshots, and how each is reached.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @typedef {import('playwright-core').Page} Tab */
/**
 * @typedef {object} State
 * @property {string} name of its pictures
 * @property {Record<string, string>} [at] the address; without it the page is empty
 * @property {Record<string, string | boolean>} [settings]
 * @property {(tab: Tab) => Promise<unknown>} [reach]
 */

const digest = '2026-01-01-classics';
const SAMPLE = { src: 'sample' };
const ADAM = { ...SAMPLE, q: 'gradient 梯度', paper: `1412.6980@${digest}` };
const fixture = (/** @type {string} */ name) =>
  fileURLToPath(new URL(`../../tests/fixtures/${name}`, import.meta.url));

/** Keys that come at once are a word. @param {Tab} tab @param {string[]} keys */
async function press(tab, ...keys) {
  for (const key of keys) {
    await tab.keyboard.press(key);
    await tab.waitForTimeout(200);
  }
}
/** @param {Tab} tab @param {string} selector */
const see = (tab, selector) => tab.locator(selector).first().waitFor();
/** @param {Tab} tab @param {string[]} names of fixtures */
async function open(tab, ...names) {
  await tab.setInputFiles('[data-testid=file-input]', names.map(fixture));
  await see(tab, '[data-testid=row]');
}

const FORTNIGHT = 14;
/** Papers of the sample that the first week has, by number; the second has the others. */
const EARLIER = [2, 3, 9, 10, 11, 16, 17, 18, 21, 22, 23, 24, 25, 26];

/** Two weeks of digests, made of the sample's papers under other ids. */
function fortnight() {
  const text = readFileSync(new URL('../../web/sample/2026-01-01-classics.md', import.meta.url), 'utf8');
  const papers = text.split(/^(?=### \[)/m).slice(1);
  return Array.from({ length: FORTNIGHT }, (_, day) => {
    const isEarly = day < FORTNIGHT / 2;
    // Fewer at weekends.
    const most = day % 7 > 4 ? 5 : 12;
    const chosen = papers
      .filter((_, i) => EARLIER.includes(i + 1) === isEarly || (i + day) % 9 === 0)
      .slice(0, most);
    const sections = chosen.map((paper, i) =>
      paper
        .replace(/^### \[\d+\]/, `### [${i + 1}]`)
        .replace(
          /arxiv\.org\/abs\/[^)]+/,
          `arxiv.org/abs/2601.${String(1000 + 100 * day + i).padStart(5, '0')}`,
        ),
    );
    return {
      name: `2026-01-${String(day + 5).padStart(2, '0')}.md`,
      mimeType: 'text/markdown',
      buffer: Buffer.from(`# Table of Contents\n\n# cs [[Back]](#toc)\n\n${sections.join('\n')}`),
    };
  });
}

/** Where the column of filters is a sheet, shows it. @param {Tab} tab */
async function showFilters(tab) {
  const button = tab.locator('.filters-open');
  if (await button.isVisible()) await button.click();
}
/** @param {Tab} tab @param {string} query */
async function search(tab, query) {
  await tab.fill('[data-testid=search]', query);
  await tab.locator('[data-testid=search]').blur();
  // Until the search is in the address, and no completions are shown.
  await tab.waitForTimeout(600);
}

/** @type {State[]} */
export const states = [
  { name: 'empty' },
  {
    name: 'paste',
    async reach(tab) {
      await tab.click('[data-testid=paste]');
      await see(tab, '[data-testid=paste-text]');
    },
  },
  { name: 'list', at: SAMPLE },
  { name: 'list-short', at: SAMPLE, settings: { density: 'short' } },
  { name: 'list-titles', at: SAMPLE, settings: { density: 'titles' } },
  {
    name: 'decisions',
    at: SAMPLE,
    reach: (tab) => press(tab, 'e', 'e', 's', 'e', 'y', 'e'),
  },
  {
    name: 'selection',
    at: SAMPLE,
    reach: (tab) => press(tab, 'x', 'x', 'j', 'x'),
  },
  {
    name: 'list-tools',
    at: { ...SAMPLE, cat: 'cs.LG', is: 'unread' },
    async reach(tab) {
      const button = tab.locator('[data-testid=list-more]');
      if (await button.isVisible()) await button.click();
    },
  },
  {
    name: 'completions',
    at: SAMPLE,
    async reach(tab) {
      await tab.click('[data-testid=search]');
      await tab.keyboard.type('graph OR perel');
      await see(tab, '#completions [role=option]');
    },
  },
  { name: 'found', at: { ...SAMPLE, q: 'attention' } },
  { name: 'misspelt', at: { ...SAMPLE, q: 'atention ' } },
  { name: 'not-understood', at: { ...SAMPLE, q: 'date:yesterday graph' } },
  { name: 'no-match', at: { ...SAMPLE, q: 'tea', cat: 'cs.LG' } },
  { name: 'nothing-starred', at: { ...SAMPLE, q: 'is:starred' } },
  {
    name: 'finished-day',
    async reach(tab) {
      await open(tab, 'clean.md', 'dialect-m.md');
      await press(tab, 'd');
      await see(tab, '[data-testid=chip]');
      await see(tab, '[data-testid=count]:not([aria-busy])');
      await press(tab, 'E');
    },
  },
  { name: 'paper', at: ADAM },
  {
    name: 'paper-alone',
    at: { ...ADAM, view: 'paper' },
    settings: { size: 'larger', measure: 'narrow' },
  },
  {
    name: 'paper-marked',
    at: ADAM,
    async reach(tab) {
      await press(tab, 's', 't');
      await tab.keyboard.type('optimisers');
      await press(tab, 'Enter', 'Escape');
      await tab.locator('[data-testid=why] summary').click();
    },
  },
  {
    name: 'filters',
    at: { ...SAMPLE, cat: 'cs.LG' },
    reach: showFilters,
  },
  {
    name: 'searches-and-tags',
    at: SAMPLE,
    async reach(tab) {
      await press(tab, 't');
      await tab.keyboard.type('optimisers');
      await press(tab, 'Enter', 'Escape', 'Escape', 's');
      for (const query of ['graph', 'author:kingma', 'attention -survey']) {
        await search(tab, query);
        await showFilters(tab);
        await tab.locator('[data-testid=save-search]:visible').click();
        await tab.keyboard.press('Escape');
      }
      await search(tab, '');
      await showFilters(tab);
      // Until their unread papers are counted.
      await tab.locator('.saved-count:visible:not(:empty)').first().waitFor();
    },
  },
  {
    name: 'tags',
    at: SAMPLE,
    async reach(tab) {
      for (const tag of ['optimisers', 'to read']) {
        await press(tab, 't');
        await tab.keyboard.type(tag);
        await press(tab, 'Enter', 'Escape', 'Escape', 'j');
      }
      await showFilters(tab);
      await tab.locator('[data-testid=tags-open]:visible').click();
      await see(tab, '[data-testid=tag-row]');
    },
  },
  {
    name: 'export',
    at: SAMPLE,
    async reach(tab) {
      await press(tab, 'x', 'x', 'x', 'B');
      await see(tab, '[data-testid=export-preview]:not([aria-busy])');
    },
  },
  {
    name: 'trends',
    async reach(tab) {
      await tab.setInputFiles('[data-testid=file-input]', fortnight());
      await see(tab, '[data-testid=row]');
      // Until the last of them is open.
      await tab.waitForTimeout(1000);
      await press(tab, 'T');
      await see(tab, '[data-testid=trends-days]');
      for (const query of ['attention', 'graph']) {
        await tab.fill('[data-testid=trends-query]', query);
        await tab.keyboard.press('Enter');
      }
      await see(tab, '[data-testid=trends-comparison] .plot-line');
      await tab.evaluate(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        document.querySelector('.trends')?.scrollTo(0, 0);
      });
    },
  },
  {
    name: 'for-you',
    at: SAMPLE,
    async reach(tab) {
      await search(tab, 'language');
      await press(tab, 's', 's', 's');
      await see(tab, '[data-testid=row][data-starred]');
      await search(tab, '');
      await see(tab, '[data-testid=for-you-band]:visible');
      await tab.locator('[data-testid=for-you-show]').click();
      await tab.locator('[data-testid=row]').first().click();
      await see(tab, '[data-testid=reasons]');
    },
  },
  {
    name: 'similar-to-selected',
    at: SAMPLE,
    async reach(tab) {
      await search(tab, 'language');
      await press(tab, 'x', 'x', 'x');
      await tab.locator('[data-testid=similar-to-selected]').click();
      await see(tab, '[data-testid=similar-to-selected-list]');
    },
  },
  {
    name: 'files',
    async reach(tab) {
      await open(tab, 'toc-mismatch.md', 'not-a-digest.md');
      await tab.click('[data-testid=report-open]');
      await see(tab, '[data-testid=report]');
    },
  },
  {
    name: 'storage',
    at: SAMPLE,
    async reach(tab) {
      await tab.click('[data-testid=report-open]');
      await tab.click('[data-testid=storage] summary');
    },
  },
  {
    name: 'settings',
    at: SAMPLE,
    async reach(tab) {
      await tab.click('[data-testid=settings-open]');
      await see(tab, '[data-testid=settings]');
    },
  },
  {
    name: 'keys-and-syntax',
    at: SAMPLE,
    async reach(tab) {
      const syntax = tab.locator('.search-syntax');
      await ((await syntax.isVisible()) ? syntax.click() : press(tab, '?'));
    },
  },
  {
    name: 'palette',
    at: SAMPLE,
    async reach(tab) {
      await tab.keyboard.press('Control+k');
      await tab.keyboard.type('paper');
    },
  },
];
