// What a paper is about: the words it returns to. Papers of a topic share some, which is why queries of
// several words find anything.
import { capitalised, englishWord } from './english.mjs';
import { drawChineseRank, lexicon } from './chinese.mjs';
import { Random, zipf } from './random.mjs';

const categories = ['cs.CV', 'cs.CL', 'cs.AI', 'cs.LG', 'cs.RO', 'cs.IT', 'cs.CR', 'cs.SE', 'cs.HC', 'cs.GT'];
categories.push('cs.GR', 'cs.CE');
const topicsPerCategory = 40;
const drawTopicWord = zipf(30_000, 1.2, 60);

/** @param {Random} random */
function chinesePhrase(random) {
  const word = () => lexicon[20 + Math.floor(drawChineseRank(random) * 0.9)];
  return random.next() < 0.6 ? word() + word() : word();
}

/**
 * @typedef {{ category: string, english: string[], chinese: string[] }} Topic
 * @type {Topic[]}
 */
const topics = [];
for (const category of categories) {
  for (let i = 0; i < topicsPerCategory; i++) {
    const random = new Random(topics.length + 1);
    const english = Array.from({ length: 30 }, () => englishWord(drawTopicWord(random)));
    const chinese = Array.from({ length: 30 }, () => chinesePhrase(random));
    topics.push({ category, english, chinese });
  }
}

/** Large categories come first. @param {Random} random */
export function drawTopic(random) {
  const category = Math.floor(categories.length * random.next() ** 2.2);
  return topics[category * topicsPerCategory + Math.floor(topicsPerCategory * random.next() ** 1.5)];
}

/** The name of a thing that one paper introduces: `TransMod-3`. @param {Random} random */
export function coinedName(random) {
  const part = () => capitalised(englishWord(random.below(20_000) * 2));
  const name = part() + part().slice(0, random.between(3, 5));
  return random.next() < 0.2 ? `${name}-${random.between(2, 9)}` : name;
}
