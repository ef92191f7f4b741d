// Whether twice the papers take twice the time and memory, and not more.
import { firstFiles } from '../digest-files.mjs';
import { broadsheet } from '../engines/broadsheet.mjs';
import { columns } from '../report/table.mjs';
import { median, show } from '../report/statistics.mjs';
import { queryMedian } from './querying.mjs';

/**
 * @typedef {import('../session.mjs').Session} Session
 * @typedef {import('../digest-files.mjs').DigestFile} DigestFile
 * @typedef {{ rounds: number, budget: number }} Limits
 * @typedef {{ papers: number, index: number, memory: number | null, query: number }} Point microseconds and
 * live bytes a paper; milliseconds a query; memory is null where the module cannot tell
 */

/** @param {Session} session @param {DigestFile[]} digests @param {number} size papers @param {Limits} limits @returns {Promise<Point>} */
async function measureOnce(session, digests, size, limits) {
  const files = firstFiles(digests, size);
  const papers = files.reduce((sum, file) => sum + file.papers, 0);
  const engine = await broadsheet.create(session.module);
  const begin = performance.now();
  engine.add({ digests: files });
  engine.search({ text: session.queries[0], terms: [] });
  const milliseconds = performance.now() - begin;
  const live = engine.liveBytes();
  const query = queryMedian(engine, session.queries, limits);
  engine.close();
  return {
    papers,
    index: (milliseconds * 1e3) / papers,
    memory: live === undefined ? null : live / papers,
    query,
  };
}

/**
 * @param {Session} session whose queries are asked
 * @param {DigestFile[]} digests
 * @param {number[]} sizes numbers of papers
 * @param {Limits & { runs: number }} options
 */
export async function measureGrowth(session, digests, sizes, { runs, ...limits }) {
  /** @type {Point[][]} */
  const measured = sizes.map(() => []);
  for (let run = 0; run < runs; run++)
    for (const [i, size] of sizes.entries())
      measured[i].push(await measureOnce(session, digests, size, limits));
  return measured.map((list) => ({
    ...list[0],
    index: median(list.map((point) => point.index)),
    query: median(list.map((point) => point.query)),
  }));
}

/** @param {Point[]} points */
export function printGrowth(points) {
  const first = points[0];
  /** @param {number | null} value @param {number} ratio */
  const cell = (value, ratio) =>
    value === null ? 'not measured: no memory()' : `${show(value)} (${show(ratio)}x)`;
  const lines = points.map((point) => [
    String(point.papers),
    cell(point.index, point.index / first.index),
    cell(point.memory, (point.memory ?? 0) / (first.memory ?? 1)),
    cell(point.query, point.query / point.papers / (first.query / first.papers)),
    '',
  ]);
  console.log('\nGrowth (in brackets: a paper, beside the smallest library)');
  console.log(
    columns([['papers', 'indexing, µs a paper', 'live bytes a paper', 'query, median, ms', ''], ...lines]),
  );
}
