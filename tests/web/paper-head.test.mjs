import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test } from 'node:test';
import { useLanguage } from '../../web/src/i18n/language.js';
import { createBudget } from '../../web/src/typeset/index.js';
import { setUpDocument } from './support/window.mjs';

setUpDocument();
const { copy, textOf } = await import('../../web/src/features/paper/copying.js');
const { paperHead } = await import('../../web/src/features/paper/paper-head.js');
const { toldOf } = await import('../../web/src/features/paper/told-fields.js');

const REPOSITORY = 'https://github.com/o/tea';
/** @param {string} name @param {string} text */
const extra = (name, text) => ({ name, known: false, missing: false, text, marks: [] });
const CODE = [
  extra('code_url', REPOSITORY),
  extra('code_stars', '1234'),
  extra('code_last_update', '2026-01-03'),
];
const PAPER = /** @type {import('../../web/src/engine/protocol.js').Paper} */ (
  /** @type {unknown} */ ({
    key: '2601.07839@2026-01-14',
    work: '2601.07839',
    number: 7,
    id: '2601.07839',
    version: 2,
    url: 'https://arxiv.org/abs/2601.07839v2',
    date: '2026-01-14',
    digest: '2026-01-14',
    title: { text: 'Tea over $Z$', marks: [] },
    authors: [],
    categories: ['cs.LG'],
    fields: [extra('comment', '9 pages'), extra('title_translation', '论茶'), ...CODE],
  })
);

beforeEach(() => useLanguage('en'));

/** @param {Partial<typeof PAPER>} [other] */
function show(other = {}) {
  const paper = { ...PAPER, ...other };
  /** @type {string[]} */
  const copied = [];
  const callbacks = {
    onFilter() {},
    onCopy: (/** @type {string} */ what) => void copied.push(what),
    onCite() {},
  };
  const node = paperHead(paper, toldOf(paper.fields), callbacks, createBudget());
  /** @param {string} selector */
  const text = (selector) => node.querySelector(selector)?.textContent ?? '';
  return { node, text, copied };
}

describe('the head of a paper', () => {
  test('says when and as what it appeared, in the language of the page', () => {
    assert.match(show().text('.paper-dateline'), /^Wednesday,? 14 January 2026arXiv:2601\.07839v2 Copy$/);
    useLanguage('zh');
    assert.match(show().text('.paper-dateline'), /^2026年1月14日星期三arXiv:2601\.07839v2 复制$/);
  });

  test('has the comment of the authors, the title in another language, and the code with its stars', () => {
    const { node, text } = show();
    assert.equal(text('.paper-comment'), 'Comment: 9 pages');
    assert.equal(text('.paper-title-other'), '论茶');
    assert.equal(node.querySelector('.paper-title-other')?.getAttribute('lang'), 'zh-Hans');
    assert.match(text('.paper-code'), /^o\/tea ★ 1,234 1,234 stars$/);
    assert.equal(node.querySelector('.paper-code a')?.getAttribute('href'), REPOSITORY);
    assert.equal(node.querySelector('.paper-stars')?.getAttribute('title'), 'Last changed on 3 Jan 2026');
  });

  test('copies id, link and title in one press each', () => {
    const { node, copied } = show();
    for (const button of node.querySelectorAll('.paper-copy')) /** @type {HTMLElement} */ (button).click();
    assert.deepEqual(copied, ['id', 'link', 'title']);
  });

  test('has no id to copy where the paper is not on arXiv, and no link where it has none', () => {
    const { node, text } = show({ id: '', version: 0, url: '' });
    assert.match(text('.paper-dateline'), /2026$/);
    assert.deepEqual(
      [...node.querySelectorAll('.paper-copy')].map((button) => button.textContent),
      ['Copy title', 'Cite…'],
    );
  });
});

describe('what is told of a paper', () => {
  test('is taken out of its fields, once', () => {
    const rest = [extra('Keywords', 'tea'), extra('comments', 'A model’s opinion.')];
    assert.deepEqual(toldOf([...PAPER.fields, ...rest]).texts, rest);
  });

  test('stays a field where it does not look as expected', () => {
    const odd = [
      extra('code_url', 'javascript:alert(1)'),
      extra('code_stars', 'many'),
      extra('code_last_update', 'soon'),
      extra('comment', 'x'.repeat(3000)),
      { ...extra('comment', 'N/A'), missing: true },
    ];
    assert.deepEqual(toldOf(odd), { comments: [], code: [], titles: [], texts: odd });
    const stars = [extra('code_url', REPOSITORY), extra('code_stars', '-1')];
    assert.deepEqual(toldOf(stars).texts, [stars[1]]);
    assert.equal(toldOf(stars).code[0].stars, null);
    assert.deepEqual(toldOf([extra('code_stars', '5')]).texts.length, 1, 'stars of nothing');
  });

  test('is the repository that the digest names, then those in the texts, each once', () => {
    const text = { ...extra('abstract', `See ${REPOSITORY} and https://gitlab.com/o/cup.`), known: true };
    assert.deepEqual(
      toldOf([text, ...CODE]).code.map(({ url, stars }) => [url, stars]),
      [
        [REPOSITORY, 1234],
        ['https://gitlab.com/o/cup', null],
      ],
    );
    const markdown = extra('Code', `**[link](${REPOSITORY})**`);
    assert.deepEqual([toldOf([markdown]).code[0].label, toldOf([markdown]).texts], ['o/tea', []]);
  });
});

describe('copying', () => {
  test('gives the id with its version, the address of the abstract, and the title as it is written', () => {
    assert.equal(textOf('id', PAPER), '2601.07839v2');
    assert.equal(textOf('link', PAPER), 'https://arxiv.org/abs/2601.07839v2');
    assert.equal(textOf('title', PAPER), 'Tea over $Z$');
    assert.equal(textOf('link', { id: '', url: 'javascript:alert(1)', title: { text: '' } }), '');
  });

  test('says what happened, also where the browser refuses or has no clipboard', async () => {
    const writeText = mock.fn(async (/** @type {string} */ _text) => {});
    const give = (/** @type {unknown} */ clipboard) =>
      Object.defineProperty(globalThis, 'navigator', { value: { clipboard }, configurable: true });
    give({ writeText });
    assert.equal(await copy('id', PAPER), 'notice.copied.id');
    assert.deepEqual(writeText.mock.calls[0].arguments, ['2601.07839v2']);
    assert.equal(await copy('id', { id: '', title: { text: '' } }), 'notice.copied.none');
    give({ writeText: async () => Promise.reject(new Error('denied')) });
    assert.equal(await copy('link', PAPER), 'notice.copied.not');
    give(undefined);
    assert.equal(await copy('link', PAPER), 'notice.copied.not');
  });
});
