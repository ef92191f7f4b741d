// Queries for invented papers: for every real query one of as many words, each about as common, that at
// least one paper answers.
import { isChinese, termsOf } from '../engines/terms.mjs';
import { Random } from '../synthetic/random.mjs';
import { realQueries } from './real.mjs';

/** @typedef {import('../engines/papers.mjs').Paper} Paper */

const candidates = 80;

/** In how many of the papers each term stands. @param {Paper[]} papers */
export function documentFrequencies(papers) {
  /** @type {Map<string, number>} */
  const frequencies = new Map();
  for (const { texts } of papers)
    for (const term of new Set(Object.values(texts).join(' ').split(' ')))
      frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  return frequencies;
}

/** @param {Paper[]} papers @returns {string[]} */
export function drawQueries(papers) {
  const random = new Random(25);
  const frequencies = documentFrequencies(papers);
  /** How far a term or run of characters is from a share, in orders of magnitude. @param {string} word @param {number} share */
  const distance = (word, share) => {
    const rarest = Math.min(...termsOf(word).map((term) => frequencies.get(term) ?? 0));
    return Math.abs(Math.log((rarest + 0.1) / (share * papers.length)));
  };
  return realQueries.map(([text, shares]) => {
    let best = { query: '', far: Infinity };
    for (let i = 0; i < candidates; i++) {
      const drawn = drawFrom(random.pick(papers), text.split(' '), shares, distance);
      if (drawn && drawn.far < best.far) best = drawn;
    }
    return best.query;
  });
}

/**
 * The words of one paper that come nearest to the shares.
 * @param {Paper} paper
 * @param {string[]} pattern the words of a real query
 * @param {number[]} shares
 * @param {(word: string, share: number) => number} distance
 */
function drawFrom(paper, pattern, shares, distance) {
  /** @type {string[]} */
  const chosen = [];
  let far = 0;
  for (const [i, word] of pattern.entries()) {
    const options = (isChinese(word) ? runsOf(paper.tldr, word.length) : englishWords(paper)).filter(
      (option) => !chosen.includes(option),
    );
    if (options.length === 0) return null;
    const distances = options.map((option) => distance(option, shares[i]));
    const nearest = Math.min(...distances);
    chosen.push(options[distances.indexOf(nearest)]);
    far += nearest;
  }
  return { query: chosen.join(' '), far };
}

/** All runs of so many ideographs. @param {string} text @param {number} length */
function runsOf(text, length) {
  const runs = text.match(/\p{Script=Han}+/gu) ?? [];
  return runs.flatMap((run) =>
    Array.from({ length: Math.max(0, run.length - length + 1) }, (_, i) => run.slice(i, i + length)),
  );
}

/** @param {Paper} paper */
const englishWords = ({ texts }) =>
  [...new Set(`${texts.title} ${texts.abstract}`.split(' '))].filter((term) => /^[a-z]{3,}$/.test(term));
