import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import katex from 'katex';
import { setUpDocument } from './support/window.mjs';

/** @type {typeof import('../../web/src/typeset/copying.js')} */
let copying;
const document = setUpDocument();
/** linkedom has none; its nodes serialize themselves. */
class XMLSerializer {
  /** @param {any} node */
  serializeToString = (node) => node.toString();
}
Object.assign(globalThis, { XMLSerializer });
before(async () => (copying = await import('../../web/src/typeset/copying.js')));

const OPTIONS = /** @type {const} */ ({ output: 'htmlAndMathml', throwOnError: true });

/** @param {string[]} paragraphs with formulas between dollars @returns {any} */
function fragmentOf(...paragraphs) {
  const fragment = document.createDocumentFragment();
  for (const text of paragraphs) {
    const paragraph = document.createElement('p');
    text.split(/(\$\$.*?\$\$|\$.*?\$)/).forEach((part) => {
      const displayMode = part.startsWith('$$');
      const holder = document.createElement('span');
      if (!part.startsWith('$')) return paragraph.append(part);
      holder.innerHTML = katex.renderToString(part.replaceAll('$', ''), { ...OPTIONS, displayMode });
      paragraph.append(holder);
    });
    fragment.append(paragraph);
  }
  return fragment;
}

test('a formula is copied once, as its TeX between dollars', () => {
  const text = 'It takes $O(n^2)$ steps, $a<b$.';
  assert.equal(copying.plainTextOf(fragmentOf(text)), text);
});

test('a formula on a line of its own keeps two dollars, and paragraphs stay apart', () => {
  assert.equal(
    copying.plainTextOf(fragmentOf('First $x$.', '$$\\sum_i x_i$$', '第三段。')),
    'First $x$.\n\n$$\\sum_i x_i$$\n\n第三段。'.replaceAll('\n\n', '\n'),
  );
});

test('where formatted text is pasted, it is MathML and nothing else', () => {
  const html = copying.htmlOf(fragmentOf('It takes $O(n^2)$ steps.'));
  assert.match(html, /^<p>It takes <span><math .*<\/math><\/span> steps\.<\/p>$/);
  assert.ok(!html.includes('katex'));
});
