// How long an answer takes: all words, the last word half typed, every word with a slip.
import { engines } from '../engines/engine.mjs';
import { whileTyping, whole, withTypos } from '../queries/variants.mjs';
import { below, row, times } from '../report/rows.mjs';
import { median, percentile } from '../report/statistics.mjs';
import { Random } from '../synthetic/random.mjs';
import { timeInTurns } from '../turns.mjs';

/**
 * @typedef {import('../session.mjs').Session} Session
 * @typedef {import('../engines/engine.mjs').Query} Query
 * @typedef {import('../report/rows.mjs').GoalOf} GoalOf
 */

/** @param {Session} session @param {{ rounds: number, budget: number }} limits */
export async function measureQuerying(session, limits) {
  const random = new Random(1);
  const peers = [times(10, 'fts5'), times(100, 'minisearch')];
  const typos = session.queries.map((text) => withTypos(random, text)).filter((query) => query !== null);
  const all = await measure(
    'all words',
    session.queries.map(whole),
    '',
    [below(0.2), ...peers],
    [below(2), ...peers],
  );
  const typing = await measure(
    'while typing',
    session.queries.flatMap(whileTyping),
    'typing',
    [],
    [below(5)],
  );
  const slips = await measure('a typo a word', typos, 'typos', [], [below(15)]);
  return [...all, ...typing, ...slips];

  /**
   * @param {string} what
   * @param {Query[]} queries
   * @param {string} needs what not every engine can do
   * @param {GoalOf[]} medianGoals
   * @param {GoalOf[]} lastGoals
   */
  async function measure(what, queries, needs, medianGoals, lastGoals) {
    /** @type {Record<string, (query: Query) => unknown>} */
    const contestants = {};
    for (const key of session.keys) {
      if (engines[key].lacks.includes(needs)) continue;
      const { engine } = await session.built(key);
      contestants[key] = (query) => engine.search(query);
    }
    const measured = Object.entries(timeInTurns(contestants, queries, limits));
    const share = (/** @type {number} */ at) =>
      Object.fromEntries(measured.map(([key, list]) => [key, percentile(list, at)]));
    return [
      row('Query', `${what}, median, ms`, share(0.5), { goals: medianGoals }),
      row('Query', `${what}, 99th percentile, ms`, share(0.99), { goals: lastGoals }),
    ];
  }
}

/** Median over the queries and rounds, in milliseconds. @param {{ search: (query: Query) => unknown }} engine @param {string[]} queries @param {{ rounds: number, budget: number }} limits */
export function queryMedian(engine, queries, limits) {
  return median(timeInTurns({ engine: (query) => engine.search(query) }, queries.map(whole), limits).engine);
}
