// Measuring in turns: whatever slows the machine down for a while, slows all contestants down.

/**
 * @template Item
 * @param {Record<string, (item: Item) => unknown>} contestants what to time
 * @param {Item[]} items
 * @param {{ rounds: number, budget: number }} limits rounds at most; milliseconds that each contestant has
 * @returns {Record<string, number[]>} milliseconds of every call, without those of a first round, if there
 * was time for a second
 */
export function timeInTurns(contestants, items, { rounds, budget }) {
  /** @type {Record<string, { times: number[], spent: number }>} */
  const records = {};
  for (const name in contestants) records[name] = { times: [], spent: 0 };
  for (let round = 0; round <= rounds; round++) {
    for (const [name, run] of Object.entries(contestants)) {
      const record = records[name];
      if (record.spent >= budget) continue;
      if (round === 1) record.times = [];
      for (const item of items) {
        const begin = performance.now();
        run(item);
        record.times.push(performance.now() - begin);
      }
      record.spent = record.times.reduce((sum, time) => sum + time, 0);
    }
  }
  return Object.fromEntries(Object.entries(records).map(([name, { times }]) => [name, times]));
}
