import assert from 'node:assert/strict';
import { fixture, samplePath, sampleName, sampleText } from '../support/dist.mjs';
import { papersOf } from '../support/digest-text.mjs';
import { LIST, PAPER, countIs, openPaper, openSample, paperIs, row, search } from '../support/reader.mjs';

const papers = papersOf(sampleText);
const ALL = papers.length;
const digest = sampleName.replace('.md', '');
/** @param {string} url */
const keyOf = (url) => `${url.replace(/^.*\/abs\//, '').replace(/v\d+$/, '')}@${digest}`;
const FORMULA = /\$\$[^$]+\$\$|\$[^$]+\$/g;
const LABELS = { motivation: 'Motivation', method: 'Method', result: 'Result', conclusion: 'Conclusion' };

/** @param {import('../support/page.mjs').Page} page */
const links = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.paper-links a')].map((link) => [
      link.textContent,
      link.getAttribute('href'),
      link.getAttribute('target'),
      link.getAttribute('rel'),
    ]),
  );

/** @type {import('../support/matrix.mjs').Scenarios} */
export const reading = {
  async 'a click opens a paper with every field'(page) {
    const paper = papers[2];
    await openSample(page, ALL);
    await openPaper(page, keyOf(paper.url));
    await page.says(`${PAPER} h2`, paper.title);
    await page.say('.paper-authors li', paper.authors);
    await page.say('.paper-category', [paper.category]);
    await page.says('[data-field=tldr] .field-text', paper.text.match(/^TL;DR: (.*)$/m)?.[1]);
    for (const [name, label] of Object.entries(LABELS)) {
      await page.says(`[data-field=${name}] h3`, label);
      const written = paper.text.match(new RegExp(`^${label}: (.*)$`, 'm'))?.[1];
      await page.says(`[data-field=${name}] .field-text`, written);
    }
    const paragraphs = await page.texts('[data-field=abstract] p');
    assert.equal(paragraphs.length, 2);
    assert.match(paragraphs[1], /^On English to French the model comes close .* belong together\.$/);
    await page.says('.paper-foot', new RegExp(`${sampleName}, line \\d+$`));
    await page.attributeIs(row(keyOf(paper.url)), 'aria-selected', 'true');
  },

  async 'in all papers of the sample every formula is typeset and every command is read'(page) {
    await openSample(page, ALL);
    await page.press('j');
    for (const paper of papers) {
      await page.press(paper.number === 1 ? 'g' : 'n');
      if (paper.number === 1) {
        await page.press('g');
        await page.press('Enter');
      }
      await paperIs(page, keyOf(paper.url));
      const { formulas, text } = await page.evaluate(() => {
        const copy = /** @type {Element} */ (document.querySelector('[data-testid=paper] article')).cloneNode(
          true,
        );
        /** @type {Element} */ (copy).querySelector('.similar')?.remove();
        const formulas = [.../** @type {Element} */ (copy).querySelectorAll('.katex')];
        for (const formula of formulas) formula.replaceWith('');
        return { formulas: formulas.length, text: copy.textContent ?? '' };
      });
      assert.equal(formulas, paper.text.match(FORMULA)?.length ?? 0, paper.title);
      assert.doesNotMatch(text, /[$\\{}]/, paper.title);
    }
  },

  async 'a formula has its parts where they belong'(page) {
    await openSample(page, ALL);
    await openPaper(page, keyOf(papers[0].url));
    await page.thereAre('[data-field=abstract] .katex-display mfrac', 1);
    await page.thereAre('[data-field=abstract] .katex-display msqrt', 1);
    const [high, low] = await page.evaluate(() =>
      ['Q', 'd'].map((letter) => {
        const letters = [...document.querySelectorAll('.katex-display .mfrac .mathnormal')];
        return letters.find((node) => node.textContent === letter)?.getBoundingClientRect().top;
      }),
    );
    assert.ok(Number(high) < Number(low), 'the numerator is above the denominator');
    await page.says('[data-field=abstract] em', 'heads');
    await page.says('[data-field=abstract] strong', 'Transformer');
  },

  async 'an escaped per cent sign reads as one'(page) {
    await openSample(page, ALL);
    await search(page, 'BERT');
    await openPaper(page, `1810.04805@${digest}`);
    const abstract = await page.text('[data-field=abstract]');
    assert.match(abstract, /15% of the input tokens/);
    assert.ok(!abstract.includes('\\'));
  },

  async 'links lead to the abstract, the PDF, the HTML and the code, each in a window of its own'(page) {
    const rel = 'noopener noreferrer';
    await openSample(page, ALL);
    await openPaper(page, keyOf(papers[0].url));
    assert.deepEqual(await links(page), [
      ['Abstract', 'https://arxiv.org/abs/1706.03762', '_blank', rel],
      ['PDF', 'https://arxiv.org/pdf/1706.03762', '_blank', rel],
      ['HTML', 'https://arxiv.org/html/1706.03762', '_blank', rel],
      ['tensorflow/tensor2tensor', 'https://github.com/tensorflow/tensor2tensor', '_blank', rel],
    ]);
    await search(page, 'author:ronneberger');
    await openPaper(page, `1505.04597@${digest}`);
    assert.equal((await links(page))[1][1], 'https://arxiv.org/pdf/1505.04597v1');
    await search(page, 'author:perelman entropy');
    await openPaper(page, `math/0211159@${digest}`);
    assert.equal((await links(page))[0][1], 'https://arxiv.org/abs/math/0211159');
  },

  async 'a paper that is not on arXiv links to where it is'(page) {
    await page.drop([fixture('non-arxiv-links.md')]);
    await countIs(page, '3 papers');
    await page.press('Enter');
    await page.visible(PAPER);
    assert.equal((await links(page)).length, 1);
    assert.match((await links(page))[0][1] ?? '', /^https?:\/\/(?!arxiv)/);
  },

  async 'next and previous walk through the list and end with it'(page) {
    await openSample(page, ALL);
    await openPaper(page, keyOf(papers[0].url));
    await page.says('.paper-place', `1 of ${ALL}`);
    const [previous, next] = ['.paper-step:nth-of-type(2)', '.paper-step:nth-of-type(3)'];
    assert.notEqual(await page.attribute(previous, 'disabled'), null);
    await page.click(next);
    await paperIs(page, keyOf(papers[1].url));
    await page.click(previous);
    await paperIs(page, keyOf(papers[0].url));
    await page.press('G');
    await page.press('Enter');
    await paperIs(page, keyOf(papers[ALL - 1].url));
    await page.says('.paper-place', `${ALL} of ${ALL}`);
    assert.notEqual(await page.attribute(next, 'disabled'), null);
    await page.press('p');
    await paperIs(page, keyOf(papers[ALL - 2].url));
  },

  async 'the words of the search are marked in the open paper'(page) {
    await openSample(page, ALL);
    await search(page, 'softmax 翻译');
    await openPaper(page, keyOf(papers[2].url));
    const marks = new Set((await page.texts(`${PAPER} mark`)).map((mark) => mark.toLowerCase()));
    assert.ok(marks.has('softmax') && marks.has('翻译'), [...marks].join());
    await search(page, '');
    await page.until('the marks are gone', () => !document.querySelector('[data-testid=paper] mark'));
  },

  async 'a name among the authors shows the papers by them'(page) {
    const paper = papers[27];
    await page.drop([samplePath]);
    await countIs(page, `${ALL} papers`);
    await search(page, 'surgery');
    await openPaper(page, keyOf(paper.url));
    await page.click('.paper-authors button');
    await countIs(page, `2 of ${ALL} papers`);
    await paperIs(page, keyOf(paper.url));
    await page.thereAre(`${LIST} [role=option]`, 2);
  },

  async 'a hundred authors fold and unfold'(page) {
    await page.drop([fixture('many-authors.md')]);
    await countIs(page, '2 papers');
    await page.press('Enter');
    await page.visible(PAPER);
    await page.thereAre('.paper-authors li', 13);
    await page.says('.paper-authors-more', 'and 108 more');
    await page.click('.paper-authors-more button');
    await page.thereAre('.paper-authors li', 120);
    assert.equal(
      await page.evaluate(() =>
        [...document.querySelectorAll('.paper-authors button')].indexOf(
          /** @type {Element} */ (document.activeElement),
        ),
      ),
      12,
    );
  },
};
