// The terms that peers index: those of core/index/terms.h, so that all engines answer the same question.

const ideographs = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const run = new RegExp(`[${ideographs}]+|[[\\p{L}\\p{N}]--[${ideographs}]]+(?:(?<=\\d)\\.\\d+)*`, 'gv');
const isIdeograph = new RegExp(`^[${ideographs}]`, 'v');

/** Case, width and accents do not matter. @param {string} text */
function fold(text) {
  const folded = text.normalize('NFKC').toLowerCase();
  return /[à-ɏ\u0300-\u036fḁ-ỿ]/.test(folded) ? folded.normalize('NFD').replace(/\p{Mn}+/gu, '') : folded;
}

/** Words, and of a run of ideographs every pair of neighbours. @param {string} text */
export function termsOf(text) {
  const terms = [];
  for (const piece of fold(text).match(run) ?? []) {
    if (piece.length < 2 || !isIdeograph.test(piece)) terms.push(piece);
    else for (let i = 0; i + 1 < piece.length; i++) terms.push(piece.slice(i, i + 2));
  }
  return terms;
}

/** @param {string} term */
export const isChinese = (term) => isIdeograph.test(term);
