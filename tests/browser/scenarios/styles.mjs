import assert from 'node:assert/strict';
import { paperCountOf } from '../support/digest-text.mjs';
import { sampleText } from '../support/dist.mjs';
import { PAPER, openSample, paperIs, search } from '../support/reader.mjs';
import { PHONE } from './phone.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */

const ALL = paperCountOf(sampleText);

/** What can be pressed and is smaller than that, in pixels. @param {Page} page @param {number} least @param {number} leastInText */
export const tooSmall = (page, least, leastInText) =>
  page.evaluate(
    (least, leastInText) => {
      const PRESSED =
        'button, a[href], input:not([type=file]), select, textarea, summary, [role=option], [role=gridcell]';
      const nodes = [...(document.querySelector('dialog[open]') ?? document).querySelectorAll(PRESSED)];
      return nodes.flatMap((node) => {
        if (!node.checkVisibility({ visibilityProperty: true }) || node.closest('[inert]')) return [];
        // A box is pressed together with its words.
        const { width, height } = (node.closest('label') ?? node).getBoundingClientRect();
        const inText = node.closest('.paper-authors') !== null;
        if (width >= least - 0.01 && height >= (inText ? leastInText : least) - 0.01) return [];
        return [`${node.outerHTML.slice(0, 80)} ${width} × ${height}`];
      });
    },
    least,
    leastInText,
  );

/** @param {number} least @param {number} leastInText @returns {import('../support/matrix.mjs').Scenarios} */
const large = (least, leastInText) => ({
  async [`what can be pressed is ${least} px wide and high, or more`](page) {
    const check = async () => assert.deepEqual(await tooSmall(page, least, leastInText), []);
    await check();
    await openSample(page, ALL);
    await search(page, 'attention');
    await check();
    await page.click('[data-testid=row]');
    await page.visible(PAPER);
    await page.click('[data-testid=why] summary');
    await check();
    await page.click('.paper-back');
    await page.click('[data-testid=report-open]');
    await page.click('[data-testid=storage] summary');
    await check();
  },
});

/** @param {Page} page */
export async function needsOneScrollbar(page) {
  const tooWide = await page.evaluate(() => {
    const root = document.documentElement;
    const scrolled = [...document.querySelectorAll('main, .column, .paper-list, dialog[open]')];
    return [root, ...scrolled].flatMap(({ className, scrollWidth, clientWidth }) =>
      scrollWidth > clientWidth ? [`${className}: ${scrollWidth} px in ${clientWidth}`] : [],
    );
  });
  assert.deepEqual(tooWide, []);
}

/** 1280 × 1024 pixels, enlarged four times. */
const ENLARGED = { viewport: { width: 320, height: 256 } };

/** @type {import('../support/matrix.mjs').Scenarios} */
const enlarged = {
  async 'at 400 % nothing has to be scrolled both ways, and the list is no higher than the window'(page) {
    await needsOneScrollbar(page);
    await openSample(page, ALL);
    await needsOneScrollbar(page);
    const [list, window] = await page.evaluate(() => [
      document.querySelector('#paper-list')?.clientHeight ?? 0,
      innerHeight,
    ]);
    assert.ok(list > 0 && list < window, `${list} px in a window of ${window}`);
    await page.click('[data-testid=report-open]');
    await page.visible('[data-testid=report]');
    await needsOneScrollbar(page);
    await page.press('Escape');
    await page.click('[data-testid=row]');
    await page.visible(PAPER);
    await needsOneScrollbar(page);
  },
};

/** @type {import('../support/matrix.mjs').Scenarios} */
const focus = {
  async 'the ring around what has the focus is in view, forwards and backwards through a paper'(page) {
    await openSample(page, ALL);
    await page.click('[data-testid=row]');
    await page.visible('[data-testid=similar]');
    /** @type {Set<string>} */
    const seen = new Set();
    for (const key of ['Tab', 'Shift+Tab'])
      for (let presses = 0; presses < 40; presses++) {
        await page.press(key);
        const { name, cut } = await page.evaluate(() => {
          const node = /** @type {Element} */ (document.activeElement);
          const { outlineStyle, outlineOffset, outlineWidth } = getComputedStyle(node);
          const column = node.closest('.paper-column')?.getBoundingClientRect();
          if (!column || node.matches('.paper, .paper-column')) return { name: '', cut: 0 };
          const ring = outlineStyle === 'none' ? NaN : parseFloat(outlineOffset) + parseFloat(outlineWidth);
          const { top, bottom } = node.getBoundingClientRect();
          const bar = node.closest('.paper-bar') ? null : document.querySelector('.paper-bar');
          const ceiling = bar?.getBoundingClientRect().bottom ?? column.top;
          return {
            name: node.outerHTML,
            cut: Math.max(ceiling - (top - ring), bottom + ring - column.bottom),
          };
        });
        assert.ok(cut <= 0.5, `${cut} px of the ring around ${name} are cut off`);
        seen.add(name);
      }
    assert.ok(seen.size > 10);
  },
};

/** Texts of what a printer would be given, of the innermost elements. @param {Page} page */
const printed = (page) =>
  page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter((node) => node.childElementCount === 0 && node.textContent && node.checkVisibility())
      .filter((node) => !node.closest('.visually-hidden'))
      .map((node) => node.textContent),
  );

/** @type {import('../support/matrix.mjs').Scenarios<any>} */
const onPaper = {
  async 'an open paper is printed alone, black on white, its links with their addresses'(page) {
    await openSample(page, ALL);
    await search(page, 'attention');
    await page.press('Enter');
    await paperIs(page, await page.attribute('[data-testid=row]', 'data-key'));
    await page.click('[data-testid=report-open]');
    await page.visible('[data-testid=report]');
    await page.prefer('dark');
    await page.print();
    const texts = await printed(page);
    for (const part of ['Motivation', 'Abstract']) assert.ok(texts.includes(part), `${part} is not printed`);
    for (const part of ['Back to the list', 'Star', 'Files', 'Close'])
      assert.ok(!texts.includes(part), `${part} is printed`);
    assert.equal(await page.evaluate(() => document.querySelector('.list-column')?.checkVisibility()), false);
    const [ink, paper, after] = await page.evaluate(() => {
      const styleOf = (/** @type {string} */ selector, pseudo = '') =>
        getComputedStyle(/** @type {Element} */ (document.querySelector(selector)), pseudo);
      return [
        styleOf('.paper-title').color,
        styleOf('body').backgroundColor,
        styleOf('.paper-links a', '::after').content,
      ];
    });
    assert.deepEqual([ink, paper], ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    assert.match(after, /\(.*https:\/\/arxiv\.org\/abs\//);
  },

  async 'without an open paper the entries of the list are printed, in their order'(page) {
    await openSample(page, ALL);
    await page.evaluate(() => document.querySelector('#paper-list')?.scrollTo(0, 4000));
    await page.visible('[data-testid=row][aria-posinset="20"]');
    await page.evaluate(() => document.querySelector('#paper-list')?.scrollTo(0, 0));
    await page.visible('[data-testid=row][aria-posinset="1"]');
    await page.print();
    const tops = await page.evaluate(() =>
      [...document.querySelectorAll('.row')]
        .sort((a, b) => Number(a.getAttribute('aria-posinset')) - Number(b.getAttribute('aria-posinset')))
        .map((row) => row.querySelector('.row-title')?.getBoundingClientRect().top ?? NaN),
    );
    assert.ok(tops.length > 1);
    assert.deepEqual(
      tops,
      tops.toSorted((a, b) => a - b),
    );
    const texts = await printed(page);
    for (const part of ['Contents', 'Open', `${ALL} papers`])
      assert.ok(!texts.includes(part), `${part} is printed`);
  },
};

/** In Chromium alone, which can print into a tab. @type {import('../support/matrix.mjs').Group[]} */
export const styles = [
  { scenarios: large(24, 24), only: 'over http' },
  { scenarios: large(44, 36), options: PHONE, only: 'over http' },
  { scenarios: enlarged, options: ENLARGED, only: 'over http' },
  { scenarios: focus, options: { viewport: { width: 1280, height: 500 } }, only: 'over http' },
  { scenarios: onPaper, only: 'over http' },
];
