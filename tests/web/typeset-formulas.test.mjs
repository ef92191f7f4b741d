// What KaTeX makes of formulas under this project's settings.

import assert from 'node:assert/strict';
import test from 'node:test';
import katex from 'katex';
import { katexOptions } from '../../web/src/typeset/formula.js';
import { normalizeTex } from '../../web/src/typeset/normalize-tex.js';

/** @param {string} tex */
const html = (tex, display = false) => katex.renderToString(normalizeTex(tex), katexOptions(display));

/** The characters that a reader sees. @param {string} tex */
function seen(tex) {
  const visible = html(tex).replace(/<span class="katex-mathml">.*?<\/math><\/span>/s, '');
  return visible.replace(/<[^>]*>/g, '').replace(/[\s\u200b]+/g, '');
}

test('a formula carries MathML for assistive technology beside what is painted', () => {
  assert.match(html('x^2'), /<math [^>]*>.*<annotation encoding="application\/x-tex">x\^2<\/annotation>/s);
  assert.match(html('x^2'), /<span class="katex-html" aria-hidden="true">/);
});

test('characters and commands that abstracts use are typeset', () => {
  const sources = [
    ...[
      '\\mathcal{O}(n\\log n)',
      '\\ell_1',
      'α_{\\mathrm{win}}^\\star',
      'ℝ^d',
      'x₁ ≤ y²',
      '\\text{中文}',
      '\\bm{x}',
    ],
    ...[
      '\\mbox{ a }',
      '\\nicefrac{1}{2}',
      '\\mathds{1}',
      '\\mathbbm{1}',
      '\\norm{x}',
      '\\ensuremath{x}',
      '\\textsc{A}',
    ],
    ...[
      '\\text{a_b}',
      '\\texttt{x#1}',
      '\\mathop{\\rm tr}',
      '{\\cal L}',
      'x\\xspace',
      'a\\label{eq:a_b}',
      '\\mathring A',
    ],
  ];
  for (const source of sources) assert.doesNotThrow(() => html(source), source);
});

test('displayed environments are typeset without invented numbers', () => {
  for (const name of ['equation', 'align', 'gather', 'multline', 'eqnarray', 'displaymath', 'equation*']) {
    const out = html(`\\begin{${name}}a=b\\end{${name}}`, true);
    assert.doesNotMatch(out, /class="eqn-num"/, name);
  }
});

test('a bare percent sign is a percent sign, not a comment', () => {
  assert.equal(seen('50%'), '50%');
  assert.equal(seen('50\\%'), '50%');
  assert.equal(seen('\\textbf{2.9%}+1'), '2.9%+1');
});

test('a character given by its number is that character', () => {
  assert.equal(seen('a\\unicode{x2013}b'), 'a–b');
  assert.equal(seen('\\unicode{8212}'), '—');
});

test('letters that JSON escapes took from commands come back', () => {
  const eaten = ['\beta', '\frac12', '\text{a}', '\theta', '\rho', '\varphi', '\x07lpha'];
  for (const source of eaten) assert.doesNotMatch(normalizeTex(source), /[\0-\x1f]/);
  assert.equal(normalizeTex('\beta\theta'), '\\beta\\theta');
  assert.equal(normalizeTex('a\tb\r\nc'), 'a\tb\r\nc');
});

test('a formula cannot link, load, style or define anything outside itself', () => {
  const sources = [
    '\\href{javascript:alert(1)}{x}',
    '\\url{https://a.org}',
    '\\includegraphics{https://a.org/x.png}',
  ];
  for (const source of [
    ...sources,
    '\\htmlStyle{position:fixed}{x}',
    '\\htmlClass{mark}{x}',
    '\\htmlId{a}{x}',
  ]) {
    const out = html(source).replace(/<annotation.*?<\/annotation>/gs, '');
    assert.doesNotMatch(out, /<a\b|<img|href=|src=|position:fixed|class="[^"]*\bmark\b|id=/, source);
  }
  html('\\gdef\\leak{1}\\leak');
  assert.throws(() => html('\\leak'));
});

test('a formula cannot grow without bound', () => {
  assert.throws(() => html('\\def\\a{\\a\\a}\\a'));
  assert.throws(() => html('\\def\\a#1{#1#1}' + '\\a{'.repeat(30) + 'x' + '}'.repeat(30)));
  assert.doesNotMatch(html('\\rule{9999em}{9999em}').replace(/<annotation.*?<\/annotation>/gs, ''), /9999/);
});

test("a formula with its author's private commands is refused, not guessed", () => {
  for (const source of ['\\Syn_Σ', '\\cat{Mat}_R', '\\left(x', 'a_b_c', 'x & y']) {
    assert.throws(() => html(source), source);
  }
});
