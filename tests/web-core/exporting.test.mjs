// Papers on their way out of the page, over the real module.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { unzipSync, strFromU8 } from 'fflate';
import { FILES, PASTED } from '../../web/src/features/export/formats.js';
import { USUAL } from '../../web/src/features/export/choice.js';
import { JANUARY, found, openPage } from './support/visits.mjs';

/** @typedef {import('../../web/src/features/export/scopes.js').Scope} Scope */
/** @typedef {import('../../web/src/features/export/choice.js').Choice} Choice */

/** @type {import('./support/visits.mjs').Reader} */
let reader;
let copied = '';

beforeEach(async () => {
  reader = openPage();
  await reader.open(JANUARY);
  await reader.searching.search();
  copied = '';
  Object.assign(navigator, {
    clipboard: { writeText: async (/** @type {string} */ text) => void (copied = text) },
  });
});

/** @param {Scope['kind']} kind @param {Partial<Choice> & { split?: boolean, tag?: string }} [how] */
async function written(kind, { tag, ...how } = {}) {
  const works = await reader.exporting.worksOf(tag === undefined ? { kind } : { kind, tag });
  const result = await reader.exporting.write(works, { ...USUAL, ...how });
  assert.ok(result);
  return { ...result, text: new TextDecoder().decode(result.bytes) };
}
/** @param {string} text */
const idsIn = (text) => [...text.matchAll(/eprint = \{([^}]*)\}/g)].map(([, id]) => id);

describe('what is exported', () => {
  test('is known to the core in every format that the page offers', async () => {
    for (const format of [...PASTED, ...FILES].filter((format) => format !== 'html')) {
      const { code, papers, ending, mediaType, text } = await written('found', { format });
      assert.deepEqual([format, code, papers], [format, 'ok', 5]);
      assert.match(ending, /^\.[a-z]+$/);
      assert.match(mediaType, /^[a-z]+\/[a-z.+-]+$/);
      assert.ok(text.includes(format === 'cite' ? '2026tea' : '2601.00001'), `${format}: ${text}`);
    }
  });

  test('is the list in its order, the starred, a tag, or the one paper that a key means', async () => {
    assert.deepEqual(idsIn((await written('found')).text).toSorted(), [
      '2601.00001',
      '2601.00002',
      '2601.00003',
      '2601.00004',
      '2601.00005',
    ]);
    const [first, second] = [reader.rows.at(0), reader.rows.at(1)];
    assert.ok(first && second);
    assert.deepEqual(idsIn((await written('one')).text), [first.id]);
    await reader.marks.say(second.work, { starred: true });
    await reader.marks.say(first.work, { tag: { name: 'KV cache', on: true } });
    assert.deepEqual(idsIn((await written('starred')).text), [second.id]);
    assert.deepEqual(idsIn((await written('tag', { tag: 'KV cache' })).text), [first.id]);
    await found(reader, 'milk');
    assert.deepEqual(idsIn((await written('found')).text).toSorted(), ['2601.00004', '2601.00005']);
    assert.deepEqual(idsIn((await written('starred')).text), [second.id]);
  });

  test('leaves out nothing that the list hides of the starred papers', async () => {
    const first = reader.rows.at(0);
    assert.ok(first);
    await reader.marks.say(first.work, { starred: true, dismissed: true });
    await reader.searching.search();
    assert.deepEqual(idsIn((await written('starred')).text), [first.id]);
  });

  test('takes tags and note of the user along', async () => {
    const first = reader.rows.at(0);
    assert.ok(first);
    await reader.marks.say(first.work, { tag: { name: 'to read', on: true } });
    await reader.marks.say(first.work, { note: '第二章 & more' });
    const { text } = await written('one');
    assert.match(text, /keywords = \{to read\}/);
    assert.match(text, /annote = \{第二章 \\& more\}/);
  });

  test('follows its options, and says what is wrong with a pattern', async () => {
    assert.match((await written('found', { keys: 'x{id}' })).text, /@misc\{x2601\.00001,/);
    const wrong = await written('found', { keys: '{x}' });
    assert.deepEqual([wrong.code, wrong.message, wrong.bytes.length], ['keys', 'there is no {x}', 0]);
  });

  test('are notes in a zip, a file a paper', async () => {
    const { bytes, ending, mediaType } = await written('found', { format: 'notes', split: true });
    assert.deepEqual([ending, mediaType], ['.zip', 'application/zip']);
    const files = unzipSync(bytes);
    assert.equal(Object.keys(files).length, 5);
    for (const [name, file] of Object.entries(files)) {
      assert.match(name, /^ada2026[a-z]+\.md$/);
      assert.match(strFromU8(file), /^---\ntitle: /);
    }
  });
});

describe('a copy', () => {
  test('is of the selected papers, else of the one under the cursor, in the format used last', async () => {
    await reader.exporting.copyAs();
    assert.match(copied, /^@misc\{/);
    reader.exporting.keepChoice({ ...USUAL, format: 'id' });
    await reader.exporting.copyAs();
    assert.equal(copied, reader.rows.at(0)?.id);
    await reader.selecting.all();
    await reader.exporting.copyAs();
    assert.equal(copied.split('\n').length, 5);
    assert.deepEqual(reader.told.notices.at(-1), ['export.copied', { n: 5 }]);
  });

  test('that the browser refuses is told', async () => {
    Object.assign(navigator, { clipboard: { writeText: () => Promise.reject(new Error('no')) } });
    await reader.exporting.copyAs();
    assert.deepEqual(reader.told.notices.at(-1), ['notice.copied.not', undefined]);
  });
});
