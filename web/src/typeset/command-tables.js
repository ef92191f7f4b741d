// The supported text-mode commands. Any other is shown as written.

/** @typedef {import('./segments.js').Style} Style */

/** Commands that style their only argument. */
/** @type {Map<string, Style>} */
export const STYLES = new Map([
  ['textbf', 'strong'],
  ['textit', 'emph'],
  ['textsl', 'emph'],
  ['emph', 'emph'],
  ['texttt', 'code'],
  ['path', 'code'],
  ['textsc', 'smallcaps'],
  ['underline', 'underline'],
  ['uline', 'underline'],
  ['textsuperscript', 'sup'],
  ['textsubscript', 'sub'],
  ['footnote', 'aside'],
  ['mbox', 'plain'],
  ['hbox', 'plain'],
  ['text', 'plain'],
  ['textrm', 'plain'],
  ['textsf', 'plain'],
  ['textnormal', 'plain'],
  ['textup', 'plain'],
  ['textmd', 'plain'],
  ['mathrm', 'plain'],
  ['mathsf', 'plain'],
  ['num', 'plain'],
]);

/** Switches that style the rest of their group: `{\em …}`. */
/** @type {Map<string, Style>} */
export const SWITCHES = new Map([
  ['em', 'emph'],
  ['it', 'emph'],
  ['itshape', 'emph'],
  ['sl', 'emph'],
  ['bf', 'strong'],
  ['bfseries', 'strong'],
  ['tt', 'code'],
  ['ttfamily', 'code'],
  ['sc', 'smallcaps'],
  ['scshape', 'smallcaps'],
  ['rm', 'plain'],
  ['sf', 'plain'],
]);

/** Commands that stand for characters. Letters swallow the space after them, as in TeX; `{}` ends any command. */
export const LETTERS = new Map([
  ['o', 'ø'],
  ['O', 'Ø'],
  ['l', 'ł'],
  ['L', 'Ł'],
  ['aa', 'å'],
  ['AA', 'Å'],
  ['ae', 'æ'],
  ['AE', 'Æ'],
  ['oe', 'œ'],
  ['OE', 'Œ'],
  ['ss', 'ß'],
  ['i', 'ı'],
]);

export const WORDS = new Map([
  ['ie', 'i.e.'],
  ['eg', 'e.g.'],
  ['etal', 'et al.'],
  ['etc', 'etc.'],
  ['wrt', 'w.r.t.'],
  ['TeX', 'TeX'],
  ['LaTeX', 'LaTeX'],
  ['ldots', '…'],
  ['dots', '…'],
  ['textellipsis', '…'],
  ['deg', '°'],
  ['degree', '°'],
  ['textdegree', '°'],
  ['textendash', '–'],
  ['textemdash', '—'],
  ['textbackslash', '\\'],
  ['textasciitilde', '~'],
  ['textasciicircum', '^'],
  ['textless', '<'],
  ['textgreater', '>'],
  ['textbar', '|'],
  ['textdollar', '$'],
  ['textunderscore', '_'],
  ['textregistered', '®'],
  ['texttrademark', '™'],
  ['textquotesingle', "'"],
  ['textquoteright', '’'],
  ['textquotedblleft', '“'],
  ['textquotedblright', '”'],
  ['copyright', '©'],
  ['pounds', '£'],
  ['euro', '€'],
  ['texteuro', '€'],
  ['textmu', 'µ'],
  ['xspace', ''],
  ['noindent', ''],
]);

/** `\%` and the like. */
export const SYMBOLS = new Map([
  ['%', '%'],
  ['&', '&'],
  ['_', '_'],
  ['#', '#'],
  ['$', '$'],
  ['{', '{'],
  ['}', '}'],
  [' ', ' '],
  ['\n', ' '],
  [',', '\u202f'],
  ['!', ''],
  ['-', ''],
]);
