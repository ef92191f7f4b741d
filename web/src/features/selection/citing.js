// The links that are copied of many papers. Pure functions.
import { addressOf } from '../../text/links.js';

/** @typedef {import('../../engine/protocol.js').Citation} Citation */

/** One address a line. @param {readonly Citation[]} papers */
export const linksOf = (papers) => papers.map(addressOf).filter(Boolean).join('\n');
