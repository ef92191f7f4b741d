// From the bytes of digest files to a library that answers. Engines in JavaScript's heap come behind the others: V8 marks
// all that is in it again and again while wasm memory grows, and Broadsheet took twice as long beside MiniSearch's.
import { engines } from '../engines/engine.mjs';
import { engineNames, atLeast, row, times } from '../report/rows.mjs';
import { median } from '../report/statistics.mjs';

const slow = 30_000; // milliseconds: what takes longer is not repeated

/** @typedef {import('../session.mjs').Session} Session */

/** @param {Session} session @param {{ runs: number }} options */
export async function measureIndexing(session, { runs }) {
  /** @type {Map<import('../report/rows.mjs').EngineKey, number[]>} */
  const measured = new Map(session.keys.map((key) => [key, []]));
  for (const inHeap of [false, true]) {
    const inTurns = [...measured].filter(([key]) => engines[key].inHeap === inHeap);
    for (let run = 0; run < runs; run++) {
      for (const [key, milliseconds] of inTurns) {
        if (milliseconds.some((time) => time > slow)) continue;
        milliseconds.push((await session.build(key)).milliseconds);
      }
    }
  }
  const seconds = Object.fromEntries([...measured].map(([key, list]) => [key, median(list) / 1e3]));
  const speeds = Object.fromEntries(
    Object.entries(seconds).map(([key, time]) => [key, session.bytes / 1e6 / time]),
  );
  const once = session.keys.filter((key) => measured.get(key)?.length === 1 && runs > 1);
  return [
    row('Index', 'digest, MB/s', speeds, {
      less: false,
      goals: [atLeast(40), times(5, 'fts5'), times(40, 'minisearch')],
      why: once.length > 0 ? `one run only of ${once.map((key) => engineNames[key]).join(', ')}` : '',
    }),
    row('Index', 'seconds', seconds),
  ];
}
