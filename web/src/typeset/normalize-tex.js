// Repairs a formula's source before KaTeX reads it, and defines commands that KaTeX lacks. A JSON reader that took the
// `\b` of `\beta` for an escape has left a control character; inside a formula it can be nothing else. A tab or
// carriage return may also be white space, so what follows decides.
const EATEN =
  /[\u0007\b\f\v](?=[A-Za-z])|\t(?=ext|imes|heta|au\b|ilde|frac|op\b|riangle)|\r(?=ho\b|ight|angle|m\b)/g;
const LETTERS = new Map([
  ['\u0007', 'a'],
  ['\b', 'b'],
  ['\f', 'f'],
  ['\v', 'v'],
  ['\t', 't'],
  ['\r', 'r'],
]);
// MathJax's command for a character by its number, used in some abstracts.
const UNICODE = /\\unicode\s*\{\s*(?:x([0-9a-f]{1,5})|([0-9]{1,6}))\s*\}/gi;
// In TeX a bare percent sign starts a comment; in an abstract it is a percent sign.
const PERCENT = /(\\[^])|%/g;
// MathJax, for which abstracts are written, takes these literally in text; KaTeX rejects them.
const TEXT = /(\\(?:text[a-z]*|mbox|emph)\s*\{)([^{}$\\]*)\}/g;
// Equations in abstracts are not numbered.
const NUMBERED = /\\(begin|end)\{(equation|align|gather)\}/g;
const FOREIGN = /\\(begin|end)\{(?:(eqnarray)|multline|displaymath)\*?\}/g;

/** @param {string} tex */
export function normalizeTex(tex) {
  return tex
    .replace(EATEN, (char) => `\\${LETTERS.get(char)}`)
    .replace(UNICODE, (_, hex, decimal) => `\\text{${character(hex ? parseInt(hex, 16) : Number(decimal))}}`)
    .replace(PERCENT, (found, escaped) => escaped ?? '\\%')
    .replace(TEXT, (_, head, body) => `${head}${body.replace(/[_#&^]/g, textSymbol)}}`)
    .replace(NUMBERED, '\\$1{$2*}')
    .replace(FOREIGN, (_, edge, columns) => `\\${edge}{${columns ? 'align*' : 'gather*'}}`);
}

/** @param {number} code */
function character(code) {
  return code >= 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** @param {string} char */
function textSymbol(char) {
  return char === '^' ? '\\textasciicircum ' : `\\${char}`;
}

/** Commands of packages that KaTeX lacks, mapped to the nearest equivalent. None can grow without bound. */
export const MACROS = {
  '\\mbox': '\\text{#1}',
  '\\textsc': '\\text{#1}',
  '\\ensuremath': '#1',
  '\\label': '\\@firstoftwo{}{#1}',
  '\\protect': '',
  '\\xspace': '',
  '\\nicefrac': '{#1}/{#2}',
  '\\sfrac': '{#1}/{#2}',
  '\\mathds': '\\mathbb{#1}',
  '\\mathbbm': '\\mathbb{#1}',
  '\\abs': '\\left|#1\\right|',
  '\\norm': '\\left\\|#1\\right\\|',
  '\\textsuperscript': '{}^{\\text{#1}}',
  '\\textsubscript': '{}_{\\text{#1}}',
  '\\textdegree': '\\degree',
  '\\textmu': '\\text{µ}',
};
