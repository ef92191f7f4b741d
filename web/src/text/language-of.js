const JAPANESE = /[\u3040-\u30ff]/;
const KOREAN = /[\uac00-\ud7af\u1100-\u11ff]/;
const HAN = /\p{Script=Han}/u;

/**
 * The language of a piece of digest text, for fonts, line breaking and screen readers. Two Chinese words in an English
 * title still need a Chinese font, so one character decides.
 * @param {string} text
 */
export const languageOf = (text) =>
  JAPANESE.test(text) ? 'ja' : KOREAN.test(text) ? 'ko' : HAN.test(text) ? 'zh-Hans' : 'en';

/** @typedef {'en' | 'zh' | 'ja' | 'ko'} MainLanguage */

/** What is read of a text tells its language. */
const ENOUGH = 2000;
/** An ideograph, kana or syllable says about as much as so many Latin letters. */
const LETTERS = 4;

/**
 * The language that most of a text is in, by the same rule as in the core (core/index/paper_facts.cc).
 * @param {string} text @returns {MainLanguage}
 */
export function mainLanguage(text) {
  const read = text.slice(0, ENOUGH);
  /** @param {RegExp} letters */
  const count = (letters) => read.match(letters)?.length ?? 0;
  const latin = count(/[A-Za-z\u00c0-\u024f]/g);
  const han = count(/[\u3400-\u9fff\uf900-\ufaff]/g);
  const kana = count(/[\u3041-\u30ff]/g);
  const hangul = count(/[\uac00-\ud7a3\u1100-\u11ff]/g);
  const all = han + kana + hangul;
  if (all === 0 || all * LETTERS < latin) return 'en';
  if (hangul > han + kana) return 'ko';
  return kana * 5 > han ? 'ja' : 'zh';
}
