// TeX's accented letters: `\'e`, `\"{u}`, `\c{c}`, `\v s`.

import { matchAt } from './sticky.js';

const MARKS = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['r', '\u030a'],
  ['H', '\u030b'],
  ['v', '\u030c'],
  ['d', '\u0323'],
  ['c', '\u0327'],
  ['k', '\u0328'],
]);
const BRACED = /\\([`'^~=."uvrHdck])\s?\{\\?([A-Za-z])\}/y;
const NAKED = /\\([`'^~=."])\\?([A-Za-z])/y;
const SPACED = /\\([uvHckr]) ([A-Za-z])/y;
const ALONE = /\\([~^])(?:\{\}|(?![A-Za-z{]))/y;

/**
 * The letter at `at`, or null if the characters mean something else (`\"quoted\"`, `\b{eta}`).
 * @param {string} text
 * @param {number} at
 * @returns {{end: number, letter: string} | null}
 */
export function readAccent(text, at) {
  const alone = matchAt(ALONE, text, at);
  if (alone) return { end: at + alone[0].length, letter: alone[1] };
  const naked = matchAt(NAKED, text, at);
  const inWord = /[\p{L}}{]/u.test(text[at - 1] ?? '');
  const found =
    matchAt(BRACED, text, at) ??
    (naked && (inWord || startsWord(text, at, naked)) ? naked : null) ??
    (inWord ? matchAt(SPACED, text, at) : null);
  if (!found) return null;
  const letter = (found[2] + (MARKS.get(found[1]) ?? '')).normalize('NFC');
  return letter.length === 1 ? { end: at + found[0].length, letter } : null;
}

/**
 * @param {string} text
 * @param {number} at
 * @param {RegExpExecArray} naked
 */
function startsWord(text, at, [, accent, letter]) {
  if (accent === '"') return /[AOU]/.test(letter) && !text.slice(at + 3, at + 80).includes('\\"');
  if (accent === '~' || accent === '.' || accent === '=') return false;
  return /[aeiouscznAEIOUSCZN]/.test(letter) && !text.slice(at + 3, at + 80).includes(`\\${accent} `);
}
