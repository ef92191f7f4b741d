// What is copied of many papers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linksOf } from '../../web/src/features/selection/citing.js';

/** @param {Partial<import('../../web/src/engine/protocol.js').Citation>} paper */
const cite = (paper) => ({ work: '', key: '', title: 'A title', id: '', version: 0, url: '', ...paper });

test('links are one a line, with the version that the digest names, and papers without one are left out', () => {
  const papers = [
    cite({ id: '2601.00001', version: 2 }),
    cite({}),
    cite({ url: 'https://example.org/a' }),
    cite({ url: 'javascript:alert(1)' }),
  ];
  assert.equal(linksOf(papers), 'https://arxiv.org/abs/2601.00001v2\nhttps://example.org/a');
});
