// The page that `export --format html` writes, checked against HTML's standard by html-validate.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { full, tellFull } from '../support/full.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COMMAND = join(ROOT, 'build/dev/broadsheet');
const CORPUS = join(ROOT, '../shared/corpus/archive');

// Its page has 18 MB.
tellFull("the archive's page, checked by html-validate");
const INPUTS = [
  { name: 'fixtures', path: join(ROOT, 'tests/fixtures') },
  ...(full && existsSync(CORPUS) ? [{ name: 'the archive', path: CORPUS }] : []),
];
// What the standard says of a whole document, nothing about taste. It does not look into addresses.
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:document'],
});

for (const { name, path } of INPUTS) {
  test(`the page of ${name} is valid HTML`, async () => {
    const { results } = await validator.validateString(pageOf(path));
    const problems = results.flatMap(({ messages }) =>
      messages.map(({ line, column, ruleId, message }) => `${line}:${column}: ${ruleId}: ${message}`),
    );
    assert.deepEqual(problems.slice(0, 20), [], `${problems.length} problems`);
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
