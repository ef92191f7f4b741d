// All attacks by family, and the digests that carry them through every field.
import { documents, styles, vectors } from './embedded.mjs';
import { controls, direction, names, shapes, zeroWidth } from './letters.mjs';
import { addresses, linkTexts } from './links.mjs';
import { markdown } from './grammar.mjs';
import { handlers, scripts } from './markup.mjs';
import { texCommands, texGrowth } from './tex.mjs';

/**
 * What an attack tries: to run a piece of JavaScript (without quotes, so that it stands anywhere), or to have an
 * address fetched.
 * @typedef {{ run: string, url: string }} Lure
 */

export const RUN = 'window.pwned=1;alert(1)';

/** @type {Record<string, (lure: Lure) => string[]>} */
const FAMILIES = {
  'script tags': scripts,
  'event handlers and loads': handlers,
  'SVG and MathML': vectors,
  CSS: styles,
  'frames, forms and other elements': documents,
  'link addresses': addresses,
  'links in texts': linkTexts,
  'TeX commands': texCommands,
  'TeX that grows': texGrowth,
  'direction of writing': direction,
  'zero width and look-alikes': zeroWidth,
  'control characters and shells': controls,
  'names that programs know': names,
  'shapes of words': shapes,
  'Markdown and the digest’s own grammar': markdown,
};

/** @typedef {{ family: string, text: string }} Attack */

/** @param {string} url that nobody may fetch @returns {Attack[]} */
export const attacksWith = (url) =>
  Object.entries(FAMILIES).flatMap(([family, make]) =>
    make({ run: RUN, url }).map((text) => ({ family, text })),
  );

/** The paper that must be found whatever is around it. */
export const CLEAN_WORD = 'unharmedness';
const clean = (/** @type {string} */ id) => ({
  id,
  abs: `https://arxiv.org/abs/${id}`,
  title: `A plain paper on ${CLEAN_WORD}`,
  authors: ['Ana Beispiel'],
  categories: ['cs.CR'],
  summary: 'Nothing happens.',
  AI: { tldr: 'Nothing.' },
});

/** JSON Lines: each attack in every field of a paper, its address and the name of a key too. @param {Attack[]} attacks */
export function jsonDigest(attacks) {
  const papers = attacks.map(({ text }, index) => ({
    title: `${index} ${text}`,
    url: text,
    authors: [text, `${text}, Jr.`],
    categories: [text],
    summary: `see ${text} end`,
    AI: { tldr: text, motivation: text, method: text, result: text, conclusion: text },
    [text]: text,
  }));
  return [...papers, clean('2601.99999')].map((paper) => JSON.stringify(paper)).join('\n');
}

/** Dialect R: each attack in every field of a paper, its address too. @param {Attack[]} attacks */
export function markdownDigest(attacks) {
  const papers = attacks.map(({ text }, index) => {
    const line = text.replace(/[\r\n]+/g, ' ');
    return paper(index + 1, `${index} ${line}`, line, line, text);
  });
  const title = `A plain paper on ${CLEAN_WORD}`;
  const last = paper(papers.length + 1, title, 'https://arxiv.org/abs/2601.99998', 'cs.CR', 'Nothing.');
  return `# cs.CR [[Back]](#toc)\n\n${[...papers, last].join('\n\n')}`;
}

/** @param {number} number @param {string} title @param {string} link @param {string} line @param {string} text */
const paper = (number, title, link, line, text) => `### [${number}] [${title}](${link})
*${line},Bo Probe*

Main category: ${line}

TL;DR: ${text}


<details>
  <summary>Details</summary>
Motivation: ${text}

Method: ${text}

Result: ${text}

Conclusion: ${text}

Keywords: ${line}

Abstract: ${text}

</details>
`;

/**
 * Small digests whose names are attacks, for a zip: a file system would refuse most of them. Without those that
 * hold an `@`: the core takes what follows the last one for the digest's name, and does not find their papers.
 * @param {Attack[]} attacks
 * @returns {Record<string, string>}
 */
export const namedFiles = (attacks) =>
  Object.fromEntries(
    attacks
      .filter(({ text }) => text.length < 60 && !text.includes('@'))
      .map(({ text }, index) => [
        `${text}.jsonl`,
        JSON.stringify({ ...clean(`2603.${String(index).padStart(5, '0')}`), title: `Named ${index}` }),
      ]),
  );

/** Bibliographies with each attack in every field and in their names. @param {string[]} texts @returns {Record<string, string>} */
export function collectionFiles(texts) {
  const quoted = (/** @type {string} */ text) => `"${text.replaceAll('"', '""')}"`;
  const line = (/** @type {string} */ text) => text.replaceAll(/[\r\n]/g, ' ');
  return {
    'x" onmouseover=alert(1) .bib': texts
      .map(
        (text, n) => `@misc{${n}, title = {${text}}, author = {${text}}, url = {${text}}, year = {${text}}}`,
      )
      .join('\n'),
    '<b>refs.ris': texts
      .map((text) => `TY  - JOUR\nTI  - ${line(text)}\nAU  - ${line(text)}\nUR  - ${line(text)}\nER  - `)
      .join('\n'),
    'table.csv': `Title,Authors,URL\n${texts.map((text) => [text, text, text].map(quoted).join(',')).join('\n')}\n`,
    'items.json': JSON.stringify(
      texts.map((text) => ({
        type: 'article',
        title: text,
        author: [{ family: text, given: text }],
        issued: { raw: text },
        URL: text,
      })),
    ),
  };
}
