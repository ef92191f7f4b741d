// Known-item search: does a query that someone types who remembers a paper bring that paper to the top? Mean
// reciprocal rank at ten, of seven kinds of queries made from the papers themselves.
//
// Usage: node tests/bench/known-item.mjs [--peers none] [--failures 20] [--kind typo]; --help tells the rest.
import { fileURLToPath } from 'node:url';
import { firstFiles, inventedDigests, realDigests } from './digest-files.mjs';
import { chosenEngines, engines } from './engines/engine.mjs';
import { parseOptions } from './options.mjs';
import { kinds, knownItems } from './queries/known-items.mjs';
import { papersOf } from './engines/papers.mjs';
import { printFailures } from './report/failures.mjs';
import { goldenScores, updateGolden } from './report/golden.mjs';
import { engineNames } from './report/rows.mjs';
import { columns } from './report/table.mjs';
import { Session } from './session.mjs';

const depth = 10;

/**
 * @typedef {import('./queries/known-items.mjs').KnownItem} KnownItem
 * @typedef {import('./report/rows.mjs').EngineKey} EngineKey
 * @typedef {Record<string, Partial<Record<EngineKey, number>> & { queries: number }>} Scores by kind
 */

/**
 * @param {{ module: string, synthetic: boolean, peers: string, items: number, failures: number, kind?: string, papers: number }} options
 * @returns {Promise<Scores>}
 */
export async function measureKnownItems(options) {
  const archive = options.synthetic ? null : realDigests();
  const files = archive ?? firstFiles(inventedDigests(options.papers), options.papers);
  const keys = chosenEngines(options.peers).filter((key) => !engines[key].lacks.includes('any'));
  const session = new Session({ module: options.module, digests: files, keys });
  const { engine } = await session.build('broadsheet');
  const papers = oneAnId(papersOf(/** @type {any} */ (engine).library));
  session.pack(papers);
  const all = knownItems(papers, options.items);
  const items = options.kind ? all.filter(({ kind }) => kind === options.kind) : all;
  /** @type {Scores} */
  const scores = {};
  for (const key of keys) {
    const ranks = ranksOf(items, (await session.built(key)).engine, { digests: files, papers });
    addScores(scores, key, items, ranks);
    if (key === 'broadsheet' && options.failures > 0)
      printFailures(items, ranks, options.failures, /** @type {any} */ (engine));
    session.release(key);
  }
  printScores(scores, archive ? goldenScores(options.items) : {}, keys);
  if (archive) updateGolden(options.items, scores);
  return scores;
}

/** The archive has papers on several days: the first is taken. @param {import('./engines/papers.mjs').Paper[]} papers */
function oneAnId(papers) {
  const ids = new Set();
  return papers.filter(({ id }) => !ids.has(id) && ids.add(id));
}

/** The rank of each item, 0 where it is not among the first ten. @param {KnownItem[]} items @param {import('./engines/engine.mjs').Engine} engine @param {import('./engines/engine.mjs').Material} material */
const ranksOf = (items, engine, material) =>
  items.map(({ id, query }) => engine.ids(query, material).slice(0, depth).indexOf(id) + 1);

/** @param {Scores} scores @param {EngineKey} key @param {KnownItem[]} items @param {number[]} ranks */
function addScores(scores, key, items, ranks) {
  for (const kind of Object.keys(kinds)) {
    const ofKind = ranks.filter((_, i) => items[i].kind === kind);
    if (ofKind.length === 0) continue;
    scores[kind] ??= { queries: ofKind.length };
    scores[kind][key] = ofKind.reduce((sum, rank) => sum + (rank && 1 / rank), 0) / ofKind.length;
  }
}

/** @param {Scores} scores @param {Scores} golden @param {EngineKey[]} keys */
function printScores(scores, golden, keys) {
  /** @param {string} kind @param {EngineKey} key */
  const cell = (kind, key) => {
    const [now, before] = [scores, golden].map((each) => each[kind]?.[key]?.toFixed(4));
    return before === undefined || before === now ? `${now}` : `${now} (was ${before})`;
  };
  const lines = Object.entries(scores).map(([kind, { queries }]) => [
    `${kind}: ${kinds[/** @type {keyof typeof kinds} */ (kind)]}`,
    String(queries),
    ...keys.map((key) => cell(kind, key)),
    '',
  ]);
  console.log(`\nKnown items: mean reciprocal rank at ${depth}`);
  console.log(columns([['', 'queries', ...keys.map((key) => engineNames[key]), ''], ...lines]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await measureKnownItems(parseOptions());
