// The texts that are copied of many papers. Pure functions.
import { arxivLinks, otherLink } from '../../text/links.js';

/** @typedef {import('../../engine/protocol.js').Citation} Citation */

/** The address of the paper's page, or "". @param {Pick<Citation, 'id' | 'version' | 'url'>} paper */
export const addressOf = (paper) => arxivLinks(paper)?.abstract ?? otherLink(paper.url)?.url ?? '';

/** One address a line. @param {readonly Citation[]} papers */
export const linksOf = (papers) => papers.map(addressOf).filter(Boolean).join('\n');

/** Markdown, a paper a line: titles that are links. @param {readonly Citation[]} papers */
export const titlesOf = (papers) =>
  papers
    .map((paper) => {
      const title = paper.title.replace(/\s+/g, ' ').trim();
      const address = addressOf(paper).replace(/[()\s<>]/g, encode);
      return address ? `[${title.replace(/[\\[\]]/g, '\\$&')}](${address})` : title;
    })
    .join('\n');

/** Also what encodeURIComponent leaves. @param {string} character */
const encode = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
