import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arxivLinks, codeLinks, otherLink } from '../../web/src/text/links.js';

test('a paper on arXiv has an abstract, a PDF and an HTML page, of its version if the link names one', () => {
  assert.deepEqual(arxivLinks({ id: '2601.07839', version: 2, url: '' }), {
    abstract: 'https://arxiv.org/abs/2601.07839v2',
    pdf: 'https://arxiv.org/pdf/2601.07839v2',
    html: 'https://arxiv.org/html/2601.07839v2',
  });
  assert.equal(
    arxivLinks({ id: 'hep-th/9711200', version: 0, url: '' })?.abstract,
    'https://arxiv.org/abs/hep-th/9711200',
  );
  assert.equal(arxivLinks({ id: '', version: 0, url: 'https://example.com' }), null);
});

test('only web addresses become links', () => {
  assert.equal(otherLink('https://example.com/a')?.label, 'example.com');
  for (const url of ['javascript:alert(1)', 'data:text/html,x', '//example.com', 'https://', ''])
    assert.equal(otherLink(url), null, url);
});

test('code links are found in texts, once each, without what only follows them', () => {
  const cases = [
    ['Code: https://github.com/a/b.', ['https://github.com/a/b']],
    ['(github.com/a/b)，见 https://github.com/a/b.git。', ['https://github.com/a/b']],
    [
      'https://huggingface.co/x/y-1.5 and https://gitlab.com/g/h/',
      ['https://huggingface.co/x/y-1.5', 'https://gitlab.com/g/h'],
    ],
    ['\\url{https://github.com/a/b\\_c}', ['https://github.com/a/b_c']],
    ['https://github.com/ and notgithub.com/a/b', []],
    ['https://evilgithub.com/a/b', []],
  ];
  for (const [text, urls] of cases)
    assert.deepEqual(
      codeLinks([text]).map((link) => link.url),
      urls,
      text,
    );
});

test('a name before an @ cannot pass for the host', () => {
  assert.deepEqual(otherLink('https://arxiv.org@evil.example/abs/1'), {
    url: 'https://evil.example/abs/1',
    label: 'evil.example',
  });
  assert.deepEqual(otherLink('https://a.example/@user'), {
    url: 'https://a.example/@user',
    label: 'a.example',
  });
  assert.equal(otherLink('https://arxiv.org\\@evil.example/')?.url, 'https://arxiv.org/@evil.example/');
});
