// Other ways to type the same queries.
import { isChinese, termsOf } from '../engines/terms.mjs';
import { Random } from '../synthetic/random.mjs';

/** @typedef {import('../engines/engine.mjs').Query} Query */

/** @param {string} text @returns {Query} */
export const whole = (text) => ({ text, terms: termsOf(text) });

/** A query at every moment while its last word is typed, from two letters on. @param {string} text @returns {Query[]} */
export function whileTyping(text) {
  const last = text.lastIndexOf(' ') + 1;
  const moments = [];
  for (let end = Math.min(text.length, last + 2); end <= text.length; end++)
    moments.push({ ...whole(text.slice(0, end)), typing: true });
  return moments;
}

/** One slip in a word: a letter less, more, another, or two swapped. @param {Random} random @param {string} word */
export function misspell(random, word) {
  for (;;) {
    const at = random.below(word.length);
    const letter = String.fromCharCode(97 + random.below(26));
    const kinds = [
      word.slice(0, at) + word.slice(at + 1),
      word.slice(0, at) + letter + word.slice(at),
      word.slice(0, at) + letter + word.slice(at + 1),
      word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2),
    ];
    const slip = random.pick(kinds);
    if (slip !== word) return slip;
  }
}

/** A slip in every word of letters, each with a ~; null for a query without one. @param {Random} random @param {string} text */
export function withTypos(random, text) {
  const words = text.split(' ');
  if (words.some((word) => isChinese(word) || word.length < 3)) return null;
  const slips = words.map((word) => misspell(random, word));
  return { text: slips.map((word) => `${word}~`).join(' '), terms: slips, typos: true };
}
