import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import './support/browser.mjs';
import en from '../../web/src/i18n/en.js';
import zh from '../../web/src/i18n/zh.js';
import { formatUnits } from '../../web/src/i18n/index.js';
import { LANGUAGES, useLanguage } from '../../web/src/i18n/language.js';

const folder = fileURLToPath(new URL('../../web/src', import.meta.url));
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(
    (name) => name.endsWith('.js') && !LANGUAGES.some((each) => name.endsWith(join('i18n', `${each}.js`))),
  )
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

/** Every string of the source that could be a key, or the beginning of one as in `order.${order}`. */
const strings = new Set(
  [...source.matchAll(/(['"`])((?:(?!\1)[\w.])+)(?:\1|\$\{)/g)].map(([, , text]) => text),
);
const prefixes = [...source.matchAll(/`([\w.]+\.)\$\{/g)].map(([, prefix]) => prefix);

/** @param {string | { one: string, other: string }} entry */
const forms = (entry) => (typeof entry === 'string' ? [entry] : Object.values(entry));
/** @param {string} text */
const blanks = (text) => (text.match(/\{\w+\}/g) ?? []).toSorted();

/** The words of all languages but English. @type {[string, typeof en][]} */
const others = await Promise.all(
  LANGUAGES.filter((each) => each !== 'en').map(async (each) => [
    each,
    (await import(`../../web/src/i18n/${each}.js`)).default,
  ]),
);

test('all languages have the same keys', () => {
  for (const [language, words] of others)
    assert.deepEqual(Object.keys(words).toSorted(), Object.keys(en).toSorted(), language);
});

test('words side by side have a sign between them in every language', () => {
  for (const each of LANGUAGES) {
    useLanguage(each);
    assert.match(formatUnits(['draft model', 'tea']), /draft model\p{P}\s?tea/u, each);
  }
  useLanguage('en');
});

test('every key is used', () => {
  const unused = Object.keys(en).filter(
    (key) => !strings.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)),
  );
  assert.deepEqual(unused, []);
});

test('every key that is used has words', () => {
  const asked = [...source.matchAll(/\b(?:t|notify|hasWords)\(\s*'([\w.]+)'/g)].map(([, key]) => key);
  assert.ok(asked.length > 40, `${asked.length} found`);
  assert.deepEqual(
    asked.filter((key) => !(key in en)),
    [],
  );
});

test('every translation has the same blanks to fill', () => {
  for (const [key, entry] of Object.entries(en))
    for (const form of [entry, ...others.map(([, words]) => words[key])].flatMap(forms))
      assert.deepEqual(blanks(form), blanks(forms(entry)[0]), key);
});

test('no words are empty, and Chinese is Chinese', () => {
  const latin = new Set([
    'app.name',
    'paper.pdf',
    'paper.html',
    'row.from',
    'issue.at',
    'export.format.bibtex',
    'export.format.biblatex',
    'list.comma',
  ]);
  for (const [key, entry] of Object.entries(zh))
    for (const form of forms(entry)) {
      assert.ok(form.trim(), key);
      assert.ok(latin.has(key) || /\p{Script=Han}/u.test(form), `${key}: ${form}`);
    }
});

test('each reason that the core can give for a remark has its sentence', () => {
  const core = readFileSync(new URL('../../core/digest/diagnostic.cc', import.meta.url), 'utf8');
  const codes = [...core.matchAll(/case [^:]+::\w+:\s*return "(\w+)";/g)].map(([, code]) => code);
  assert.ok(codes.length > 5);
  assert.deepEqual(
    codes.filter((code) => !(`diagnostic.${code}` in en)),
    [],
  );
});

test('each reason why the core cannot read a file has its sentence', () => {
  const core = readFileSync(new URL('../../core/base/error_code.cc', import.meta.url), 'utf8');
  const codes = [...core.matchAll(/case ErrorCode::\w+:\s*return "(\w+)";/g)].map(([, code]) => code);
  assert.ok(codes.length > 10);
  // Of what the page itself has kept: it is made again.
  const kept = new Set(['bad_segment', 'not_a_snapshot', 'other_version', 'bad_snapshot']);
  assert.deepEqual(
    codes.filter((code) => !kept.has(code) && !(`refused.${code}` in en)),
    [],
  );
});
