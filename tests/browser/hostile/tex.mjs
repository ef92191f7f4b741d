// TeX that tries HTML, links and files, or to grow without bound.

/** @typedef {import('./attacks.mjs').Lure} Lure */

const WORD = 'x'.repeat(60);

/** @param {Lure} lure */
export const texCommands = ({ run, url }) => [
  `$\\href{javascript:${run}}{x}$`,
  `$x\\href{${url}}{y}$`,
  `$\\url{javascript:${run}}$`,
  `$\\includegraphics{${url}}$`,
  `$\\includegraphics[height=9em,alt=x]{${url}} y$`,
  `$\\htmlClass{paper-pane}{x}$`,
  `$\\htmlId{paper-list}{x}$`,
  `$\\htmlStyle{position:fixed;inset:0;background:url(${url})}{x}$`,
  `$\\htmlData{testid=search}{x}$`,
  `$\\html@mathml{x}{y}$`,
  `$\\def\\h{\\href}\\h{javascript:${run}}{x}$`,
  `$\\let\\h\\htmlStyle\\h{position:fixed}{x}$`,
  `$\\csname href\\endcsname{javascript:${run}}{x}$`,
  `$\\expandafter\\href\\expandafter{javascript:${run}}{x}$`,
  `$\\unicode{60}script\\unicode{62}${run}$`,
  `$\\unicode{x202e}x\\unicode{x2066}$`,
  `$\\char"3C script\\char"3E$`,
  `$\\text{<img src=x onerror=${run}>}$`,
  `$\\text{</annotation></math><script>${run}</script>}$`,
  `$\\color{red;background:url(${url})}x$`,
  `$\\textcolor{url(${url})}{x}$`,
  `$\\colorbox{#fff"onmouseover="${run}}{x}$`,
  `$\\rule{9999em}{9999em}$`,
  `$\\kern-9999em x \\raisebox{9999em}{x}$`,
  `$\\hspace{-99999cm}\\smash{x}\\rlap{${WORD}}$`,
  `$\\tag{<b>}x$`,
  `$\\input{/etc/passwd}\\openin1=x\\read1to\\y$`,
  `$\\write18{${run}}$`,
  `$\\catcode\`\\<=13$`,
  `$\\global\\let\\frac\\undefined$`,
  `$\\gdef\\alpha{\\text{lasting}}\\alpha$`,
  `$\\newcommand{\\beta}{lasting}\\beta$`,
  `\\textbf{\\href{javascript:${run}}{\\textit{x}}}`,
  `\\footnote{<script>${run}</script>}`,
  `\\cite{<img src=${url}>}`,
  `{\\color{red} <svg onload=${run}>}`,
  `\\begin{equation}\\href{javascript:${run}}{x}\\end{equation}`,
  `\\[ \\htmlId{x}{y} \\]`,
  `$\\style{color:red;background:url(${url})}{x}$`,
  `$\\require{action}\\toggle{x}{y}\\endtoggle$`,
];

const laugh = (/** @type {string} */ define) =>
  `$${define}\\a{xxxxxxxxxx}${define}\\b{\\a\\a\\a\\a\\a\\a\\a\\a}${define}\\c{\\b\\b\\b\\b\\b\\b\\b\\b}${define}\\d{\\c\\c\\c\\c\\c\\c\\c\\c}\\d\\d\\d\\d$`;
const nest = (/** @type {string} */ open, /** @type {string} */ close, count = 100) =>
  `$${open.repeat(count)}x${close.repeat(count)}$`;

export const texGrowth = () => [
  laugh('\\def'),
  laugh('\\edef'),
  laugh('\\gdef'),
  laugh('\\newcommand'),
  `$\\def\\a{\\a\\a}\\a$`,
  `$\\def\\a#1{\\a{#1#1}}\\a{x}$`,
  `$\\def\\a{\\b}\\def\\b{\\a}\\a$`,
  `$\\let\\a\\a\\a\\def\\x{${WORD}}${'\\x'.repeat(400)}$`,
  `$\\def\\a{${WORD.repeat(10)}}${'\\a'.repeat(290)}$`,
  nest('{', '}', 700),
  nest('\\sqrt{', '}', 200),
  nest('\\frac{', '}{x}', 150),
  nest('x^{', '}', 360),
  nest('\\underline{', '}', 110),
  nest('\\left(', '\\right)', 100),
  nest('\\begin{cases}', '\\end{cases}', 50),
  nest('\\text{$', '$}', 30),
  nest('\\rm', '', 480),
  nest('\\displaystyle', '', 110),
  `$\\begin{matrix}${'&'.repeat(1300)}\\end{matrix}$`,
  `$\\begin{matrix}${'x&'.repeat(300)}${'\\\\x'.repeat(300)}\\end{matrix}$`,
  `$\\begin{array}{${'c|'.repeat(700)}}x\\end{array}$`,
  `$${'\\boxed x'.repeat(180)}$`,
  `$${'\\widehat{xx}'.repeat(120)}$`,
  `$x${"'".repeat(1400)}$`,
  `$\\begin{CD}${'A @>>> B @VVV'.repeat(100)}\\end{CD}$`,
  `${'$x$ '.repeat(2000)}`,
  `${'$$'.repeat(2000)}`,
  `${'$\\frac{1}{'.repeat(2000)}`,
  `${'\\('.repeat(2000)}`,
  `${'{\\bf '.repeat(2000)}`,
  `${'\\textbf{'.repeat(2000)}${'}'.repeat(2000)}`,
  `${'\\begin{align}'.repeat(500)}`,
  `${'"'.repeat(3000)}`,
  `${'`'.repeat(3001)}`,
  `${'https://'.repeat(1500)}`,
  `https://canary.invalid/${'('.repeat(3000)}${')'.repeat(3000)}`,
];

/** JSON Lines: papers with a formula of the growing kind in every field. @param {number} papers */
export function laughingDigest(papers) {
  const attacks = texGrowth().filter((text) => text.startsWith('$') && text.length < 2000);
  return Array.from({ length: papers }, (_, index) => {
    // Each paper's formulas differ, so that none is remembered.
    const text = attacks[index % attacks.length].replace('x', `x_{${index}}`);
    return JSON.stringify({
      id: `2604.${String(index).padStart(5, '0')}`,
      title: text,
      authors: [text],
      categories: [text],
      summary: `${text} ${text}`,
      AI: { tldr: text, motivation: text, method: text, result: text, conclusion: text },
    });
  }).join('\n');
}
