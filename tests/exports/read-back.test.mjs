// What the command exports, read by programs of others: every paper comes back with its title, authors, id and year.

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { READERS, output } from './readers.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COMMAND = join(ROOT, 'build/dev/broadsheet');
const FIXTURES = [
  'export',
  'clean',
  'odd-authors',
  'many-authors',
  'old-style-ids',
  'versions',
  'html-in-fields',
];
const CORPUS = join(ROOT, '../shared/corpus/archive');

const INPUTS = [
  { name: 'fixtures', files: FIXTURES.map((name) => join(ROOT, `tests/fixtures/${name}.md`)) },
  ...(existsSync(CORPUS) ? [{ name: 'the archive', files: [CORPUS] }] : []),
];
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-exports-'));
after(() => rmSync(folder, { recursive: true }));

for (const { name, files } of INPUTS) {
  const expected = papersOf(files);
  for (const reader of READERS) {
    test(`${reader.name} reads ${reader.format} of ${name}`, (t) => {
      const path = join(folder, `papers.${reader.format}`);
      writeFileSync(
        path,
        output(COMMAND, ['export', '--format', reader.format, '--abstract', '--keys', 'p{id}', ...files]),
      );
      const found = reader.read(path);
      assert.equal(found.length, expected.length);
      const differences = found.flatMap((paper, i) => difference(paper, expected[i], reader.loose));
      assert.deepEqual(differences.slice(0, 20), [], `${differences.length} papers differ`);
      t.diagnostic(`${reader.name}, ${reader.format}: ${found.length} papers`);
    });
  }
}

/**
 * The papers as our own reader has them; all formats but Markdown keep their order.
 * @param {string[]} files
 */
function papersOf(files) {
  const lines = output(COMMAND, ['export', '--format', 'jsonl', ...files])
    .toString()
    .split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line));
}

/**
 * @param {import('./readers.mjs').Found} found
 * @param {any} paper
 * @param {boolean} [loose]
 */
function difference(found, paper, loose) {
  const id = (paper.id ?? '').replace(/v\d+$/, '');
  const year = yearOf(id);
  const problems = [];
  if (!sameTitle(found.title, paper.title)) problems.push(['title', found.title, paper.title]);
  const names = namesOf(found.authors, loose);
  const written = namesOf(paper.authors, loose);
  if (names !== written) problems.push(['authors', names, written]);
  if (id !== '' && (found.id ?? id) !== id) problems.push(['id', found.id, id]);
  if (year && (found.year ?? year) !== year) problems.push(['year', found.year, year]);
  return problems.length > 0 ? [JSON.stringify(problems)] : [];
}

/**
 * Every reader has its own way with formulas, so only what is between them is compared.
 * @param {string} found
 * @param {string} title
 */
function sameTitle(found, title) {
  if (!title.includes('$')) return letters(found) === letters(title);
  const bare = found.replaceAll('\\', ' ');
  let at = 0;
  return title.split(/\$[^$]*\$/).every((part) => {
    at = letters(bare).indexOf(letters(part), at);
    return at !== -1;
  });
}

/**
 * Names by their letters alone: readers differ in the order of the parts, and in whether `de-` is one.
 * @param {string[]} authors
 * @param {boolean} [loose]
 */
function namesOf(authors, loose) {
  const names = authors.map((name) => [...letters(name)].sort().join(''));
  return (loose ? [...new Set(names)] : names).join('|');
}

/** @param {string} id */
function yearOf(id) {
  const digits = /(?:^|\/)(\d\d)\d\d/.exec(id)?.[1];
  return digits && (digits > '90' ? `19${digits}` : `20${digits}`);
}

/**
 * What is left to compare when every reader has its own way with TeX: letters and digits, but Greek ones, which may be
 * commands.
 * @param {string} text
 */
function letters(text) {
  return text
    .replace(/<\/?(?:span|i|b|sup|sub|sc|br)\b[^>]*>/g, '')
    .replace(/\\[a-zA-Z]+/g, '')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]|\p{Script=Greek}/gu, '')
    .toLowerCase();
}
