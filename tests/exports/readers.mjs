// Programs of others that read exported files. Each gives a list of {key, title, authors, id, year}; what it does not
// give is undefined.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parse as parseCsv } from 'csv-parse/sync';
import { full, tellFull } from '../support/full.mjs';

/**
 * @typedef {{key?: string, title: string, authors: string[], id?: string, year?: string}} Found
 * `loose`: it gives a name once if two people share it.
 * @typedef {{name: string, format: string, loose?: boolean, read(path: string): Found[]}} Reader
 */

const SCRIPT = fileURLToPath(new URL('read_back.py', import.meta.url));
// Debian's packages are for Debian's Python.
const PYTHON = '/usr/bin/python3';

/** @param {any} name of CSL */
function nameOf(name) {
  const { given, family, literal, suffix } = name;
  const particle = name['non-dropping-particle'] ?? name['dropping-particle'];
  return [literal, given, particle, family, suffix].filter(Boolean).join(' ');
}

/** @param {any} item of CSL @returns {Found} */
function foundIn(item) {
  return {
    key: item.id ?? item['citation-key'],
    title: item.title ?? '',
    authors: (item.author ?? []).map(nameOf),
    id: item.number?.replace('arXiv:', '') ?? item.archive_location?.replace('arXiv:', ''),
    year: item.issued?.['date-parts']?.[0]?.[0]?.toString(),
  };
}

/** @param {string} type @param {string} text @returns {Found[]} */
export const readByCitationJs = (type, text) =>
  // Without its own guess of the type, which reads the whole text with many patterns.
  plugins.input.chain(text, { forceType: type, generateGraph: false }).map(foundIn);

/** @param {string} type @returns {Reader['read']} */
const byCitationJs = (type) => (path) => readByCitationJs(type, readFileSync(path, 'utf8'));

/** @param {string} reader @returns {Reader['read']} */
const byPython = (reader) => (path) => {
  const run = spawnSync(PYTHON, [SCRIPT, reader, path], { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.status !== 0 || run.stderr !== '') throw new Error(`${reader}: ${run.stderr.slice(0, 2000)}`);
  return run.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
};

/** It leaves out what is not of the type that CSL gives the field. @type {Reader['read']} */
function byCslTypes(path) {
  const items = JSON.parse(readFileSync(path, 'utf8'));
  const kept = plugins.input.util.clean(items, false);
  assert.deepEqual(kept, items);
  return kept.map(foundIn);
}

/** @type {Reader['read']} */
function byCsvParse(path) {
  const rows = parseCsv(readFileSync(path), { bom: true, columns: true });
  return rows.map((/** @type {any} */ row) => ({
    key: row.key,
    title: row.title.replace(/^'/, ''),
    authors: row.authors
      .split('; ')
      .filter(Boolean)
      .map((/** @type {string} */ name) => name.replace(/^'/, '').split(', '))
      .map((/** @type {string[]} */ parts) => [parts.at(-1), ...parts.slice(0, -1)].join(' ')),
    id: row.id.replace('arXiv:', ''),
    year: row.year,
  }));
}

/** @param {string} command */
const isThere = (command) => spawnSync('which', [command]).status === 0;
const hasPybtex = spawnSync(PYTHON, ['-c', 'import pybtex']).status === 0;

/** It needs a minute for 5,700 entries. @type {Reader[]} */
const BY_BIBER = [
  { name: 'biber', format: 'biblatex', read: byPython('biber') },
  { name: 'biber', format: 'bibtex', read: byPython('biber') },
];
tellFull('BibTeX and BibLaTeX read by biber');

/** Those that this machine has. @type {Reader[]} */
export const READERS = [
  { name: 'citation-js', format: 'bibtex', read: byCitationJs('@bibtex/text') },
  { name: 'citation-js', format: 'biblatex', read: byCitationJs('@biblatex/text') },
  { name: 'citation-js', format: 'ris', read: byCitationJs('@ris/file') },
  { name: 'citation-js', format: 'csl-json', read: byCslTypes },
  { name: 'csv-parse', format: 'csv', read: byCsvParse },
  { name: "Python's csv", format: 'csv', read: byPython('csv') },
  ...(hasPybtex ? [{ name: 'pybtex', format: 'bibtex', read: byPython('pybtex') }] : []),
  ...(isThere('bib2xml')
    ? [
        { name: 'bibutils', loose: true, format: 'bibtex', read: byPython('bib2xml') },
        { name: 'bibutils', loose: true, format: 'biblatex', read: byPython('biblatex2xml') },
        { name: 'bibutils', loose: true, format: 'ris', read: byPython('ris2xml') },
      ]
    : []),
  ...(full && isThere('biber') ? BY_BIBER : []),
];

/**
 * The native command's output.
 * @param {string} command
 * @param {string[]} args
 */
export function output(command, args) {
  return execFileSync(command, args, { maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] });
}
