// What is dropped or picked becomes named files, in order: those of a folder only where they could be digests.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  fromFiles,
  fromFolder,
  fromTransfer,
  isDigestName,
  isPageName,
} from '../../web/src/library/read-files.js';

/** @param {string} name */
const file = (name) => new File(['text'], name);
/** @param {import('../../web/src/library/read-files.js').Source[]} sources */
const names = (sources) => sources.map(({ name }) => name);

/** @typedef {{ [name: string]: Folder | null }} Folder null: a file */

/** As a browser gives what is dropped. @param {string} name @param {Folder | null} content @returns {any} */
function entryOf(name, content) {
  if (!content)
    return {
      name,
      isDirectory: false,
      file: (/** @type {(file: File) => void} */ resolve) => resolve(file(name)),
    };
  const children = Object.entries(content).map(([child, inside]) => entryOf(child, inside));
  return {
    name,
    isDirectory: true,
    createReader: () => ({
      // A hundred a call, as in Chromium, and none at the end.
      readEntries: (/** @type {(entries: any[]) => void} */ resolve) => resolve(children.splice(0, 100)),
    }),
  };
}

/** @param {Folder} dropped @param {{ text?: boolean, entries?: boolean }} [how] */
const transferOf = (dropped, { text = false, entries = true } = {}) =>
  /** @type {any} */ ({
    files: Object.keys(dropped).map(file),
    items: [
      ...(text ? [{ kind: 'string', webkitGetAsEntry: () => null }] : []),
      ...Object.entries(dropped).map(([name, content]) => ({
        kind: 'file',
        webkitGetAsEntry: entries ? () => entryOf(name, content) : undefined,
      })),
    ],
  });

test('files come by their names, in whatever order they were chosen', () => {
  assert.deepEqual(names(fromFiles(['b.md', 'a.md', 'picture.png'].map(file))), [
    'a.md',
    'b.md',
    'picture.png',
  ]);
});

test('of a folder those are taken that could be digests', () => {
  assert.deepEqual(names(fromFolder(['b.jsonl', 'a.md', 'picture.png', 'c.ZIP', 'page.html'].map(file))), [
    'a.md',
    'b.jsonl',
    'c.ZIP',
    'page.html',
  ]);
  for (const name of ['a.md', 'a.md.gz', 'a.txt', 'a.json', 'a.broadsheet'])
    assert.ok(isDigestName(name), name);
  for (const name of ['a.pdf', 'md', 'a.md.png', '.DS_Store']) assert.ok(!isDigestName(name), name);
});

test('a page of a folder is known by its name', () => {
  for (const name of ['a.html', 'a.HTM', 'a.html.gz']) assert.ok(isPageName(name), name);
  for (const name of ['a.md', 'html', 'a.html.md']) assert.ok(!isPageName(name), name);
});

describe('what is dropped', () => {
  test('opens as it is where it is files, whatever they are called', async () => {
    const dropped = { 'b.png': null, 'a.md': null };
    assert.deepEqual(names(await fromTransfer(transferOf(dropped, { text: true }))), ['a.md', 'b.png']);
    assert.deepEqual(names(await fromTransfer(transferOf(dropped, { entries: false }))), ['a.md', 'b.png']);
  });

  test('opens with all that folders hold, beside files that were dropped with them', async () => {
    const january = Object.fromEntries(Array.from({ length: 250 }, (_, day) => [`${1000 + day}.md`, null]));
    const sources = await fromTransfer(
      transferOf({
        year: { january, 'notes.pdf': null, deep: { er: { '9999.md': null } } },
        'picture.png': null,
      }),
    );
    assert.deepEqual(names(sources), [...Object.keys(january), '9999.md', 'picture.png']);
  });

  test('holds nothing where a folder is empty', async () => {
    assert.deepEqual(await fromTransfer(transferOf({ empty: {} })), []);
  });
});
