// The page that `export --format html` writes, checked against HTML's standard by html-validate.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { full, tellFull } from '../support/full.mjs';
import { faultsOf } from '../support/valid-html.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COMMAND = join(ROOT, 'build/dev/broadsheet');
const CORPUS = join(ROOT, '../shared/corpus/archive');

// Its page has 18 MB.
tellFull("the archive's page, checked by html-validate");
const INPUTS = [
  { name: 'fixtures', path: join(ROOT, 'tests/fixtures') },
  ...(full && existsSync(CORPUS) ? [{ name: 'the archive', path: CORPUS }] : []),
];

for (const { name, path } of INPUTS) {
  test(`the page of ${name} is valid HTML`, async () => {
    const faults = await faultsOf(pageOf(path));
    assert.deepEqual(faults.slice(0, 20), [], `${faults.length} faults`);
  });
}

/** @param {string} path */
function pageOf(path) {
  const page = execFileSync(COMMAND, ['export', '--format', 'html', '--abstract', path], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  assert.match(page, /<article>/);
  return page;
}
