// What each kind of text reads as. Notation of `expected`: text as it reads; «…» a formula, «« displayed;
// <kind>…</kind> a styled stretch; <a href>…</a>; ¶ a paragraph's end, • the start of a list line.

import assert from 'node:assert/strict';
import test from 'node:test';
import { segments } from '../../web/src/typeset/segments.js';

/** @param {import('../../web/src/typeset/segments.js').Segment[]} list @returns {string} */
function show(list) {
  return list
    .map((segment) => {
      switch (segment.kind) {
        case 'text':
        case 'control':
          return segment.text;
        case 'break':
          return segment.item ? '•' : '¶';
        case 'math':
          return segment.display ? `««${segment.tex}»»` : `«${segment.tex}»`;
        case 'link':
          return `<a ${segment.href}>${show(segment.children)}</a>`;
        case 'plain':
          return show(segment.children);
        default:
          return `<${segment.kind}>${show(segment.children)}</${segment.kind}>`;
      }
    })
    .join('');
}

const NBSP = '\u00a0';

/** @type {Record<string, [source: string, expected: string][]>} */
const TABLES = {
  'finds formulas by every delimiter': [
    ['loss of $O(n \\log n)$ steps', 'loss of «O(n \\log n)» steps'],
    ['a $x$ and $y$ b', 'a «x» and «y» b'],
    ['we prove $$ a = b. $$ Moreover', 'we prove «« a = b. »» Moreover'],
    ['from \\(T\\) episodes', 'from «T» episodes'],
    ['bound \\[\n  D \\ge \\frac12\n\\] holds', 'bound ««\n  D \\ge \\frac12\n»» holds'],
    ['\\begin{equation}a=b\\end{equation}', '««\\begin{equation}a=b\\end{equation}»»'],
    ['$ x $ and $\\alpha$', '« x » and «\\alpha»'],
    ['$\\sim$10% and $>$90%', '«\\sim»10% and «>»90%'],
    ['$10$ or $50\\%$ or $12MP$', '«10» or «50\\%» or «12MP»'],
    ['R$^2$ and T$_1$ and the$n$th', 'R«^2» and T«_1» and the«n»th'],
    ['$\\text{if $x$ then}$ y', '«\\text{if $x$ then}» y'],
    ['$a\nb$ wrapped', '«a\nb» wrapped'],
    ['达到$95\\%$的准确率，且$n=3$', '达到«95\\%»的准确率，且«n=3»'],
    ['$k\\in\\{1,2\\}$', '«k\\in\\{1,2\\}»'],
    ['$\\$5$', '«\\$5»'],
  ],
  'leaves money and stray dollars alone': [
    ['from $5 million to $10 million', 'from $5 million to $10 million'],
    ['costs \\$5 or US$20 and US$30', 'costs $5 or US$20 and US$30'],
    [
      'at most $15 on-demand compute (or $0 on free tiers)',
      'at most $15 on-demand compute (or $0 on free tiers)',
    ],
    ['between $5-$10 or $1,000/$2,000', 'between $5-$10 or $1,000/$2,000'],
    ['it costs $5 for each $x$ here', 'it costs $5 for each «x» here'],
    ['费用为$5，而另一个为$10。', '费用为$5，而另一个为$10。'],
    ['run $HOME/bin', 'run $HOME/bin'],
    ['an unclosed $x + y', 'an unclosed $x + y'],
    ['unclosed $x and then $y$ closed', 'unclosed $x and then «y» closed'],
    ['$a\n\nb$', '$a¶b$'],
    ['$$ and $$$', '$$ and $$$'],
    ['$$', '$$'],
    ['a $word and more words here/there$ b', 'a $word and more words here/there$ b'],
    ['a $ b', 'a $ b'],
    ['\\[12\\]', '\\[12\\]'],
    ['\\(x', '\\(x'],
  ],
  'reads the escapes': [
    ['5\\% of R\\&D, a\\_b, \\#1', '5% of R&D, a_b, #1'],
    ['43\\,dB and vs.\\ others', '43\u202fdB and vs. others'],
    ['\\{a, b\\}', '{a, b}'],
    ['C:\\temp\\new', 'C:\\temp\\new'],
    ['\\\\alpha', '\\\\alpha'],
    ['ends in \\', 'ends in \\'],
  ],
  'does not read Markdown or plain mathematics': [
    ['a_i * b_j ** c __d__ and `code`', 'a_i * b_j ** c __d__ and `code`'],
    ['# not a heading <think>no tag</think> &amp;', '# not a heading <think>no tag</think> &amp;'],
    ['[text](target) and {0.4, 0.6} and N_{2k}', '[text](target) and {0.4, 0.6} and N_{2k}'],
  ],
  'reads styles': [
    [
      '\\textbf{B}, \\emph{(i)} and {\\it et al.}',
      '<strong>B</strong>, <emph>(i)</emph> and <emph>et al.</emph>',
    ],
    ['\\textbf{a \\textsc{b} $c$}', '<strong>a <smallcaps>b</smallcaps> «c»</strong>'],
    ['\\texttt{a\\_b} {\\bf x} {\\tt y}', '<code>a_b</code> <strong>x</strong> <code>y</code>'],
    ['M\\textsuperscript{3}FD \\textsubscript{50}', 'M<sup>3</sup>FD <sub>50</sub>'],
    ['\\underline{S}elf \\uline{M}ine', '<underline>S</underline>elf <underline>M</underline>ine'],
    ['\\mbox{step-size} \\textcolor{red}{now}', 'step-size now'],
    ['model~\\footnote{See X.}', 'model<aside> (See X.)</aside>'],
    ['\\textbf{never closed', '\\textbf{never closed'],
    ['\\textbf{one\n\ntwo}', '\\textbf{one¶two}'],
    ['\\textbf x', '\\textbf x'],
  ],
  'shows unknown commands as written': [
    ['we propose \\method{}, \\ours, \\rev{a \\% b}', 'we propose \\method{}, \\ours, \\rev{a % b}'],
    ['{\\tracker} beats', '{\\tracker} beats'],
    ['\\b{eta} and \\ref{x}', '\\b{eta} and \\ref{x}'],
  ],
  'reads words and references': [
    ['\\eg synthetic, \\ie., \\etal', 'e.g. synthetic, i.e., et al.'],
    ['X\\xspace and 360{\\deg}', 'X and 360°'],
    ['by~\\cite{GW}, \\citep[Thm. 3]{A,B}\\label{x}', `by${NBSP}[GW], [A,B, Thm. 3]`],
  ],
  'composes accents': [
    ['\\\'e \\\'{e} \\`a {\\"u} l\\"ul\\"upu \\c{c} \\v{s} se\\~nor', 'é é à ü lülüpu ç š señor'],
    [
      'Erd\\H{o}s, M\\"obius, Gr\\"{o}bner, Poincar\\\'e, na\\"{\\i}ve',
      'Erdős, Möbius, Gröbner, Poincaré, naïve',
    ],
    ['\\o re, {\\o}re, Stra\\ss e, \\L{}ukasz', 'øre, øre, Straße, Łukasz'],
    ['he said \\"yes\\" to it', 'he said \\"yes\\" to it'],
    ['of \\~8B', 'of ~8B'],
  ],
  'sets quotes and dashes': [
    ["``liked'' and ``wholes\" and `veto' mechanism", '“liked” and “wholes” and ‘veto’ mechanism'],
    ["it's ``open", "it's ``open"],
    ['2--3, speed--accuracy, one -- two, a---b', '2–3, speed–accuracy, one – two, a—b'],
    ['--flag and x --> y and ---- and <!-- c -->', '--flag and x --> y and ---- and <!-- c -->'],
  ],
  'ties only what TeX ties': [
    ['Fig.~1, Table~2, Theorem~A', `Fig.${NBSP}1, Table${NBSP}2, Theorem${NBSP}A`],
    ['0.19~MB and Attention~(CA)', `0.19${NBSP}MB and Attention${NBSP}(CA)`],
    ['at most~$s$ on RTX~3090', `at most${NBSP}«s» on RTX${NBSP}3090`],
    ['\\model~shows', `\\model${NBSP}shows`],
    [
      'about ~5%, 1.5~1.8x, AUC~0.815, 其~12B, ~/bin, y~N(0,1)',
      'about ~5%, 1.5~1.8x, AUC~0.815, 其~12B, ~/bin, y~N(0,1)',
    ],
  ],
  'links web addresses and nothing else': [
    ['see https://a.org/x.', 'see <a https://a.org/x>https://a.org/x</a>.'],
    ['(https://a.org/b_(c)) x', '(<a https://a.org/b_(c)>https://a.org/b_(c)</a>) x'],
    ['代码见https://a.org/x。谢谢', '代码见<a https://a.org/x>https://a.org/x</a>。谢谢'],
    ['https://a.org/p\\_q~r', '<a https://a.org/p_q~r>https://a.org/p_q~r</a>'],
    ['\\url{https://a.org/~b}', '<a https://a.org/~b>https://a.org/~b</a>'],
    ['\\href{https://a.org/}{the \\emph{code}}', '<a https://a.org/>the <emph>code</emph></a>'],
    ['$\\href{https://a.org/}{\\text{here}}$.', '<a https://a.org/>here</a>.'],
    ['\\url{http://a"b=1}', '<code>http://a"b=1</code>'],
    ['\\href{Name}{https://a.org/}', '<a https://a.org/>Name</a>'],
    ['\\href{https://a.org/}{https://b.org/}', '<a https://a.org/>https://b.org/ (a.org)</a>'],
    ['\\href{javascript:alert(1)}{x} \\url{data:text/html,x}', 'x <code>data:text/html,x</code>'],
    ['javascript:alert(1) ftp://a.org http:// https://', 'javascript:alert(1) ftp://a.org http:// https://'],
  ],
  'ends paragraphs and list lines, joins hard wraps': [
    ['one\ntwo', 'one two'],
    ['一行\n二行', '一行二行'],
    ['one\n  two\n\nthree\r\n\r\nfour', 'one¶two¶three¶four'],
    ['1. a\n2. b\n3. c', '•1. a•2. b•3. c'],
    ['Two parts:\n- a\n  b\n- c', 'Two parts:•- a¶b•- c'],
    ['in Section\n3. We show', 'in Section 3. We show'],
    ['包括：\n1）甲\n2）乙', '包括：•1）甲•2）乙'],
  ],
  'shows control characters and does not obey them': [
    ['a\u0000b\u001bc\u007f\ufffd', 'a␀b␛c␡\ufffd'],
    ['a\u202eb\u2066c', 'a[U+202E]b[U+2066]c'],
    ['\\cite{\u202e}', '[[U+202E]]'],
  ],
  'shows characters without width, a run of one as one sign': [
    ['arx\u200biv', 'arx[U+200B]iv'],
    [`a${'\u2060'.repeat(40)}b`, 'a[U+2060 ×40]b'],
    ['a\u{e0041}\u{e0041}b', 'a[U+E0041 ×2]b'],
    ['a\u200db', 'a[U+200D]b'],
  ],
  'leaves joiners and marks of direction where a script has use for them': [
    ['👩\u200d🔬', '👩\u200d🔬'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['क\u200dष', 'क\u200dष'],
    ['שלום\u200f!', 'שלום\u200f!'],
  ],
  'says to which host a link leads where its label seems to name another': [
    [
      '\\href{https://evil.example/}{https://arxiv.org/abs/1}',
      '<a https://evil.example/>https://arxiv.org/abs/1 (evil.example)</a>',
    ],
    ['\\href{https://evil.example/}{arxiv.org}', '<a https://evil.example/>arxiv.org (evil.example)</a>'],
    [
      '\\href{https://arxiv.org.evil.example/}{arxiv.org}',
      '<a https://arxiv.org.evil.example/>arxiv.org (arxiv.org.evil.example)</a>',
    ],
    [
      '\\href{https://\u0430rxiv.org/}{\u0430rxiv.org}',
      '<a https://xn--rxiv-43d.org/>\u0430rxiv.org (xn--rxiv-43d.org)</a>',
    ],
    ['\\url{https://\u0430rxiv.org/}', '<a https://xn--rxiv-43d.org/>https://xn--rxiv-43d.org/</a>'],
    ['\\href{https://arxiv.org/abs/1}{arxiv.org/abs/1}', '<a https://arxiv.org/abs/1>arxiv.org/abs/1</a>'],
    ['\\href{https://a.org/}{v1.0 of e.g. the code}', '<a https://a.org/>v1.0 of e.g. the code</a>'],
  ],
  'links no address that names somebody before an @': [
    ['https://arxiv.org@evil.example/', 'https://arxiv.org@evil.example/'],
    ['\\href{https://arxiv.org@evil.example/}{x}', 'x'],
  ],
};

for (const [claim, table] of Object.entries(TABLES)) {
  test(claim, () => {
    for (const [source, expected] of table) assert.equal(show(segments(source)), expected, source);
  });
}

test('an empty text has no segments and a plain text has one', () => {
  assert.deepEqual(segments(''), []);
  assert.deepEqual(segments('plain, 中文'), [{ kind: 'text', start: 0, end: 9, text: 'plain, 中文' }]);
});
