import assert from 'node:assert/strict';
import { sampleText } from '../support/dist.mjs';
import { papersOf } from '../support/digest-text.mjs';
import { COUNT, ROW, SEARCH, countIs, found, openSample, search } from '../support/reader.mjs';

const papers = papersOf(sampleText);
const ALL = papers.length;
/** @param {string} part */
const containing = (part) =>
  papers.filter(({ text }) => text.toLowerCase().replace(/\s+/g, ' ').includes(part)).length;

/** @type {import('../support/matrix.mjs').Scenarios} */
export const searching = {
  async 'results narrow with each key, and what was found is marked'(page) {
    await openSample(page, ALL);
    await page.click(SEARCH);
    let before = ALL;
    for (const key of 'ricci flow') {
      await page.type(key);
      const now = await found(page);
      assert.ok(now <= before, `${now} papers after ${before}`);
      before = now;
    }
    assert.equal(before, containing('ricci flow'));
    for (const rowTitle of await page.texts(`${ROW} .row-title`)) assert.match(rowTitle, /Ricci flow/);
    assert.deepEqual([...new Set(await page.texts(`${ROW} .row-title mark`))].toSorted(), ['Ricci', 'flow']);
  },

  async 'Chinese is found wherever it stands in a sentence'(page) {
    await openSample(page, ALL);
    for (const part of ['注意力', '量子', '语言模型']) {
      assert.ok(containing(part) > 0);
      assert.equal(await search(page, part), containing(part), part);
      const marks = await page.texts(`${ROW} mark`);
      assert.ok(marks.includes(part), `${part} among ${marks}`);
    }
  },

  async 'operators combine, and what joins nothing is named'(page) {
    await openSample(page, ALL);
    const flow = await search(page, '"ricci flow"');
    const lora = await search(page, 'title:adam');
    assert.ok(flow > 0 && lora > 0);
    assert.equal(await search(page, '"ricci flow" OR title:adam'), flow + lora);
    assert.equal(await search(page, '-("ricci flow" OR title:adam)'), ALL - flow - lora);
    assert.equal(await search(page, 'adam title:(ricci flow OR adam)'), lora);
    await search(page, 'OR adam');
    await page.visible('[data-testid=query-issue]');
    await page.says('[data-testid=query-issue]', /“OR”/);
    await search(page, 'date:yesterday adam');
    await page.until('the date is named', () =>
      Boolean(document.querySelector('[data-testid=query-issue]')?.textContent?.includes('2026-01-14')),
    );
  },

  async 'a phrase is found word by word in its order'(page) {
    await openSample(page, ALL);
    assert.ok(containing('gradient descent') < containing('gradient'));
    assert.equal(await search(page, '"gradient descent"'), containing('gradient descent'));
    assert.equal(await search(page, '"descent gradient"'), 0);
  },

  async 'a word with a minus takes its papers away'(page) {
    await openSample(page, ALL);
    const both = await search(page, 'attention translation ');
    const all = await search(page, 'attention ');
    assert.ok(both > 0 && all > both);
    assert.equal(await search(page, 'attention -translation '), all - both);
  },

  async 'author: looks at authors only'(page) {
    await openSample(page, ALL);
    const wanted = papers.filter(({ authors }) => authors.some((name) => /\bPerelman$/.test(name)));
    assert.equal(await search(page, 'author:perelman'), wanted.length);
    await page.say(
      `${ROW} .row-title`,
      wanted.map(({ title }) => title),
    );
    assert.equal(await search(page, 'author:attention '), 0);
  },

  async 'where nothing matches the page says so and offers a way back'(page) {
    await openSample(page, ALL);
    assert.equal(await search(page, 'xylophone'), 0);
    await page.says(COUNT, `0 of ${ALL} papers`);
    await page.says('.no-match', /No paper matches/);
    await page.click('.no-match button');
    await countIs(page, `${ALL} papers`);
    assert.equal(await page.evaluate(() => document.querySelector('input')?.value), '');
  },

  async 'a stale answer never replaces a fresh one'(page, site) {
    await openSample(page, ALL);
    const query = 'neural network';
    await page.click(SEARCH);
    for (const part of ['attention', 'quantum', query]) {
      await page.press('Control+a');
      await page.type(part);
    }
    const typed = await found(page);
    const rows = await page.texts(`${ROW} .row-title`);
    await page.goto('about:blank');
    await page.goto(`${site.url}#${new URLSearchParams({ src: 'sample', q: query })}`);
    await page.until('the link is read', () => document.querySelector('#paper-list [role=option]') !== null);
    assert.equal(await found(page), typed);
    await page.say(`${ROW} .row-title`, rows);
    assert.ok(typed > 0 && typed < ALL);
  },

  async 'papers can be put in the order of the digest or of their days'(page) {
    await openSample(page, ALL);
    const best = await search(page, 'learning ').then(() => page.texts(`${ROW} .row-number`));
    await page.evaluate(() => {
      const order = /** @type {HTMLSelectElement} */ (document.querySelector('[data-testid=order]'));
      order.value = 'digest';
      order.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.until(
      'the order changed',
      (before) =>
        [...document.querySelectorAll('[data-testid=row] .row-number')]
          .map((node) => node.textContent)
          .join() !== before,
      best.join(),
    );
    const numbers = (await page.texts(`${ROW} .row-number`)).map(Number);
    assert.deepEqual(
      numbers,
      numbers.toSorted((a, b) => a - b),
    );
  },
};
