// Sentences in English and Chinese about a subject.
import { drawChineseRank, lexicon } from './chinese.mjs';
import { capitalised, englishWord, functionWords } from './english.mjs';
import { Random, tabulated, zipf } from './random.mjs';

/** @typedef {{ english: string[], chinese: string[], name: string }} Subject the words a paper returns to */

const drawFunctionWord = tabulated(zipf(functionWords.length, 0.9, 1), 4096);
const drawEnglishRank = zipf(400_000, 1.75, 250);
const formulas = [
  'O(n \\log n)',
  '\\mathbb{R}^{d}',
  '\\epsilon',
  '\\ell_2',
  'x_{t+1}',
  '\\theta',
  'k',
  '10^{-3}',
];

/** @param {Random} random */
const formula = (random) => `$${random.pick(formulas)}$`;
/** @param {Random} random */
const figure = (random) =>
  random.next() < 0.5 ? `${(random.next() * 100).toFixed(1)}%` : String(random.between(2, 2030));

/** @param {Random} random @param {Subject} subject */
function englishToken(random, subject) {
  const dice = random.next();
  if (dice < 0.33) return functionWords[drawFunctionWord(random)];
  if (dice < 0.49) return random.pick(subject.english);
  if (dice < 0.505) return subject.name;
  if (dice < 0.52) return figure(random);
  return englishWord(drawEnglishRank(random));
}

/** @param {Random} random @param {Subject} subject @param {number} words */
export function englishProse(random, subject, words) {
  let text = '';
  for (let left = words; left > 0;) {
    const length = random.between(11, 25);
    text += (text && ' ') + capitalised(englishToken(random, subject));
    for (let i = 1; i < length; i++) {
      text += (random.next() < 0.06 ? ', ' : ' ') + englishToken(random, subject);
    }
    if (random.next() < 0.02) text += ` of ${formula(random)}`;
    text += '.';
    left -= length;
  }
  return text;
}

/** @param {Random} random @param {Subject} subject @param {number} words */
export function title(random, subject, words) {
  let text = random.next() < 0.35 ? `${subject.name}:` : capitalised(random.pick(subject.english));
  for (let i = 1; i < words; i++) {
    const dice = random.next();
    if (dice < 0.2 && i < words - 1) text += ` ${random.pick(['for', 'of', 'with', 'in', 'via', 'and'])}`;
    else if (dice < 0.6) text += ` ${capitalised(random.pick(subject.english))}`;
    else text += ` ${capitalised(englishWord(drawEnglishRank(random)))}`;
  }
  return text;
}

/** @param {Random} random @param {Subject} subject @param {number} characters about as many */
export function chineseProse(random, subject, characters) {
  let text = '';
  let word = 0;
  let comma = random.between(8, 20);
  while (text.length < characters) {
    const dice = random.next();
    if (dice < 0.04) text += random.pick(subject.english);
    else if (dice < 0.055) text += subject.name;
    else if (dice < 0.07) text += figure(random);
    else if (dice < 0.073) text += formula(random);
    else if (dice < 0.32) text += random.pick(subject.chinese);
    else {
      // Half of the words follow from the one before: 提出 … 方法.
      const follows = random.next() < 0.5;
      word = follows
        ? Math.floor(3000 * (((word * 31 + random.below(3)) % 997) / 997) ** 3)
        : drawChineseRank(random);
      text += lexicon[word];
    }
    if (text.length > comma) {
      text += random.next() < 0.7 ? '，' : '。';
      comma = text.length + random.between(8, 20);
    }
  }
  return `${text.replace(/[，。]$/, '')}。`;
}
