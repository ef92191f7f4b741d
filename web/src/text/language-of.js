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
