import assert from 'node:assert/strict';
import { sampleName, sampleText } from '../support/dist.mjs';
import { papersOf } from '../support/digest-text.mjs';
import {
  COMPLETIONS,
  PAPER,
  SEARCH,
  completionsAreThere,
  countIs,
  found,
  licencesAreThere,
  openSample,
  paperIs,
  settled,
} from '../support/reader.mjs';

const ALL = papersOf(sampleText).length;
const digest = sampleName.replace('.md', '');

/** @param {import('../support/page.mjs').Page} page @returns {Promise<string>} what has the focus */
const focus = (page) =>
  page.evaluate(() => {
    const node = document.activeElement;
    if (!node || node === document.body) return '';
    return node.getAttribute('data-testid') ?? node.getAttribute('role') ?? node.textContent ?? '';
  });

/** @param {import('../support/page.mjs').Page} page @param {string} wanted a test id, a role or a text */
const focusIsVisiblyOn = (page, wanted) =>
  page.until(
    `the focus is on ${wanted}, with an outline`,
    (wanted) => {
      const node = document.activeElement;
      if (!node || !document.hasFocus()) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(node);
      return (
        [node.getAttribute('data-testid'), node.getAttribute('role'), node.textContent].includes(wanted) &&
        outlineStyle !== 'none' &&
        parseFloat(outlineWidth) >= 2
      );
    },
    wanted,
  );

/** @param {import('../support/page.mjs').Page} page @param {string} wanted @param {string} [key] */
async function tabTo(page, wanted, key = 'Tab') {
  for (let steps = 0; steps < 20; steps++) {
    await page.press(key);
    if ((await focus(page)) === wanted) return focusIsVisiblyOn(page, wanted);
  }
  assert.fail(`${key} never came to ${wanted}`);
}

/** @param {import('../support/page.mjs').Page} page @param {number} index */
const cursorIs = (page, index) =>
  page.until(
    `row ${index} is the current one`,
    (index) => {
      const list = document.querySelector('#paper-list');
      return (
        list?.getAttribute('aria-activedescendant') === `row-${index}` &&
        document.getElementById(`row-${index}`)?.classList.contains('is-cursor')
      );
    },
    index,
  );

/** @type {import('../support/matrix.mjs').Scenarios} */
export const keyboard = {
  async 'everything can be done with the keyboard: open, search, choose, read, go back'(page) {
    await page.visible('[data-testid=sample]');
    await tabTo(page, 'sample');
    await page.press('Enter');
    await countIs(page, `${ALL} papers`);
    await page.press('/');
    await focusIsVisiblyOn(page, 'search');
    await page.type('ricci');
    assert.equal(await found(page), 2);
    await page.press('Enter');
    await focusIsVisiblyOn(page, 'listbox');
    await cursorIs(page, 0);
    await page.press('j');
    await cursorIs(page, 1);
    await page.press('k');
    await cursorIs(page, 0);
    await page.press('ArrowDown');
    await cursorIs(page, 1);
    await page.press('ArrowDown');
    await cursorIs(page, 1);
    const key = String(await page.attribute('#row-1', 'data-key'));
    await page.press('Enter');
    await paperIs(page, key);
    await page.press('Escape');
    await page.hidden(PAPER);
    await focusIsVisiblyOn(page, 'listbox');
    await page.press('/');
    await page.press('Delete');
    await countIs(page, `${ALL} papers`);
  },

  async 'Escape closes the completions, then leaves the search box, and keeps the query'(page) {
    await openSample(page, ALL);
    await page.press('/');
    await page.type('quantu');
    await completionsAreThere(page);
    const papers = await found(page);
    await page.press('Escape');
    await page.hidden(COMPLETIONS);
    assert.equal(await focus(page), 'search');
    await page.press('Escape');
    assert.equal(await focus(page), 'listbox');
    assert.equal(await page.evaluate(() => document.querySelector('input')?.value), 'quantu');
    assert.equal(await found(page), papers);
  },

  async 'letters typed into the search box are letters, not commands'(page) {
    await openSample(page, ALL);
    await page.press('/');
    await page.type('jk?/');
    assert.equal(await page.evaluate(() => document.querySelector('input')?.value), 'jk?/');
    assert.equal(await page.count('dialog[open]'), 0);
  },

  async 'g g and G go to the ends, n and p read on without going back to the list'(page) {
    await openSample(page, ALL);
    await page.press('G');
    await cursorIs(page, ALL - 1);
    await page.press('g');
    await page.press('g');
    await cursorIs(page, 0);
    await page.press('n');
    await paperIs(page, `1706.03762@${digest}`);
    await page.press('n');
    await paperIs(page, `1301.3781@${digest}`);
    await page.press('p');
    await paperIs(page, `1706.03762@${digest}`);
  },

  async 'where a click on a row leaves the focus, the keys that scroll do so in the paper'(page) {
    await openSample(page, ALL);
    await page.resize(1000, 500);
    await page.click('#row-1');
    await page.visible(PAPER);
    const scrolled = () => page.evaluate(() => document.querySelector('.paper-column')?.scrollTop ?? 0);
    await page.press('End');
    const end = await scrolled();
    assert.ok(end > 0);
    await page.press('PageUp');
    assert.ok((await scrolled()) < end);
    await page.press('Home');
    assert.equal(await scrolled(), 0);
    await page.press(' ');
    assert.ok((await scrolled()) > 0);
    await cursorIs(page, 1);
  },

  async 'the question mark shows the keys, and Escape gives the focus back'(page) {
    await openSample(page, ALL);
    await page.press('/');
    await page.press('ArrowDown');
    await page.type('?');
    await page.visible('[data-testid=keys-sheet]');
    for (const key of ['/', 'j', 'k', 'Enter', 'Esc', '?'])
      assert.ok((await page.texts('[data-testid=keys-sheet] kbd')).includes(key), key);
    for (const example of ['graph OR tree', 'title:(kv cache)'])
      assert.ok((await page.texts('[data-testid=keys-sheet] code')).includes(example), example);
    await page.press('Escape');
    await page.hidden('[data-testid=keys-sheet]');
    await focusIsVisiblyOn(page, 'listbox');
  },

  async 'the sheet of keys leads to the licences, and Escape back to it'(page) {
    await page.visible('[data-testid=sample]');
    await page.type('?');
    await page.visible('[data-testid=keys-sheet]');
    await tabTo(page, 'licenses-open');
    await page.press('Enter');
    await licencesAreThere(page);
    await page.press('Escape');
    await page.hidden('[data-testid=licenses]');
    await focusIsVisiblyOn(page, 'licenses-open');
    await page.press('Escape');
    await page.hidden('[data-testid=keys-sheet]');
  },

  async 'a dialog keeps the focus inside and gives it back to its button'(page) {
    await openSample(page, ALL);
    await page.press('/');
    await tabTo(page, 'report-open');
    await page.press('Enter');
    await page.visible('[data-testid=report]');
    for (const key of ['Tab', 'Shift+Tab']) {
      await page.press(key);
      assert.ok(await page.evaluate(() => document.activeElement?.closest('dialog') != null));
    }
    await page.press('Escape');
    await page.hidden('[data-testid=report]');
    await focusIsVisiblyOn(page, 'report-open');
  },

  async 'filters work with Tab and Space, and the focus stays on them'(page, site) {
    await page.goto('about:blank');
    await page.goto(`${site.url}#src=sample`);
    await countIs(page, `${ALL} papers`);
    await tabTo(page, 'category-filter');
    await page.press(' ');
    await page.until(
      'a filter is on',
      () => document.querySelector('[data-testid=filters] :checked') !== null,
    );
    await settled(page);
    assert.ok((await found(page)) < ALL);
    await focusIsVisiblyOn(page, 'category-filter');
    await page.press(' ');
    await countIs(page, `${ALL} papers`);
  },

  async 'the first Tab offers the way to the list'(page, site) {
    await page.goto('about:blank');
    await page.goto(`${site.url}#src=sample`);
    await countIs(page, `${ALL} papers`);
    await page.press('Tab');
    assert.equal(await focus(page), 'Skip to the list of papers');
    await page.press('Enter');
    await focusIsVisiblyOn(page, 'listbox');
  },

  async 'the name of the page leads home from a search'(page) {
    await openSample(page, ALL);
    await page.fill(SEARCH, 'quantum');
    assert.ok((await found(page)) < ALL);
    await page.click('h1 button');
    await countIs(page, `${ALL} papers`);
  },
};
