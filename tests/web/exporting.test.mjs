// What papers leave the page as: the last choice, names of files, and what Zotero's connector is told.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setUpDocument } from './support/window.mjs';

setUpDocument();
const { USUAL, choiceFrom } = await import('../../web/src/features/export/choice.js');
const { citationOf, showCitation } = await import('../../web/src/features/export/citation-meta.js');
const { fileName } = await import('../../web/src/features/export/file-name.js');

/** @param {object} [other] */
const paper = (other) =>
  /** @type {import('../../web/src/engine/protocol.js').Paper} */ (
    /** @type {unknown} */ ({
      id: '2601.07839',
      version: 2,
      url: '',
      citedDate: '2026-01',
      doi: '10.48550/arXiv.2601.07839',
      title: { text: 'Tea\n and bread', marks: [] },
      authors: [{ text: 'Ada Li' }, { text: 'Jo Groß' }],
      fields: [{ name: 'abstract', known: true, missing: false, text: 'We brew.', marks: [] }],
      ...other,
    })
  );

describe('the last choice', () => {
  for (const [what, kept, expected] of /** @type {[string, unknown, object][]} */ ([
    ['nothing', null, {}],
    ['text', 'bibtex', {}],
    ['a format of nobody', { format: 'docx' }, {}],
    ['a format and an option', { format: 'ris', abstracts: true }, { format: 'ris', abstracts: true }],
    ['numbers out of range', { authors: -1, keys: '' }, {}],
    ['a number of authors', { authors: 3 }, { authors: 3 }],
    ['half a number', { authors: 1.5 }, {}],
    ['a pattern longer than any', { keys: 'x'.repeat(101) }, {}],
    ['a pattern', { keys: '{id}' }, { keys: '{id}' }],
    ['words for switches', { ascii: 'yes', abstracts: 1 }, {}],
  ]))
    test(`of ${what} is ${JSON.stringify(expected)} and otherwise the usual`, () =>
      assert.deepEqual(choiceFrom(kept), { ...USUAL, ...expected }));
});

describe('the name of a file', () => {
  for (const [
    scope,
    expected,
  ] of /** @type {[import('../../web/src/features/export/scopes.js').Scope, string][]} */ ([
    [{ kind: 'one' }, 'papers'],
    [{ kind: 'starred' }, 'starred'],
    [{ kind: 'tag', tag: 'to read' }, 'papers-to-read'],
    [{ kind: 'tag', tag: '推测解码' }, 'papers-推测解码'],
    [{ kind: 'tag', tag: '../../etc/passwd' }, 'papers--etc-passwd'],
    [{ kind: 'tag', tag: '///' }, 'papers'],
    [{ kind: 'tag', tag: 'x'.repeat(200) }, `papers-${'x'.repeat(60)}`],
  ]))
    test(`of ${JSON.stringify(scope).slice(0, 60)} is ${expected.slice(0, 20)}`, () =>
      assert.equal(fileName(scope), expected));
});

describe('what reference managers read from the page', () => {
  test('is the paper with the date that references have', () =>
    assert.deepEqual(citationOf(paper()), [
      ['citation_title', 'Tea and bread'],
      ['citation_author', 'Ada Li'],
      ['citation_author', 'Jo Groß'],
      ['citation_date', '2026/01'],
      ['citation_arxiv_id', '2601.07839'],
      ['citation_doi', '10.48550/arXiv.2601.07839'],
      ['citation_publisher', 'arXiv'],
      ['citation_abstract_html_url', 'https://arxiv.org/abs/2601.07839v2'],
      ['citation_pdf_url', 'https://arxiv.org/pdf/2601.07839v2'],
      ['citation_abstract', 'We brew.'],
    ]));

  test('has no link that is not of the web, and no text that says that there is none', () => {
    const fields = [{ name: 'abstract', known: true, missing: true, text: 'N/A', marks: [] }];
    assert.deepEqual(
      citationOf(
        paper({
          id: '',
          version: 0,
          url: 'javascript:alert(1)',
          citedDate: '2026-01-14',
          doi: '',
          authors: [],
          fields,
        }),
      ),
      [
        ['citation_title', 'Tea and bread'],
        ['citation_date', '2026/01/14'],
      ],
    );
  });

  test('is in the head while the paper is open, and each change is told', () => {
    let told = 0;
    document.addEventListener('ZoteroItemUpdated', () => (told += 1));
    const count = () => document.head.querySelectorAll('meta[name^=citation_]').length;
    showCitation(null);
    assert.deepEqual([told, count()], [0, 0]);
    showCitation(paper());
    assert.deepEqual([told, count()], [1, 10]);
    showCitation(paper({ authors: [] }));
    assert.deepEqual([told, count()], [2, 8]);
    showCitation(null);
    assert.deepEqual([told, count()], [3, 0]);
  });
});
