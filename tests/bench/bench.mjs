// Broadsheet's wasm beside other search engines, in one process and in turns. Figures, not tests: nothing
// here can fail. Run by ./bench; --help tells what it can be told.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { firstFiles, inventedDigests, realDigests } from './digest-files.mjs';
import { chosenEngines } from './engines/engine.mjs';
import { measureKnownItems } from './known-item.mjs';
import { allParts, parseOptions } from './options.mjs';
import { measureGrowth, printGrowth } from './parts/growth.mjs';
import { measureIndexing } from './parts/indexing.mjs';
import { measureLearnedCosts, printLearnedCosts } from './parts/learned-costs.mjs';
import { measureLearned } from './parts/learned.mjs';
import { measureMemory } from './parts/memory.mjs';
import { measureQuerying } from './parts/querying.mjs';
import { measureReopening } from './parts/reopening.mjs';
import { measureRows } from './parts/showing.mjs';
import { measureSize } from './parts/size.mjs';
import { plotGrowth } from './report/growth-plot.mjs';
import { printTable } from './report/table.mjs';
import { Session } from './session.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const options = parseOptions();
const startingLoad = loadavg()[0];
const wanted = (/** @type {string} */ part) => options.parts.includes(part);

const real = options.real ? realDigests() : null;
if (options.real && !real) console.log('The real archive is not there; these papers are invented.');
const sizes = [1 / 12, 1 / 6, 1 / 3, 2 / 3, 1, ...(real ? [] : [5 / 3])].map((share) =>
  Math.round(share * options.papers),
);
const all = real ?? inventedDigests(wanted('growth') ? sizes[sizes.length - 1] : options.papers);
const digests = firstFiles(all, options.papers);
const session = new Session({ module: options.module, digests, keys: chosenEngines(options.peers) });
const papers = digests.reduce((sum, file) => sum + file.papers, 0);
console.log(
  `${papers} ${real ? 'real' : 'invented'} papers, ${(session.bytes / 1e6).toFixed(1)} MB of digests`,
);
if (!real && ['index', 'query', 'rows', 'memory', 'reopen', 'growth'].some(wanted))
  await session.drawQueries();
if (session.keys.length > 1 && ['index', 'query', 'memory'].some(wanted)) await session.preparePapers();

/** @type {import('./report/rows.mjs').Row[]} */
const rows = [];
/** @param {string} part @param {() => import('./report/rows.mjs').Row[] | Promise<import('./report/rows.mjs').Row[]>} measure */
async function add(part, measure) {
  if (!wanted(part)) return;
  console.log(`… ${part}`);
  rows.push(...(await measure()));
}
await add('index', () => measureIndexing(session, options));
await add('query', () => measureQuerying(session, options));
await add('memory', () => measureMemory(session));
session.releaseHeap();
await add('rows', () => measureRows(session, options));
await add('reopen', () => measureReopening(session, options));
await add('size', () => measureSize(options.module));
await add('learned', () => {
  const archive = realDigests();
  return archive ? measureLearned(archive) : [];
});
session.releaseAll();
if (rows.length > 0) printTable(rows);

const growth = wanted('growth') ? await measureGrowth(session, all, sizes, options) : [];
if (wanted('growth')) printGrowth(growth);
if (wanted('learned')) printLearnedCosts(await measureLearnedCosts(options.module));
const knownItems = wanted('known-item') ? await measureKnownItems(options) : {};

const left = allParts.filter((part) => !wanted(part));
if (left.length > 0) console.log(`\nParts left out: ${left.join(', ')}.`);
const load = Math.max(startingLoad, loadavg()[0]);
if (load > cpus().length)
  console.log(
    `The machine was busy (load ${load.toFixed(1)}, ${cpus().length} processors): times are too long.`,
  );

const folder = join(root, 'build/bench');
mkdirSync(folder, { recursive: true });
const machine = { node: process.version, processor: cpus()[0].model, processors: cpus().length, load };
const figures = {
  machine,
  options,
  papers,
  bytes: session.bytes,
  queries: session.queries,
  rows,
  growth,
  knownItems,
};
writeFileSync(join(folder, 'figures.json'), `${JSON.stringify(figures, null, 2)}\n`);
if (wanted('growth')) {
  // The picture of the documentation shows the whole range, nothing less.
  const picture = join(
    options.quick || real || options.papers < 60_000 ? folder : join(root, 'docs/images'),
    'growth.svg',
  );
  writeFileSync(picture, plotGrowth(growth));
  console.log(`\nGrowth is drawn in ${relative(root, picture)}.`);
}
console.log('All figures are in build/bench/figures.json.');
