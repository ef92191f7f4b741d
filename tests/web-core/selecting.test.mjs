// Many papers at once: what is copied and printed of them, and what leaves the library.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { until } from '../web/support/clock.mjs';
import { days, found, openPage, paper } from './support/visits.mjs';

/** @type {import('./support/visits.mjs').Reader} */
let reader;
const selected = () => [...reader.store.get().selection.works].sort();
let copied = '';

beforeEach(async () => {
  reader = openPage();
  await reader.open(days(3));
  await reader.searching.search();
  Object.assign(navigator, {
    clipboard: { writeText: async (/** @type {string} */ text) => void (copied = text) },
  });
  copied = '';
});

describe('the selected papers', () => {
  test('are all that were found, whatever the list shows then', async () => {
    const all = await found(reader, '');
    await reader.selecting.all();
    assert.equal(selected().length, all);
    await found(reader, 'nothing is found by this');
    assert.equal(selected().length, all);
    await reader.acting.star();
    assert.equal(await found(reader, 'is:starred'), all);
    await reader.undo.undo();
    assert.equal(await found(reader, 'is:starred'), 0);
  });

  test('are copied in the order of the list, also those that it does not show', async () => {
    await reader.selecting.toggleAt(2);
    await reader.selecting.toggleAt(0);
    const [first, , third] = [0, 1, 2].map((index) => reader.rows.at(index));
    await reader.handingOut.copyLinks();
    assert.equal(copied, `https://arxiv.org/abs/${first?.id}\nhttps://arxiv.org/abs/${third?.id}`);
    assert.deepEqual(reader.told.notices.at(-1), ['selection.copied.links', { n: 2 }]);
    await found(reader, 'nothing is found by this');
    await reader.exporting.copyAs('link');
    assert.equal(copied.split('\n').length, 2);
    assert.ok(copied.startsWith(`[${third?.title.text}](https://arxiv.org/abs/${third?.id})`), copied);
  });

  test('are printed with all their texts', async () => {
    await reader.selecting.all();
    const papers = await reader.handingOut.papers();
    assert.deepEqual(papers?.map(({ work }) => work).sort(), selected());
    assert.ok(papers?.every(({ fields, title }) => fields.length > 0 && title.text !== ''));
  });

  test('without a link are left out of the links, and that is told', async () => {
    const link = '### [1] [Of somebody](https://example.org/@somebody/a)\n**TL;DR**: tea\n';
    await reader.open({ 'mine.md': link.replace('**TL;DR**', 'TL;DR') });
    await found(reader, '');
    await reader.selecting.all();
    await reader.handingOut.copyLinks();
    assert.equal(copied.split('\n').length, selected().length);
    assert.ok(copied.includes('https://example.org/@somebody/a'), copied);
  });

  test('that leave the library with their digest are not selected any more', async () => {
    await reader.selecting.all();
    const before = selected();
    await reader.removing.removeDigest('2026-01-10');
    await until('they are gone', () => selected().length < before.length);
    assert.equal(selected().length, await found(reader, ''));
  });
});

test('a digest that comes back is where it was, in the list of the files and among the papers of its day', async () => {
  const twin = { 'a.md': paper(80, 'Alpha'), 'b.md': paper(81, 'Beta'), 'c.md': paper(82, 'Gamma') };
  reader = openPage();
  await reader.open(twin);
  await reader.searching.search();
  const before = reader.titles();
  await reader.removing.removeDigest('b');
  await reader.undo.undo();
  await reader.searching.search();
  assert.deepEqual(reader.names(), ['a', 'b', 'c']);
  assert.deepEqual(reader.titles(), before);
});
