// How long from choosing files to reading them, in the built page in headless Chromium; and what the module
// alone takes for the same files under Node. Medians; not a test, nothing here can fail.
//
// Usage: node tests/bench/load.mjs [--runs N] [NAME=PATH ...]
// PATH is a digest or a folder of them. Without any: the sample, and ../shared/corpus where it is.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '5' } },
});
const runs = Number(values.runs);

const corpus = join(root, '../shared/corpus');
const standard = [
  ['sample', join(root, 'web/sample')],
  ['seed', join(corpus, 'seed-digest.md')],
  ['day of 1.5 MB', join(corpus, 'hard/labels-inside-tldr.md')],
  ['archive', join(corpus, 'archive')],
];
const sets = (positionals.length > 0 ? positionals.map((each) => each.split('=', 2)) : standard)
  .filter(([, path]) => existsSync(path))
  .map(([name, path]) => ({ name, files: filesAt(path) }));

/** @param {string} path */
function filesAt(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(path, name));
}

/** @param {number[]} numbers */
function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const createBroadsheet = createRequire(import.meta.url)(join(root, 'build/wasm/broadsheet.js'));
const wasmBinary = readFileSync(join(root, 'build/wasm/broadsheet.wasm'));

/** Milliseconds of the module alone. @param {string[]} files */
async function timeModule(files) {
  const core = await createBroadsheet({ wasmBinary });
  const library = new core.Library();
  let read = 0;
  let index = 0;
  for (const path of files) {
    const bytes = new Uint8Array(readFileSync(path));
    const begin = performance.now();
    library.read(basename(path), bytes, 0);
    const middle = performance.now();
    library.index(2 ** 31);
    read += middle - begin;
    index += performance.now() - middle;
  }
  return { read, index, papers: library.paperCount() };
}

/** Runs in the page: milliseconds from the choice of files to the first row, and to the last paper. */
function watchLoading(/** @type {string} */ total) {
  const digits = (/** @type {string | null | undefined} */ text) => (text ?? '').replace(/\D/g, '');
  return new Promise((resolve) => {
    let begin = 0;
    let first = 0;
    addEventListener('change', () => (begin = performance.now()), { capture: true, once: true });
    const look = () => {
      if (begin && !first && document.querySelector('[data-testid=row][data-key]'))
        first = performance.now() - begin;
      const all = digits(document.querySelector('[data-testid=count]')?.textContent) === total;
      if (first && all) resolve({ first, all: performance.now() - begin });
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** @param {import('playwright-core').Browser} browser @param {string[]} files @param {number} papers */
async function timePage(browser, files, papers) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(root, 'dist/broadsheet.html')).href);
  await page.waitForSelector('[data-testid=sample]');
  // Nobody chooses a file in the first second; what the page does to start is not what is timed.
  await page.waitForTimeout(1000);
  const times = page.evaluate(watchLoading, String(papers));
  await page.setInputFiles('[data-testid=file-input]', files);
  const result = /** @type {{ first: number, all: number }} */ (await times);
  await context.close();
  return result;
}

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const columns = ['', 'MB', 'papers', 'read ms', 'index ms', 'MB/s', 'first row ms', 'all ms'];
console.log(columns.map((title, i) => (i ? title.padStart(13) : title.padEnd(14))).join(''));
for (const { name, files } of sets) {
  const bytes = files.reduce((sum, path) => sum + statSync(path).size, 0);
  const modules = [];
  const pages = [];
  for (let run = 0; run < runs; run++) {
    modules.push(await timeModule(files));
    pages.push(await timePage(browser, files, modules[0].papers));
  }
  const read = median(modules.map((time) => time.read));
  const index = median(modules.map((time) => time.index));
  const cells = [
    (bytes / 1e6).toFixed(2),
    modules[0].papers,
    read.toFixed(0),
    index.toFixed(0),
    (bytes / 1e3 / (read + index)).toFixed(1),
    median(pages.map((time) => time.first)).toFixed(0),
    median(pages.map((time) => time.all)).toFixed(0),
  ];
  console.log(name.padEnd(14) + cells.map((cell) => String(cell).padStart(13)).join(''));
}
await browser.close();
