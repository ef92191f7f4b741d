// Large digests of invented papers, in the grammar of the real ones.

const WORDS = 'sparse neural graph robust quantum optimal flow causal latent adaptive'.split(' ');
const NOUNS = 'networks codes agents kernels operators estimators'.split(' ');
const CATEGORIES = ['cs.LG', 'cs.CL', 'math.CO', 'quant-ph'];

/**
 * @param {object} wish
 * @param {number} wish.papers
 * @param {number} [wish.first]   number of the first id, so that several digests differ
 */
export function makeDigest({ papers, first = 1 }) {
  const sections = CATEGORIES.map((category, index) => {
    const size = Math.floor((papers + index) / CATEGORIES.length);
    return { category, size };
  });
  let number = 0;
  const body = sections.map(({ category, size }) => {
    const entries = Array.from({ length: size }, () => paper(++number, first + number - 1, category));
    return `\n\n<div id='${category}'></div>\n\n# ${category} [[Back]](#toc)\n\n${entries.join('\n\n')}`;
  });
  const contents = sections.map(({ category, size }) => `- [${category}](#${category}) [Total: ${size}]`);
  return `<div id=toc></div>\n\n# Table of Contents\n\n${contents.join('\n')}\n${body.join('\n')}\n`;
}

/**
 * The same papers as JSON Lines, as the tools of the daily-arXiv family write them.
 * @param {{ papers: number, first?: number, summary?: string }} wish summary: none where it is not given
 */
export const makeRecords = ({ papers, first = 1, summary }) =>
  Array.from({ length: papers }, (_, index) => first + index)
    .map((serial) =>
      JSON.stringify({
        id: `2601.${String(serial).padStart(5, '0')}`,
        title: `Paper ${serial}: ${WORDS[serial % WORDS.length]} ${NOUNS[serial % NOUNS.length]}`,
        authors: [`Ada Author${serial % 97}`],
        categories: [CATEGORIES[serial % CATEGORIES.length]],
        abs: `https://arxiv.org/abs/2601.${String(serial).padStart(5, '0')}`,
        summary: `We study setting ${serial}.`,
        ...(summary && { AI: { tldr: summary, motivation: '', method: '', result: '', conclusion: '' } }),
      }),
    )
    .join('\n');

/** @param {number} number @param {number} serial @param {string} category */
function paper(number, serial, category) {
  const word = WORDS[serial % WORDS.length];
  const noun = NOUNS[serial % NOUNS.length];
  return `### [${number}] [Paper ${serial}: ${word} ${noun}](https://arxiv.org/abs/${2601 + Math.floor(serial / 100000)}.${String(serial % 100000).padStart(5, '0')})
*Ada Author${serial % 97},Ben Writer${serial % 89}*

Main category: ${category}

TL;DR: 第${serial}篇虚构论文，用$O(n^{${number % 9}})$的方法研究${word}问题。


<details>
  <summary>Details</summary>
Motivation: 现有做法很慢，第${serial}次尝试。

Method: 用${noun}代替旧的模块，再训练${serial % 13}轮。

Result: 快了${(serial % 7) + 2}倍。

Conclusion: 值得一试。

Abstract: We study ${word} ${noun} in setting ${serial}. A bound of $\\frac{${number}}{n}$ holds for all $n > ${serial % 50}$, and
experiments on ${serial % 31} tasks agree with it.

</details>
`;
}
