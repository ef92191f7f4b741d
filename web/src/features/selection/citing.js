// The links that are copied of many papers. Pure functions.
import { arxivLinks, otherLink } from '../../text/links.js';

/** @typedef {import('../../engine/protocol.js').Citation} Citation */

/** The address of the paper's page, or "". @param {Pick<Citation, 'id' | 'version' | 'url'>} paper */
export const addressOf = (paper) => arxivLinks(paper)?.abstract ?? otherLink(paper.url)?.url ?? '';

/** One address a line. @param {readonly Citation[]} papers */
export const linksOf = (papers) => papers.map(addressOf).filter(Boolean).join('\n');
