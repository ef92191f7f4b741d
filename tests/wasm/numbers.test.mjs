// Numbers in JSON: the module reads them without the C library (bindings/c_library.cc) and must lose nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const core = await createRequire(import.meta.url)('../../build/wasm/broadsheet.js')({
  wasmBinary: readFileSync(new URL('build/wasm/broadsheet.wasm', root)),
});

// On both sides of what is exact without rounding twice, and at the ends of what a double holds.
const LITERALS =
  `0.1 -0.0 0.95 3.0 1e5 1E-7 -12.5 8.5e-1 0.000001 100.10 1e22 1e23 0.30000000000000004 1.0000000000000002
  900719925474099.25 9007199254740992.5 9007199254740993.0 123456789012345678901234567890
  0.1234567890123456789 0.0000000000000000000001 0.00000000000000000000012 2.2250738585072011e-308
  1.7976931348623157e308 4.9e-324 1e-400`.split(/\s+/);

/** The values of an extra field, in the order of the papers. @param {string} lines @param {string} name */
function valuesOf(lines, name) {
  const library = new core.Library();
  const { code } = library.read('2026-01-01.jsonl', new TextEncoder().encode(lines), 0);
  assert.equal(code, 'ok');
  library.index(2 ** 31);
  const values = [];
  for (let paper = 0; paper < library.paperCount(); paper++) {
    const { fields } = library.paper(paper, false);
    values.push(fields.find((/** @type {{ name: string }} */ field) => field.name === name)?.text);
  }
  library.delete();
  return values;
}

test('numbers are the nearest doubles, as JavaScript reads them', () => {
  const lines = LITERALS.map((literal, i) => `{"id":"2601.${10000 + i}","title":"A","score":${literal}}`);
  const values = valuesOf(lines.join('\n'), 'score');
  assert.deepEqual(values.map(Number), LITERALS.map(Number));
  assert.equal(values[1], '-0.0');
});

test('control characters in lists of values are escaped', () => {
  const line = String.raw`{"id":"2601.10000","title":"A","list":["a\u001f",1,"\u0002"]}`;
  assert.deepEqual(valuesOf(line, 'list'), [String.raw`["a\u001f",1,"\u0002"]`]);
});
