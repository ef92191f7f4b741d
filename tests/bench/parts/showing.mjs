// What a page of results takes: fifty rows with snippets.
import { whole } from '../queries/variants.mjs';
import { below, row } from '../report/rows.mjs';
import { percentile } from '../report/statistics.mjs';

/** @param {import('../session.mjs').Session} session @param {{ rounds: number }} limits */
export async function measureRows(session, { rounds }) {
  const engine = /** @type {import('../engines/broadsheet.mjs').Broadsheet} */ (
    (await session.built('broadsheet')).engine
  );
  /** @type {number[]} */
  const times = [];
  for (let round = 0; round <= rounds; round++) {
    for (const query of session.queries.map(whole)) {
      engine.search(query);
      const begin = performance.now();
      engine.library.rows(0, 50);
      if (round > 0) times.push(performance.now() - begin);
    }
  }
  const figure = (/** @type {string} */ what, /** @type {number} */ share) =>
    row(
      'Rows',
      `50 with snippets, ${what}, ms`,
      { broadsheet: percentile(times, share) },
      { goals: [below(3)] },
    );
  return [figure('median', 0.5), figure('99th percentile', 0.99)];
}
