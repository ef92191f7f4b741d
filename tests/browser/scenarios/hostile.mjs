// Digests by somebody who means harm. That nothing was run or loaded is checked after every scenario.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fixture } from '../support/dist.mjs';
import { papersOf } from '../support/digest-text.mjs';
import { PAPER, countIs, search } from '../support/reader.mjs';

/** @param {import('../support/page.mjs').Page} page */
const dangers = (page) =>
  page.evaluate(() => {
    const places = [...document.querySelectorAll('.search, .column, dialog')];
    /** @param {string} selector */
    const all = (selector) => places.flatMap((place) => [...place.querySelectorAll(selector)]);
    const page = document.documentElement;
    return [
      ...all('script, img, iframe, object, embed, style, link, base, form:not(.filters), [style*=fixed]'),
      ...all('svg').filter((node) => !node.closest('.katex')),
      ...all('a').filter((link) => !/^(https?:\/\/|#)/.test(link.getAttribute('href') ?? '')),
      ...all('*').filter((node) => [...node.attributes].some(({ name }) => name.startsWith('on'))),
      ...all('.paper *').filter((node) => getComputedStyle(node).position === 'fixed'),
    ]
      .map((node) => node.outerHTML)
      .concat(page.scrollWidth > page.clientWidth ? 'the page is wider than its window' : []);
  });

/**
 * @param {import('../support/page.mjs').Page} page
 * @param {string} name
 * @param {(index: number) => Promise<void>} [look] at each paper
 */
async function readThrough(page, name, look = async () => {}) {
  const papers = papersOf(readFileSync(fixture(name), 'utf8').replaceAll('( JaVa', '(JaVa'));
  await page.drop([fixture(name)]);
  await countIs(page, `${papers.length} papers`);
  assert.deepEqual(await dangers(page), []);
  for (const [index, { title }] of papers.entries()) {
    await page.press('n');
    await page.until(
      `paper ${index + 1} is open`,
      (place) => document.querySelector('.paper-place')?.textContent === place,
      `${index + 1} of ${papers.length}`,
    );
    await page.until(
      'its number is shown',
      (number) => document.querySelector('.paper-number')?.textContent === number,
      `No. ${index + 1}`,
    );
    assert.deepEqual(await dangers(page), [], title);
    await look(index);
  }
  await page.click('[data-testid=report-open]');
  assert.deepEqual(await dangers(page), []);
}

/** @type {import('../support/matrix.mjs').Scenarios} */
export const hostile = {
  async 'scripts, handlers and TeX commands in a digest are only text'(page) {
    await readThrough(page, 'hostile.md', async (index) => {
      if (index !== 0) return;
      await page.says(`${PAPER} h2`, '<script>alert(1)</script><img src=x onerror=alert(2)>');
      await page.says('[data-field=tldr]', /^<img src="x" onerror="alert\(6\)"> <a href=/);
      await page.says(
        '[data-field=motivation] .field-text',
        '</details></div></body><script>alert(8)</script>',
      );
      await page.says('[data-field=abstract]', /<style>body\{display:none\}<\/style>/);
      await page.visible('.masthead');
    });
  },

  async 'a formula too large for its paper stays in its box'(page) {
    await readThrough(page, 'hostile.md', async (index) => {
      if (index !== 1) return;
      const tallest = await page.evaluate(() =>
        Math.max(
          ...[...document.querySelectorAll('.paper *')].map((node) => node.getBoundingClientRect().height),
        ),
      );
      assert.ok(tallest < 5000, `${tallest}px`);
      await page.says('[data-field=abstract]', /never closed\. \$\$ Nor this\./);
    });
  },

  async 'names that JavaScript knows are names like others'(page) {
    await page.drop([fixture('hostile.md')]);
    await countIs(page, '5 papers');
    await page.thereAre('[data-testid=category-filter][data-value="__proto__"]', 1);
    await page.click('[data-testid=category-filter][data-value="__proto__"]');
    await countIs(page, '1 of 5 papers');
    assert.equal(await search(page, 'author:constructor'), 1);
    await page.says('.row-title', '__proto__');
  },

  async 'a query and an address that hold HTML are only text'(page, site) {
    const query = '<img src=x onerror=alert(1)> "<script>alert(2)</script>';
    await page.goto('about:blank');
    await page.goto(
      `${site.url}#${new URLSearchParams({ src: 'sample', q: query, cat: query, paper: query })}`,
    );
    await page.visible('[data-testid=toast]');
    assert.equal(await page.evaluate(() => document.querySelector('input')?.value), query);
    assert.deepEqual(await dangers(page), []);
  },

  async 'tags in fields are shown as they were written'(page) {
    await readThrough(page, 'html-in-fields.md', async (index) => {
      if (index !== 1) return;
      await page.says('[data-field=motivation] .field-text', '<script>alert(1)</script>');
      await page.says('[data-field=abstract] .field-text', '<script>alert(3)</script>');
    });
  },

  async 'no link leads to a script, to data or to this machine'(page) {
    await readThrough(page, 'javascript-link.md', async (index) => {
      const links = await page.evaluate(() =>
        [...document.querySelectorAll('.paper a')].map((link) => link.getAttribute('href')),
      );
      assert.equal(links.length, index === 4 ? 3 : 0);
    });
  },

  async 'control bytes and bidirectional marks are shown, not obeyed'(page) {
    await page.drop([fixture('control-bytes.md')]);
    await countIs(page, '3 papers');
    await page.press('n');
    await page.visible(PAPER);
    const raw = await page.evaluate(() => document.body.textContent);
    assert.doesNotMatch(raw, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/);
  },
};
