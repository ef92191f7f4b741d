// Bringing digests in: the sample, a text, an empty batch.
import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { keptRows } from '../web/support/browser.mjs';
import { sources } from './support/reader.mjs';
import { zip } from '../browser/support/archives.mjs';
import { days, openPage, paper, refused } from './support/visits.mjs';
import { SourceUnavailable } from '../../web/src/library/read-files.js';

const [SAMPLE] = sources({ '2026-01-01.md': paper(1) });

describe('the sample', () => {
  test('opens with its address, and is not kept', async () => {
    const reader = openPage({ loadSample: async () => SAMPLE });
    const entries = history.length;
    await reader.opening.openSample();
    assert.deepEqual(
      [reader.names(), location.hash, history.length],
      [['2026-01-01'], '#src=sample', entries],
    );
    assert.deepEqual(await reader.kept.digestIds(), []);
    const next = openPage();
    await next.start();
    assert.deepEqual(next.names(), [], 'a page without that address is empty');
  });

  test('that is open already is not opened again', async () => {
    const reader = openPage({ loadSample: async () => SAMPLE });
    await reader.opening.openSample();
    const open = mock.method(reader.library, 'open');
    await reader.opening.openSample();
    assert.equal(open.mock.callCount(), 0);
  });

  test('that does not come is said, and the address stays', async () => {
    const reader = openPage();
    await reader.opening.openSample();
    assert.deepEqual([reader.told.notices, location.hash], [[['notice.sample', undefined]], '']);
  });
});

test('texts that are pasted are files, each with a name of its own, and kept', async () => {
  const reader = openPage();
  await reader.opening.openText(paper(1));
  await reader.opening.openText(paper(2));
  assert.deepEqual(
    (await keptRows('digests')).map(({ name }) => name),
    ['pasted-1.md', 'pasted-2.md'],
  );
});

describe('pages of a folder or a zip', () => {
  const page = (/** @type {string} */ body) => `<!doctype html><title>Tea</title><body>${body}</body>`;
  const prose = page('<h1>About</h1><p>We drink tea.</p>');
  const list = page(
    [1, 2, 3, 4]
      .map(
        (n) => `<li><a href="https://arxiv.org/abs/2601.0000${n}">Tea number ${n}</a> by Ana Beispiel</li>`,
      )
      .join(''),
  );
  /** @param {Record<string, string | Uint8Array>} files */
  const folder = (files) => sources(files).map((source) => ({ ...source, found: true }));

  test('are read if they list papers, and else left alone', async () => {
    const reader = openPage();
    const archive = zip({ 'a/about.htm': prose, 'a/friday.html': list.replaceAll('2601.0000', '2601.0001') });
    await reader.opening.open(
      folder({ 'about.html': prose, 'empty.html': '', 'list.html': list, 'site.zip': archive }),
    );
    assert.deepEqual(reader.names().toSorted(), ['friday', 'list']);
    assert.deepEqual([reader.told.notices, reader.told.outcomes, refused(reader)], [[], [], []]);
  });

  test('are said to hold nothing where none lists papers', async () => {
    const reader = openPage();
    await reader.opening.open(folder({ 'about.html': prose }));
    await reader.opening.open(sources(/** @type {any} */ ({ 'site.zip': zip({ 'about.html': prose }) })));
    assert.deepEqual(reader.told.notices, Array(2).fill(['notice.nothing', undefined]));
  });

  test('are refused like any file where they were chosen', async () => {
    const reader = openPage();
    await reader.opening.open(sources({ 'about.html': prose }));
    assert.equal(reader.store.get().shelf.refused.length, 1);
  });
});

test('nothing to open is said', async () => {
  const reader = openPage();
  assert.equal(await reader.opening.open([]), 0);
  assert.deepEqual(reader.told.notices, [['notice.nothing', undefined]]);
});

test('of refusals only the new ones are told', async () => {
  const reader = openPage();
  await reader.opening.open(sources({ 'a.md': '', ...days(1) }));
  await reader.opening.open(sources({ 'b.md': '' }));
  assert.deepEqual(
    reader.told.outcomes.map(({ text }) => text),
    ['a.md: The file is empty.', 'b.md: The file is empty.'],
  );
});

test('one more try of what could not be reached is told, if it fails too', async () => {
  const reader = openPage();
  const far = {
    name: 'far.md',
    blob: { arrayBuffer: () => Promise.reject(new SourceUnavailable('not_reached')) },
  };
  for (let time = 0; time < 2; time++) await reader.opening.open([far]);
  assert.equal(reader.told.outcomes.length, 2);
  assert.equal(reader.store.get().shelf.refused.length, 1);
});
