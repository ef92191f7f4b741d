// Invented digests in the reference dialect, one a day, that resemble real ones in what an index notices:
// bytes and distinct terms a paper, and how the vocabulary grows (`node tests/bench/synthetic/check.mjs`).
import { drawAuthors } from './names.mjs';
import { chineseProse, englishProse, title } from './prose.mjs';
import { Random } from './random.mjs';
import { coinedName, drawTopic } from './topics.mjs';

const papersOfDays = [200, 150, 100, 175]; // again and again
const millisecondsPerDay = 86_400_000;

/** @typedef {{ name: string, bytes: Uint8Array, papers: number }} DigestFile */

/** Breaks lines as authors do who write in a terminal. @param {string} text */
const hardWraps = (text) => text.replace(/(.{60,78}) /g, '$1\n');

/** @param {Random} random @param {string} id */
function paper(random, id) {
  const topic = drawTopic(random);
  const some = (/** @type {string[]} */ words) => Array.from({ length: 9 }, () => random.pick(words));
  const subject = { english: some(topic.english), chinese: some(topic.chinese), name: coinedName(random) };
  const abstract = englishProse(random, subject, random.between(125, 215));
  const text = `[${title(random, subject, random.between(8, 12))}](https://arxiv.org/abs/${id})
*${drawAuthors(random)}*

Main category: ${topic.category}

TL;DR: ${chineseProse(random, subject, random.between(50, 90))}


<details>
  <summary>Details</summary>
Motivation: ${chineseProse(random, subject, random.between(55, 105))}

Method: ${chineseProse(random, subject, random.between(65, 145))}

Result: ${chineseProse(random, subject, random.between(50, 115))}

Conclusion: ${chineseProse(random, subject, random.between(50, 95))}

Abstract: ${random.next() < 0.22 ? hardWraps(abstract) : abstract}

</details>

`;
  return { category: topic.category, text };
}

/** @param {number} day counted from 1 January 2024 @returns {DigestFile} */
export function digest(day) {
  const random = new Random(day);
  const papers = papersOfDays[day % papersOfDays.length];
  const date = new Date(Date.UTC(2024, 0, 1) + day * millisecondsPerDay).toISOString().slice(0, 10);
  const month = date.slice(2, 4) + date.slice(5, 7);
  /** @type {Map<string, string[]>} */
  const sections = new Map();
  for (let i = 1; i <= papers; i++) {
    const { category, text } = paper(random, `${month}.${date.slice(8)}${String(i).padStart(3, '0')}`);
    sections.set(category, [...(sections.get(category) ?? []), text]);
  }
  let markdown = '<div id=toc></div>\n\n# Table of Contents\n\n';
  for (const [category, texts] of sections)
    markdown += `- [${category}](#${category}) [Total: ${texts.length}]\n`;
  let number = 0;
  for (const [category, texts] of sections) {
    markdown += `\n\n<div id='${category}'></div>\n\n# ${category} [[Back]](#toc)\n\n`;
    markdown += texts.map((text) => `### [${++number}] ${text}`).join('\n');
  }
  return { name: `${date}.md`, bytes: new TextEncoder().encode(markdown), papers };
}
