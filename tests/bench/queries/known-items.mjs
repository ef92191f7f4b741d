// Queries made from papers, as someone types them who remembers the paper.
import { termsOf } from '../engines/terms.mjs';
import { Random } from '../synthetic/random.mjs';
import { documentFrequencies } from './drawn.mjs';
import { greekIn, linkTo, nameAs } from './spellings.mjs';
import { misspell, whole } from './variants.mjs';

/**
 * @typedef {import('../engines/papers.mjs').Paper} Paper
 * @typedef {{ kind: keyof typeof kinds, id: string, title: string, query: import('../engines/engine.mjs').Query }} KnownItem
 */

export const kinds = {
  title: 'three rare words of the title',
  typo: 'the same with a typo in one',
  chinese: '6 to 10 characters of the TL;DR',
  author: 'family name and two title words',
  link: 'the link, in ten forms',
  name: 'an author in four forms, and two title words',
  greek: 'a Greek letter of title or abstract in three forms, and two title words',
};

/** @param {Paper[]} papers one an id @param {number} count papers to make queries of */
export function knownItems(papers, count) {
  const random = new Random(10);
  const frequencies = documentFrequencies(papers);
  const frequency = (/** @type {string} */ word) => frequencies.get(word) ?? 0;
  /** @type {KnownItem[]} */
  const items = [];
  // The kinds below have a source of chance of their own: the queries of the others stay as they were measured.
  const other = new Random(11);
  for (const [number, paper] of sample(random, papers, count).entries()) {
    /** @param {keyof typeof kinds} kind @param {string | null} text */
    const add = (kind, text) => {
      if (text === null) return;
      const query = { ...whole(text), ...(kind === 'typo' && { typos: true, any: true }) };
      items.push({ kind, id: paper.id, title: paper.title, query });
    };
    const words = shownWords(paper).filter((word) => /^[a-z0-9]{2,}$/.test(word));
    const rare = rarest(words, frequency);
    add('title', rare && rare.join(' '));
    add('typo', rare && withOneTypo(random, rare));
    add('chinese', chineseRun(random, paper.tldr));
    add('author', authorAndTitle(random, paper, words));
    add('link', linkTo(paper.id, number));
    add('name', nameAndTitle(other, paper, words, number));
  }
  return [...items, ...greekItems(papers, count)];
}

/** The words of the title: nobody remembers `texttt`. @param {Pick<Paper, 'title' | 'texts'>} paper */
const shownWords = ({ title, texts }) =>
  [...new Set(texts.title.split(' '))].filter((word) => !title.includes(`\\${word}`));

/** Few papers have a Greek letter: of those that do, not of the sample. @param {Paper[]} papers @param {number} count @returns {KnownItem[]} */
function greekItems(papers, count) {
  const random = new Random(12);
  const greek = papers.flatMap(({ id, title, abstract, texts }) => {
    const letter = greekIn(title) ?? greekIn(abstract);
    const words = shownWords({ title, texts }).filter(
      (word) => /^[a-z]{4,}$/.test(word) && word !== letter?.name,
    );
    return letter && words.length >= 2 ? [{ id, title, forms: letter.forms, words }] : [];
  });
  return sample(random, greek, count).flatMap(({ id, title, forms, words }) => {
    const two = sample(random, words, 2);
    return forms.map((form) => ({ kind: 'greek', id, title, query: whole([form, ...two].join(' ')) }));
  });
}

/** @template T @param {Random} random @param {T[]} list @param {number} count */
function sample(random, list, count) {
  const rest = [...list];
  const taken = Math.min(count, rest.length);
  for (let i = 0; i < taken; i++) {
    const other = i + random.below(rest.length - i);
    [rest[i], rest[other]] = [rest[other], rest[i]];
  }
  return rest.slice(0, taken);
}

/** The three rarest, as they stand in the title. @param {string[]} words @param {(word: string) => number} frequency */
function rarest(words, frequency) {
  if (words.length < 3) return null;
  const three = [...words].sort((a, b) => frequency(a) - frequency(b)).slice(0, 3);
  return words.filter((word) => three.includes(word));
}

/** @param {Random} random @param {string[]} words */
function withOneTypo(random, words) {
  const long = words.filter((word) => /^[a-z]{5,}$/.test(word));
  if (long.length === 0) return null;
  const chosen = random.pick(long);
  return words.map((word) => (word === chosen ? misspell(random, word) : word)).join(' ');
}

/** @param {Random} random @param {string} text */
function chineseRun(random, text) {
  const runs = text.match(/\p{Script=Han}{6,}/gu);
  if (!runs) return null;
  const run = random.pick(runs);
  const length = Math.min(run.length, random.between(6, 10));
  const begin = random.below(run.length - length + 1);
  return run.slice(begin, begin + length);
}

/** @param {Random} random @param {Paper} paper @param {string[]} words of the title @param {number} number the form of the name */
function nameAndTitle(random, { author }, words, number) {
  const name = nameAs(author, number);
  const long = words.filter((word) => word.length > 3);
  return name && long.length >= 2 ? [name, ...sample(random, long, 2)].join(' ') : null;
}

/** @param {Random} random @param {Paper} paper @param {string[]} words of the title */
function authorAndTitle(random, { author }, words) {
  const family = author.trim().split(/\s+/).pop();
  const long = words.filter((word) => word.length > 3);
  if (!family || termsOf(family).length !== 1 || long.length < 2) return null;
  return [family, ...sample(random, long, 2)].join(' ');
}
