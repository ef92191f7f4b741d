// People: some write a paper a month, most one in their life.
import { capitalised, englishWord } from './english.mjs';
import { Random } from './random.mjs';

const families =
  `wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang
  song deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren kim
  lee park nguyen singh kumar sharma garcia müller schmidt`
    .split(/\s+/)
    .map(capitalised);
const givenSyllables =
  `xiao yu wei jing hao yang jia xin yi ming hui jun lei bo tao fei peng kai zhi wen hong ying li qing chao
  dong feng hai jian kun lin long mei ning ping qi rui shan sheng tian xiang xue yan ya yong ze zhen`.split(
    /\s+/,
  );
const people = 400_000;

/** @param {number} person */
function nameOf(person) {
  const random = new Random(person * 7919 + 17);
  const pinyin = random.next() < 0.6;
  const family = pinyin
    ? families[Math.floor(families.length * random.next() ** 2)]
    : madeName(random, 40_000);
  const given = pinyin
    ? capitalised(random.pick(givenSyllables) + (random.next() < 0.7 ? random.pick(givenSyllables) : ''))
    : madeName(random, 4_000);
  return random.next() < 0.1
    ? `${given} ${random.pick('ABCDEFGHJKLMNPRST')}. ${family}`
    : `${given} ${family}`;
}

/** @param {Random} random @param {number} choices */
const madeName = (random, choices) => capitalised(englishWord(Math.floor(choices * random.next() ** 2) * 2));

/** The authors of a paper, as a digest lists them. @param {Random} random */
export function drawAuthors(random) {
  const count = Math.min(12, 1 + Math.floor(random.next() * 5 + random.next() * 5 + random.next() ** 6 * 8));
  const names = [];
  for (let i = 0; i < count; i++) names.push(nameOf(Math.floor(people * random.next() ** 2)));
  return names.join(',');
}
