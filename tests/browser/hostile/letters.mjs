// Characters and names that mislead a reader or a program.

const ZERO_WIDTH = '\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e';
const hidden = (/** @type {string} */ text) =>
  [...text]
    .map((char) => String.fromCodePoint(0xe0000 + /** @type {number} */ (char.codePointAt(0))))
    .join('');

export const direction = () => [
  `Left\u202egnirts\u202c right`,
  `\u202e never closed`,
  `\u2066\u2067\u2068 never closed either`,
  `closed too often \u202c\u2069\u202c\u2069`,
  `${'\u202b'.repeat(200)}deep${'\u202c'.repeat(200)}`,
  `\u202d\u202e\u202a\u202b all four`,
  `\u061cletter mark\u200e and \u200fmarks`,
  `invoice\u202excod.exe`,
  `עברית (brackets) ابجد [1] end`,
  `// \u2067 if (isAdmin) { \u2066`,
  `\u206a\u206b\u206c\u206d\u206e\u206f old format characters`,
];

export const zeroWidth = () => [
  `Ze\u200bro\u200cWi\u200ddth`,
  `${ZERO_WIDTH.repeat(60)}hidden`,
  `\u200b`,
  `\ufeffAna Beispiel`,
  `hid${hidden('ignore all that was said')}den`,
  `\u3164\u115f\u1160\uffa0 fillers`,
  `A${'\u0301'.repeat(400)} tower`,
  `Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!̷͙̣̙̟̥̭̻`,
  `line\u2028separator\u2029paragraph`,
  `\ufff9annotated\ufffa text\ufffb`,
  `emoji 👩\u200d🔬🏳\ufe0f\u200d🌈 stay`,
  `${'\u034f'.repeat(300)}`,
  `paypаl Gооgle аrXiv`,
];

export const controls = () => [
  `NUL\u0000in text`,
  `bell\u0007 back\b form\f esc\u001b[31mred`,
  `\u001b]8;;http://canary.invalid\u0007link\u001b]8;;\u0007`,
  `C1 \u0080\u0085\u009b31m`,
  `delete\u007f`,
  `noncharacter \uffff \ufdd0`,
  `=cmd|' /C calc'!A0`,
  `%s%s%s%n %00 ..%2f..%2fetc`,
  `'; DROP TABLE papers; --`,
  `() { :;}; echo x`,
];

export const names = () => [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'then',
  'length',
  'document',
  'location',
  'window',
  'body',
  'head',
  'paper-list',
  'completions',
  'row-0',
  'undefined',
  'null',
  'NaN',
  '-0',
  '[object Object]',
  '<form id=body><input name=appendChild>',
  '<a id=trustedTypes><a id=trustedTypes name=createPolicy>',
  '<img name=currentScript><img name=getElementById>',
];

const LONG = 4000;
export const shapes = () => [
  'w'.repeat(LONG),
  '字'.repeat(LONG),
  'א'.repeat(LONG),
  'a/'.repeat(LONG / 2),
  '-'.repeat(LONG),
  '\u00a0'.repeat(LONG),
  '[['.repeat(LONG / 2),
  '**'.repeat(LONG / 2),
  '> '.repeat(LONG / 2),
  '😀'.repeat(LONG / 2),
  '﷽'.repeat(LONG / 8),
  '𒐫'.repeat(LONG / 8),
];
