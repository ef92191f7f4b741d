// What a digest says about itself, read in the simplest way: the oracle for what the page shows.

/** @typedef {{ number: number, title: string, url: string, authors: string[], category: string, text: string }} Paper */

/** @param {string} text @returns {Record<string, number>} papers announced, by category */
export const contentsOf = (text) =>
  Object.fromEntries(
    [...text.matchAll(/^- \[(.+)\]\(#.+\) \[Total: (\d+)\]$/gm)].map(([, name, total]) => [
      name,
      Number(total),
    ]),
  );

/** @param {string} text @returns {Paper[]} `text` of each is all of it, from the heading on */
export const papersOf = (text) =>
  text
    .split(/^(?=### \[\d+\] \[)/m)
    .slice(1)
    .map((part) => {
      const [, number, title, url] = /** @type {RegExpMatchArray} */ (
        part.match(/^### \[(\d+)\] \[(.*)\]\((.*)\)$/m)
      );
      return {
        number: Number(number),
        title,
        url,
        authors: (part.match(/^\*(.*)\*$/m)?.[1] ?? '').split(',').map((name) => name.trim()),
        category: part.match(/^Main category: (.*)$/m)?.[1] ?? '',
        text: part,
      };
    });

/** @param {string} text */
export const paperCountOf = (text) => text.match(/^### \[[0-9]*\] \[/gm)?.length ?? 0;

/** The arXiv ids, without versions, of the papers that headings announce. @param {string} text */
export const arxivIdsOf = (text) =>
  [...text.matchAll(/^### \[[0-9]*\] \[.*\]\(https?:\/\/arxiv\.org\/abs\/([^v)]+)(?:v[0-9]+)?\)\s*$/gm)].map(
    (m) => m[1],
  );
