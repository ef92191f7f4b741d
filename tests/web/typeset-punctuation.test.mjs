import assert from 'node:assert/strict';
import test from 'node:test';
import { boundPunctuation } from '../../web/src/typeset/bound-punctuation.js';
import { segments } from '../../web/src/typeset/segments.js';

test('the punctuation after a short formula stays with it, and nothing else does', () => {
  /** @type {[source: string, bound: string | null][]} */
  const cases = [
    ['$x$, then', ','],
    ['$x$).', ').'],
    ['$x$。然后', '。'],
    ['$u=x_1^m\\in\\mathscr{A}\\subset \\mathscr{X}^+$, let', ','],
    ['$x$ then', null],
    ['$x$-th', null],
    [`$${'x+'.repeat(30)}y$, then`, null],
  ];
  for (const [source, expected] of cases) {
    const [formula, next] = segments(source);
    assert.equal(boundPunctuation(formula, next)?.punctuation.text ?? null, expected, source);
  }
});

test('the two parts of split text still stand for their own source', () => {
  const source = '$x$), then';
  const [formula, next] = segments(source);
  const bound = boundPunctuation(formula, next);
  assert.ok(bound);
  for (const { start, end, text } of Object.values(bound)) assert.equal(source.slice(start, end), text);
});
