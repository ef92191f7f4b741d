// What all engines of the benchmark can do.
import { broadsheet } from './broadsheet.mjs';
import { flexsearch } from './flexsearch.mjs';
import { fts5 } from './fts5.mjs';
import { minisearch } from './minisearch.mjs';

/**
 * @typedef {Object} Query
 * @property {string} text as typed, for Broadsheet
 * @property {string[]} terms for peers
 * @property {boolean} [typing] the last term is a beginning
 * @property {boolean} [typos] every term may be one slip away
 * @property {boolean} [any] one term is enough
 *
 * @typedef {Object} Material
 * @property {{ name: string, bytes: Uint8Array }[]} digests
 * @property {import('./papers.mjs').Paper[]} papers
 *
 * @typedef {Object} Engine
 * @property {(material: Material) => void} add makes it searchable
 * @property {(query: Query) => unknown} search the 50 best and what comes with them
 * @property {(query: Query, material: Material) => string[]} ids of the ten best
 * @property {() => number | undefined} liveBytes undefined: look at the heap of JavaScript
 * @property {() => void} [settle] what makes answers quicker and may take its time; not timed
 * @property {() => void} close
 */

/**
 * @typedef {Object} Kind
 * @property {(folder: string) => Promise<Engine>} create
 * @property {string[]} lacks
 * @property {boolean} inHeap keeps its index in JavaScript's heap, not in memory of its own
 */

/** @type {Record<import('../report/rows.mjs').EngineKey, Kind>} */
export const engines = { broadsheet, fts5, minisearch, flexsearch };

/** The engines that --peers names, Broadsheet first. @param {string} peers */
export function chosenEngines(peers) {
  const names = /** @type {(keyof typeof engines)[]} */ (Object.keys(engines));
  if (peers === 'all') return names;
  return names.filter((name) => name === 'broadsheet' || name === peers);
}
