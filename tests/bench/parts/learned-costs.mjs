// What learning costs as the library grows: the module's own time for each request, in libraries of invented papers.
import { firstFiles, inventedDigests } from '../digest-files.mjs';
import { broadsheet, everything } from '../engines/broadsheet.mjs';
import { median, show } from '../report/statistics.mjs';
import { columns } from '../report/table.mjs';

const NOTHING = {
  starred: [],
  refused: [],
  done: [],
  collected: [],
  followedWords: [],
  followedAuthors: [],
  followedCategories: [],
  mutedWords: [],
  mutedAuthors: [],
  mutedCategories: [],
  ignoredWords: [],
  ignoredAuthors: [],
};
const STARS = 20;
const SIMILAR = 10;
const WINDOW = 30;
const SIZES = [5_000, 20_000, 60_000, 100_000];
const RUNS = 9;
const TEXTS = ['attention', '图神经网络', 'graph neural', '扩散模型', 'language model', '强化学习'];
const LISTED = 20;

/** @param {() => unknown} run */
function timed(run) {
  const begin = performance.now();
  run();
  return performance.now() - begin;
}

/** @param {number} times @param {(time: number) => unknown} run */
const medianOf = (times, run) => median(Array.from({ length: times }, (_, time) => timed(() => run(time))));

/** @param {string} module a folder @param {readonly number[]} [sizes] numbers of papers */
export async function measureLearnedCosts(module, sizes = SIZES) {
  const digests = inventedDigests(Math.max(...sizes));
  /** @type {(string | number)[][]} */
  const points = [];
  for (const size of sizes) {
    const engine = await broadsheet.create(module);
    engine.add({ digests: firstFiles(digests, size) });
    const { library } = engine;
    library.search({ ...everything, order: 'newest' });
    const works = library.worksShown(0, STARS + RUNS);
    // Each in many papers.
    const shorts = library
      .rows(0, RUNS)
      .flatMap(({ summary }) => summary.text.match(/\p{Script=Han}{3}/gu)?.slice(0, 1) ?? []);
    const told = (/** @type {number} */ more) => ({ ...NOTHING, starred: works.slice(0, STARS + more) });
    const also = (/** @type {string} */ text) => library.also({ ...everything, text }, []);
    const first = timed(() => library.rank(told(0)));
    const star = medianOf(RUNS, (time) => library.rank(told(time + 1)));
    const firstAlso = timed(() => also(TEXTS[0]));
    const nextAlso = medianOf(RUNS, (time) => also(TEXTS[time % TEXTS.length]));
    const short = (/** @type {number} */ time, /** @type {boolean} */ feedback) =>
      library.search({ ...everything, text: shorts[time % shorts.length], feedback });
    const literal = medianOf(RUNS, (time) => short(time, false));
    const feedback = medianOf(RUNS, (time) => short(time, true));
    const similar = medianOf(RUNS, (time) => library.similarTo([works[time]], [], SIMILAR));
    const trends = medianOf(RUNS, () => library.trends(WINDOW, LISTED));
    points.push([
      library.paperCount(),
      first,
      star,
      firstAlso,
      nextAlso,
      literal,
      feedback,
      similar,
      trends,
      library.learnedBytes() / 1e6,
    ]);
    engine.close();
  }
  return points;
}

/** @param {(string | number)[][]} points */
export function printLearnedCosts(points) {
  const head = [
    'papers',
    'first rank',
    'after a star',
    'first other words',
    'next',
    'short query',
    'with feedback',
    'similar',
    'trends',
    'MB',
  ];
  console.log('\nLearning, in milliseconds');
  console.log(
    columns([
      head,
      ...points.map(([papers, ...rest]) => [String(papers), ...rest.map((value) => show(Number(value)))]),
    ]),
  );
}
