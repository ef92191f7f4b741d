// How a paper is read: alone, in the size and the languages that a person wants, from where reading stopped.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fixture, sampleName, sampleText } from '../support/dist.mjs';
import { papersOf } from '../support/digest-text.mjs';
import { withFiles } from '../support/files.mjs';
import { SEARCH, countIs, openPaper, openSample, paperIs, pressEach } from '../support/reader.mjs';

const papers = papersOf(sampleText);
const ALL = papers.length;
const digest = sampleName.replace('.md', '');
/** @param {number} index */
const keyOf = (index) => `${papers[index].url.replace(/^.*\/abs\//, '').replace(/v\d+$/, '')}@${digest}`;
const COLUMN = '.paper-column';
const ALONE = '[data-testid=alone]';

/** @param {import('../support/page.mjs').Page} page @param {string} name @param {string} value */
async function choose(page, name, value) {
  await page.type(',');
  await page.visible(`[data-testid=setting-${name}]`);
  await page.evaluate(
    (name, value) => {
      const select = /** @type {HTMLSelectElement} */ (
        document.querySelector(`[data-testid=setting-${name}]`)
      );
      select.selectedIndex = [...select.options].findIndex((option) => option.textContent === value);
      select.dispatchEvent(new Event('change'));
    },
    name,
    value,
  );
  await page.press('Escape');
  await page.hidden('[data-testid=settings]');
}

/** Is nothing but the paper there to see and to reach? @param {import('../support/page.mjs').Page} page @param {boolean} expected */
async function isAlone(page, expected) {
  await page.attributeIs(ALONE, 'aria-pressed', String(expected));
  const { width, covered } = await page.evaluate(() => ({
    width: document.querySelector('.paper-column')?.getBoundingClientRect().width,
    covered: ['.masthead', '.list-column', '.filter-column'].map((each) =>
      document.querySelector(each)?.hasAttribute('inert'),
    ),
  }));
  assert.deepEqual(covered, [expected, expected, expected]);
  assert.equal(width === (await page.evaluate(() => document.documentElement.clientWidth)), expected);
}

/** @param {import('../support/page.mjs').Page} page */
const scrolled = (page) => page.evaluate((column) => document.querySelector(column)?.scrollTop ?? 0, COLUMN);

/** What is in view under the bar. @param {import('../support/page.mjs').Page} page */
const lineInView = (page) =>
  page.evaluate(() => {
    const bar = /** @type {Element} */ (document.querySelector('.paper-bar')).getBoundingClientRect();
    const part = [...document.querySelectorAll('[data-testid=paper] [data-field]')].findLast(
      (node) => node.getBoundingClientRect().top <= bar.bottom,
    );
    const { top, height } = /** @type {Element} */ (part).getBoundingClientRect();
    return [part?.getAttribute('data-field'), Math.round((100 * (bar.bottom - top)) / height)];
  });

/** Scrolls to the middle of the abstract, and waits until that is kept. @param {import('../support/page.mjs').Page} page */
async function readOn(page) {
  await page.evaluate((column) => {
    const abstract = /** @type {Element} */ (document.querySelector('[data-field=abstract]'));
    const { top, height } = abstract.getBoundingClientRect();
    const bar = /** @type {Element} */ (document.querySelector('.paper-bar')).getBoundingClientRect();
    document.querySelector(column)?.scrollBy(0, top + height / 2 - bar.bottom);
  }, COLUMN);
  await page.until('the place is kept', () =>
    localStorage.getItem('broadsheet.places')?.includes('abstract'),
  );
}

/** @type {import('../support/matrix.mjs').Scenarios} */
export const readingRoom = {
  async 'f shows nothing but the paper: next, decisions and a reload keep it, Escape brings the rest back'(
    page,
  ) {
    await openSample(page, ALL);
    await openPaper(page, keyOf(0));
    await isAlone(page, false);
    await pressEach(page, 'f');
    await isAlone(page, true);
    await pressEach(page, 'n');
    await paperIs(page, keyOf(1));
    await pressEach(page, 'e');
    await paperIs(page, keyOf(2));
    await isAlone(page, true);
    await page.reload();
    await paperIs(page, keyOf(2));
    await isAlone(page, true);
    await page.press('Escape');
    await isAlone(page, false);
    await paperIs(page, keyOf(2));
    await pressEach(page, 'f');
    await isAlone(page, true);
    await pressEach(page, 'f');
    await isAlone(page, false);
    await pressEach(page, 'f');
    await page.press('/');
    await isAlone(page, false);
    await page.until(
      'the search box has the focus',
      (search) => document.activeElement === document.querySelector(search),
      SEARCH,
    );
  },

  async 'a paper opens at its top, and again where reading stopped, also after a reload'(page) {
    await page.resize(1280, 480);
    await openSample(page, ALL);
    await openPaper(page, keyOf(0));
    await readOn(page);
    const line = await lineInView(page);
    assert.deepEqual(line, ['abstract', 50]);
    await page.press('n');
    await paperIs(page, keyOf(1));
    assert.equal(await scrolled(page), 0);
    await page.press('p');
    await paperIs(page, keyOf(0));
    assert.deepEqual(await lineInView(page), line);
    await page.reload();
    await paperIs(page, keyOf(0));
    await page.until(
      'the place is there',
      (column) => (document.querySelector(column)?.scrollTop ?? 0) > 0,
      COLUMN,
    );
    assert.deepEqual(await lineInView(page), line);
  },

  async 'size and lines are as a person wants them, of the paper and the list, and what is read stays in view'(
    page,
  ) {
    await page.resize(1280, 480);
    await openSample(page, ALL);
    await openPaper(page, keyOf(0));
    const sizes = () =>
      page.evaluate(() =>
        ['[data-field=abstract] p', '.row-title', '.paper-bar', '.masthead-tools button'].map((selector) =>
          parseFloat(getComputedStyle(/** @type {Element} */ (document.querySelector(selector))).fontSize),
        ),
      );
    const before = await sizes();
    await readOn(page);
    const [part] = await lineInView(page);
    for (const _ of [1, 2]) await page.press('+');
    const after = await sizes();
    assert.deepEqual(
      after,
      before.map((size, index) => (index < 2 ? size * 1.25 : size)),
    );
    assert.equal((await lineInView(page))[0], part);
    await page.reload();
    await paperIs(page, keyOf(0));
    assert.deepEqual(await sizes(), after);
    for (const _ of [1, 2]) await page.press('-');
    assert.deepEqual(await sizes(), before);
    await page.resize(1700, 800);
    const width = () =>
      page.evaluate(
        () => document.querySelector('[data-field=abstract] p')?.getBoundingClientRect().width ?? 0,
      );
    /** @type {number[]} */
    const widths = [];
    for (const measure of ['short', 'medium', 'long']) {
      await choose(page, 'measure', measure);
      widths.push(await width());
    }
    assert.ok(widths[0] < widths[1] && widths[1] < widths[2], widths.join());
  },

  async 'a paper in two languages shows both beside each other, under each other, or one'(page) {
    const clean = readFileSync(fixture('clean.md'), 'utf8');
    const texts = { Chinese: '昨天我们喝了茶。', English: 'We drank tea yesterday.' };
    const files = Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [
        `2026-01-14_AI_enhanced_${name}.md`,
        clean.replace(/^TL;DR: .*$/gm, `TL;DR: ${text}`),
      ]),
    );
    await withFiles(files, async (paths) => {
      await page.drop(paths);
      await page.until('both are open', () => document.querySelector('.row-appearances') !== null);
      await countIs(page, '3 papers');
    });
    await page.press('Enter');
    const LEAD = '[data-field=tldr] .field-text';
    await page.say(LEAD, [texts.English, texts.Chinese]);
    assert.deepEqual(
      await page.evaluate(
        (lead) => [...document.querySelectorAll(lead)].map((node) => node.getAttribute('lang')),
        LEAD,
      ),
      ['en', 'zh-Hans'],
    );
    const isBeside = () =>
      page.evaluate((lead) => {
        const [one, two] = [...document.querySelectorAll(lead)].map((node) => node.getBoundingClientRect());
        return one.right <= two.left && one.top === two.top;
      }, LEAD);
    await page.press('f');
    assert.equal(await isBeside(), true);
    await page.resize(700, 800);
    assert.equal(await isBeside(), false);
    await page.resize(1280, 800);
    await choose(page, 'languages', 'that of this page');
    await page.say(LEAD, [texts.English]);
    await choose(page, 'languages', 'the other');
    await page.say(LEAD, [texts.Chinese]);
    await page.click('[data-testid=other-language]');
    await page.say(LEAD, [texts.English, texts.Chinese]);
  },

  async 'the settings have a sheet, where the page’s language changes too'(page) {
    await page.click('[data-testid=settings-open]');
    await page.visible('[data-testid=settings]');
    await page.evaluate(() => {
      const select = /** @type {HTMLSelectElement} */ (
        document.querySelector('[data-testid=setting-language]')
      );
      select.selectedIndex = 1;
      select.dispatchEvent(new Event('change'));
    });
    await page.says('[data-testid=settings] h2', '设置');
    await page.visible('[data-testid=settings]');
    assert.equal(
      await page.evaluate(() => document.activeElement?.getAttribute('data-testid')),
      'setting-language',
    );
    await page.press('Escape');
    await page.hidden('[data-testid=settings]');
  },
};
