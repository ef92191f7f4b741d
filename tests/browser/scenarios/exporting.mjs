// Papers on their way out: to the clipboard, to a file, to Zotero's connector.
import assert from 'node:assert/strict';
import { parseHTML } from 'linkedom';
import { readByCitationJs } from '../../exports/readers.mjs';
import { faultsOf } from '../../support/valid-html.mjs';
import { withFiles } from '../support/files.mjs';
import { makeDigest } from '../support/generate.mjs';
import { countIs, openPaper, pressEach, search } from '../support/reader.mjs';
import { withoutClipboard } from './selecting.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */

const PREVIEW = '[data-testid=export-preview]';
const DAY = '2026-01-14';

/** @param {Page} page @param {string} [digest] */
async function openDay(page, digest = makeDigest({ papers: 12 })) {
  await withFiles({ [`${DAY}.md`]: digest }, async (paths) => {
    await page.drop(paths);
    await page.visible('[data-testid=row]');
  });
  await withoutClipboard(page);
}

/** @param {Page} page @param {string} select a test id @param {string} words of the option */
const choose = (page, select, words) =>
  page.evaluate(
    (select, words) => {
      const node = /** @type {HTMLSelectElement} */ (document.querySelector(`[data-testid=${select}]`));
      node.selectedIndex = [...node.options].findIndex((option) => option.textContent === words);
      node.dispatchEvent(new Event('change'));
    },
    select,
    words,
  );

/** @param {Page} page @param {string} text */
const previewHas = (page, text) =>
  page.until(
    `the preview has ${text}`,
    (preview, text) => {
      const node = document.querySelector(preview);
      return !node?.hasAttribute('aria-busy') && node?.textContent?.includes(text);
    },
    PREVIEW,
    text,
  );

/** What was copied. @param {Page} page @returns {Promise<string>} */
async function copied(page) {
  await page.until('it is copied', () => 'copied' in window);
  return page.evaluate(() => {
    const text = Reflect.get(window, 'copied');
    Reflect.deleteProperty(window, 'copied');
    return text;
  });
}

/** What a press would save. @param {Page} page @param {string} button @returns {Promise<{ name: string, text: string }>} */
export async function saved(page, button) {
  await page.evaluate(() => {
    URL.createObjectURL = (blob) => {
      Reflect.set(window, 'blob', blob);
      return 'blob:none';
    };
    // What follows is the browser’s own part, which asks where to put it.
    HTMLAnchorElement.prototype.click = function () {
      Reflect.set(window, 'saved', { name: this.download, blob: Reflect.get(window, 'blob') });
    };
  });
  await page.click(`[data-testid=${button}]`);
  await page.until('it is saved', () => 'saved' in window);
  return page.evaluate(async () => {
    const { name, blob } = Reflect.get(window, 'saved');
    return { name, text: await blob.text() };
  });
}

/** @type {import('../support/matrix.mjs').Scenarios} */
export const exporting = {
  async 'five starred papers are exported, and citation-js reads the same five'(page) {
    await openDay(page);
    await pressEach(page, 'sssss');
    await page.thereAre('[data-testid=row][data-starred]', 5);
    await pressEach(page, 'B');
    await choose(page, 'export-what', 'Starred papers');
    await previewHas(page, 'eprint = {2601.00005}');
    await page.says('[data-testid=export-status]', /^5 papers/);
    await page.click('[data-testid=export-copy]');
    const found = readByCitationJs('@bibtex/text', await copied(page));
    assert.deepEqual(
      found.map(({ title, year }) => [title, year]),
      ['neural codes', 'graph agents', 'robust kernels', 'quantum operators', 'optimal estimators'].map(
        (words, index) => [`Paper ${index + 1}: ${words}`, '2026'],
      ),
    );
  },

  async 'one key copies the citation in the format used last'(page) {
    await openDay(page);
    await openPaper(page, `2601.00002@${DAY}`);
    await pressEach(page, 'b');
    assert.match(await copied(page), /^@misc\{ada2026paper,/);
    await pressEach(page, 'B');
    await choose(page, 'export-format', 'LaTeX: \\cite{…}');
    await previewHas(page, '\\cite{ada2026paper}');
    await page.press('Escape');
    await pressEach(page, 'b');
    assert.equal(await copied(page), '\\cite{ada2026paper}');
    await page.reload();
    await page.visible('[data-testid=paper]');
    await withoutClipboard(page);
    await pressEach(page, 'b');
    assert.equal(await copied(page), '\\cite{ada2026paper}');
  },

  async 'tags and note go along, and a pattern that does not work says why'(page) {
    await openDay(page);
    await openPaper(page, `2601.00003@${DAY}`);
    await page.click('[data-testid=tag-input]');
    await page.type('to read');
    await page.press('Enter');
    await page.visible('.marks-tags [data-tag="to read"]');
    await page.click('[data-testid=cite]');
    await previewHas(page, 'keywords = {to read}');
    await page.fill('[data-testid=export-keys]', '{nobody}');
    await page.says('#export-keys-problem', /there is no \{nobody\}/);
    await page.until('nothing can be copied', () =>
      document.querySelector('[data-testid=export-copy]')?.matches(':disabled'),
    );
    await page.fill('[data-testid=export-keys]', '{id}');
    await previewHas(page, '@misc{2601.00003,');
    await page.hidden('#export-keys-problem');
  },

  async 'a web page of all that was found holds their texts, formulas as MathML, and nothing that runs'(
    page,
  ) {
    await openDay(
      page,
      makeDigest({ papers: 12 }).replace(
        'Paper 1:',
        '<script>alert(1)</script> <img src=x onerror=alert(1)>',
      ),
    );
    await search(page, '虚构');
    await countIs(page, '12 papers');
    await pressEach(page, 'B');
    await choose(page, 'export-what', 'Everything found');
    await choose(page, 'export-format', 'Web page, to print or send');
    await previewHas(page, '<!doctype html>');
    const { name, text } = await saved(page, 'export-save');
    assert.equal(name, 'papers.html');
    assert.deepEqual(await faultsOf(text), []);
    const { document } = parseHTML(text);
    assert.equal(document.querySelectorAll('article').length, 12);
    assert.ok(document.querySelectorAll('math').length >= 11, 'formulas');
    assert.equal(document.querySelectorAll('script, img, button, link, iframe, .katex-html').length, 0);
    assert.match(
      [...document.querySelectorAll('h2')].map(({ textContent }) => textContent).join(),
      /<script>alert\(1\)<\/script>/,
    );
    assert.match(text, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src/);
  },

  async 'a file for each paper is saved in one zip'(page) {
    await openDay(page);
    await pressEach(page, 'B');
    await choose(page, 'export-what', 'Everything found');
    await choose(page, 'export-format', 'Notes (Obsidian, Logseq, Zettlr)');
    await previewHas(page, 'citekey:');
    const { name, text } = await saved(page, 'export-split');
    assert.equal(name, 'papers.zip');
    assert.equal(text.match(/ada2026paper[a-z]\.md/g)?.length, 24);
  },

  async 'the head of the page describes the open paper, and says when that is another one'(page) {
    await openDay(page);
    await page.evaluate(() => {
      Reflect.set(window, 'told', 0);
      document.addEventListener('ZoteroItemUpdated', () =>
        Reflect.set(window, 'told', Reflect.get(window, 'told') + 1),
      );
    });
    await openPaper(page, `2601.00002@${DAY}`);
    await page.attributeIs('meta[name=citation_title]', 'content', 'Paper 2: graph agents');
    await page.attributeIs('meta[name=citation_arxiv_id]', 'content', '2601.00002');
    await page.attributeIs('meta[name=citation_date]', 'content', '2026/01');
    await page.attributeIs('meta[name=citation_pdf_url]', 'content', 'https://arxiv.org/pdf/2601.00002');
    await page.thereAre('meta[name=citation_author]', 2);
    await pressEach(page, 'n');
    await page.attributeIs('meta[name=citation_title]', 'content', 'Paper 3: robust kernels');
    await page.press('Escape');
    await page.thereAre('meta[name^=citation_]', 0);
    assert.equal(await page.evaluate(() => Reflect.get(window, 'told')), 3);
  },
};
