// What known items scored when it was last written down: tests/golden/bench/known-item.json.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const path = fileURLToPath(new URL('../../golden/bench/known-item.json', import.meta.url));

/** @typedef {import('../known-item.mjs').Scores} Scores */

/** The scores of the same queries; none where there were others. @param {number} items @returns {Scores} */
export function goldenScores(items) {
  if (!existsSync(path)) return {};
  const golden = JSON.parse(readFileSync(path, 'utf8'));
  return golden.items === items ? golden.scores : {};
}

/** Writes them down, if BROADSHEET_UPDATE_GOLDEN is set; engines that were left out keep theirs. @param {number} items @param {Scores} scores */
export function updateGolden(items, scores) {
  if (!process.env.BROADSHEET_UPDATE_GOLDEN) return;
  const before = goldenScores(items);
  const rounded = Object.entries(scores).map(([kind, score]) => [
    kind,
    {
      ...before[kind],
      ...Object.fromEntries(Object.entries(score).map(([key, value]) => [key, Number(value.toFixed(4))])),
    },
  ]);
  mkdirSync(dirname(path), { recursive: true });
  const golden = { items, scores: { ...before, ...Object.fromEntries(rounded) } };
  writeFileSync(path, `${JSON.stringify(golden, null, 2)}\n`);
}
