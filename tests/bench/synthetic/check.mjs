// How far synthetic digests resemble the real archive. Usage: node tests/bench/synthetic/check.mjs [PAPERS]
import { inventedDigests, realDigests } from '../digest-files.mjs';
import { isChinese, termsOf } from '../engines/terms.mjs';

/** @param {string} name @param {Iterable<{ bytes: Uint8Array }>} files @param {number} limit papers */
function describe(name, files, limit) {
  const seen = new Set();
  const counts = { words: new Map(), pairs: new Map() };
  let bytes = 0;
  let entries = 0;
  let step = 500;
  console.log(`${name}: distinct terms a paper and in all, words + pairs of ideographs`);
  const print = () => {
    const perPaper = Object.values(counts).map((count) => sum(count.values()) / seen.size);
    const inAll = Object.values(counts).map((count) => count.size);
    console.log(
      `${seen.size} papers, ${(bytes / entries).toFixed(0)} bytes each:`,
      `${perPaper.map((number) => number.toFixed(0)).join(' + ')} a paper,`,
      `${inAll.join(' + ')} = ${inAll[0] + inAll[1]} in all`,
    );
  };
  for (const file of files) {
    bytes += file.bytes.length;
    for (const text of new TextDecoder()
      .decode(file.bytes)
      .split(/\n(?=### \[)/)
      .slice(1)) {
      entries++;
      const id = text.match(/\]\((\S+)\)\n/)?.[1];
      if (seen.has(id)) continue;
      seen.add(id);
      for (const term of new Set(termsOf(text.replace(/^### \[\d+\]|\]\(http\S+\)|<[^>\n]*>/gm, ' ')))) {
        const count = isChinese(term) ? counts.pairs : counts.words;
        count.set(term, (count.get(term) ?? 0) + 1);
      }
    }
    if (seen.size >= step || seen.size >= limit) {
      print();
      step *= 2;
    }
    if (seen.size >= limit) break;
  }
  for (const [kind, count] of Object.entries(counts)) {
    const sorted = [...count.values()].sort((a, b) => b - a);
    const ranks = [1, 10, 50, 200, 1000, 5000, 20_000].filter((rank) => rank <= sorted.length);
    const shares = ranks.map((rank) => `${rank}: ${((100 * sorted[rank - 1]) / seen.size).toFixed(3)} %`);
    console.log(`share of papers with the Nth commonest of the ${kind}: ${shares.join(', ')}`);
  }
}

/** @param {Iterable<number>} numbers */
function sum(numbers) {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

const papers = Number(process.argv[2] ?? 5700);
const begin = performance.now();
const invented = inventedDigests(papers);
const bytes = sum(invented.map((file) => file.bytes.length));
console.log(`generated at ${(bytes / 1e3 / (performance.now() - begin)).toFixed(0)} MB/s`);
describe('invented', invented, papers);
const real = realDigests();
if (real) describe('real', real, papers);
