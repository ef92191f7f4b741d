// What ./bench can be told.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { kinds } from './queries/known-items.mjs';

export const allParts = [
  'index',
  'query',
  'rows',
  'memory',
  'reopen',
  'size',
  'learned',
  'growth',
  'known-item',
];
const help = `./bench measures Broadsheet beside other search engines; figures, no tests.

  --no-build         measure the module as it is
  --module DIR       the folder of broadsheet.js and .wasm (build/wasm, or $BROADSHEET_MODULE)
  --papers N         papers of the library (60000)
  --real             the real archive instead of invented papers, where it lies in ../shared/corpus
  --peers WHICH      none, fts5, minisearch, flexsearch or all (all)
  --parts LIST       some of ${allParts.join()}
  --runs N           how often what takes long is repeated (3)
  --quick            5,000 papers and fewer repetitions

of known items, also: node tests/bench/known-item.mjs
  --items N          papers that are looked for (2000)
  --synthetic        among invented papers, not in the real archive
  --kind KIND        ${Object.keys(kinds).join(', ')} only
  --failures K       print K queries that miss their paper
`;

export function parseOptions(args = process.argv.slice(2)) {
  const { values } = parseArgs({
    args,
    options: {
      module: {
        type: 'string',
        default: process.env.BROADSHEET_MODULE ?? fileURLToPath(new URL('../../build/wasm', import.meta.url)),
      },
      papers: { type: 'string' },
      real: { type: 'boolean', default: false },
      peers: { type: 'string', default: 'all' },
      parts: { type: 'string', default: allParts.join() },
      runs: { type: 'string' },
      quick: { type: 'boolean', default: false },
      items: { type: 'string' },
      synthetic: { type: 'boolean', default: false },
      kind: { type: 'string' },
      failures: { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    process.exit();
  }
  const { quick } = values;
  return {
    ...values,
    papers: Number(values.papers ?? (quick ? 5000 : 60_000)),
    runs: Number(values.runs ?? (quick ? 2 : 3)),
    items: Number(values.items ?? (quick ? 500 : 2000)),
    failures: Number(values.failures),
    parts: values.parts.split(','),
    rounds: quick ? 10 : 40,
    budget: quick ? 3_000 : 20_000, // milliseconds of queries that an engine has
  };
}
