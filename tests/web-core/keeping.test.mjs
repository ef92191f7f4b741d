// What is kept of the open library: digests, and the index over them, which may be damaged, cut, or of another version.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keptRows, putRow } from '../web/support/browser.mjs';
import { pass, settle, until } from '../web/support/clock.mjs';
import { dayNames, days, fileNames, found, openPage, paper, refused, visit } from './support/visits.mjs';
import { DAMAGED_PART } from '../../web/src/engine/protocol.js';

/** Longer than the worker waits until it does what can wait. */
const IDLE = 2000;

const partSizes = async () => (await keptRows('parts')).map(({ digests }) => digests.length);

/** @param {number[]} sizes */
async function indexIsKept(sizes) {
  pass(IDLE);
  await until(`the parts have ${sizes} digests`, async () => {
    pass(IDLE);
    return (await partSizes()).join() === sizes.join();
  });
}

describe('the next visit', () => {
  test('finds the digests, with their ids, in the order in which they were opened', async () => {
    const reader = openPage();
    await reader.open(days(3));
    const next = await visit();
    // Digests are of a batch as long as they are opened one after the other.
    const [now, before] = [next, reader].map(({ store }) =>
      store.get().shelf.digests.map(({ batch, ...digest }) => digest),
    );
    assert.deepEqual(now, before);
    assert.deepEqual(refused(next), []);
    assert.deepEqual(next.told.notes, []);
    assert.equal(await found(next, 'tea'), 3);
  });

  test('opens the index, without reading a digest', async () => {
    const reader = openPage();
    await reader.open(days(3));
    await indexIsKept([1, 1, 1]);
    // Whoever reads one stops.
    const next = await visit(fileNames(3));
    assert.deepEqual([next.names(), next.told.stops, next.told.notes], [dayNames(3), [], []]);
    assert.equal(await found(next, 'tea'), 3);
  });

  test('reads what is not in the index, and puts it there', async () => {
    const reader = openPage();
    await reader.open(days(1));
    await indexIsKept([1]);
    await reader.open(days(2), { keeps: true, merges: true });
    const next = await visit(fileNames(1));
    assert.deepEqual([next.names(), next.told.stops], [dayNames(2), []]);
    await indexIsKept([1, 1]);
    const last = await visit(fileNames(2));
    assert.deepEqual([last.names(), last.told.stops], [dayNames(2), []]);
  });

  test('has none of what was only open', async () => {
    const reader = openPage();
    await reader.open(days(1));
    await reader.open({ 'sample.md': paper(50) }, { keeps: false });
    const next = await visit();
    assert.deepEqual(next.names(), dayNames(1));
  });
});

describe('the index', () => {
  test('of many digests is one part, and without one of them another', async () => {
    const reader = openPage();
    await reader.open(days(20));
    await indexIsKept([20]);
    const next = await visit(fileNames(20));
    assert.deepEqual([next.names(), next.told.stops], [dayNames(20), []]);
    await next.library.remove([next.store.get().shelf.digests[3].label]);
    await indexIsKept([19]);
    const last = await visit(fileNames(20));
    assert.deepEqual(
      last.names(),
      dayNames(20).filter((name) => name !== '2026-01-13'),
    );
    assert.deepEqual([last.told.stops, last.told.notes, await found(last, 'tea')], [[], [], 19]);
  });

  test('becomes one part when small parts are too many', async () => {
    const reader = openPage();
    await reader.open(days(12));
    await indexIsKept(Array(12).fill(1));
    await reader.open({ '2026-02-01.md': paper(70) });
    await indexIsKept([13]);
    const next = await visit(fileNames(12));
    assert.deepEqual([next.names(), next.told.stops], [[...dayNames(12), '2026-02-01'], []]);
  });

  test('of a digest that was removed is not believed', async () => {
    const reader = openPage();
    await reader.open(days(2));
    await indexIsKept([1, 1]);
    await reader.library.remove([reader.store.get().shelf.digests[0].label]);
    const next = await visit();
    assert.deepEqual([next.names(), next.told.notes], [['2026-01-11'], []]);
    assert.equal(await found(next, 'tea'), 1);
    await settle();
    assert.deepEqual(await partSizes(), [1]);
  });

  test('goes with everything', async () => {
    const reader = openPage();
    await reader.open(days(2));
    await indexIsKept([1, 1]);
    await (await visit()).library.closeAll();
    assert.deepEqual(await partSizes(), []);
    assert.deepEqual((await visit()).names(), []);
  });
});

/** As the table of sections says. @param {Uint8Array<ArrayBuffer>} bytes */
function beginningOfTexts(bytes) {
  const name = Buffer.from(bytes.buffer).indexOf('TEXT');
  return Number(new DataView(bytes.buffer).getBigUint64(name + 8, true));
}
/** Spoils the first part as nothing but an accident would (docs/snapshot-format.md). @param {(bytes: Uint8Array, texts: number) => Uint8Array<any>} spoil */
async function harm(spoil) {
  const [part] = await keptRows('parts');
  const bytes = new Uint8Array(await part.blob.arrayBuffer());
  await putRow('parts', { ...part, blob: new Blob([spoil(bytes, beginningOfTexts(bytes))]) });
}
/** @param {Uint8Array} bytes @param {number} at */
function flip(bytes, at) {
  bytes[at] ^= 1;
  return bytes;
}

describe('an index that is not what was saved', () => {
  const cases = [
    { what: 'with another byte', spoil: (bytes, texts) => flip(bytes, texts - 100), code: 'damaged_index' },
    { what: 'that is cut', spoil: (bytes) => bytes.subarray(0, -9), code: 'damaged_index' },
    { what: 'that is cut in its head', spoil: (bytes) => bytes.subarray(0, 20), code: 'damaged_index' },
    { what: 'that is empty', spoil: () => new Uint8Array(), code: 'damaged_index' },
    { what: 'of other content', spoil: (bytes) => bytes.fill(7), code: 'damaged_index' },
    { what: 'of another format', spoil: (bytes) => flip(bytes, 4), code: 'older_index' },
  ];
  for (const { what, spoil, code } of cases)
    test(`(${what}) is made again from the digests, and that is said once`, async () => {
      const reader = openPage();
      await reader.open(days(2));
      await indexIsKept([1, 1]);
      await reader.end();
      await harm(/** @type {any} */ (spoil));
      // The second part is read, as it was saved.
      const next = await visit(['2026-01-11.md']);
      assert.deepEqual(next.told.notes, [{ code, name: '' }]);
      assert.deepEqual([next.names().toSorted(), next.told.stops], [dayNames(2), []]);
      assert.equal(await found(next, 'tea'), 2);
      await indexIsKept([1, 1]);
      const last = await visit(fileNames(2));
      assert.deepEqual([last.told.notes, last.told.stops], [[], []]);
      assert.equal(await found(last, 'tea'), 2);
    });

  test('is found out by a text that is wanted later: the worker is replaced, and nothing is lost', async () => {
    const reader = openPage();
    await reader.open(days(2));
    await indexIsKept([1, 1]);
    reader.end();
    await harm((bytes, texts) => flip(bytes, texts + 20));
    const next = await visit();
    assert.deepEqual(next.told.notes, []);
    pass(IDLE);
    await until('the damage is found', () => next.told.notes.length > 0);
    assert.equal(next.told.stops.length, 1);
    assert.match(next.told.stops[0], new RegExp(DAMAGED_PART));
    assert.deepEqual(next.told.notes, [{ code: 'damaged_index', name: '' }]);
    await until('all is open again', () => next.names().length === 2);
    assert.equal(await found(next, 'tea'), 2);
    await indexIsKept([1, 1]);
    const last = await visit(fileNames(2));
    assert.deepEqual([last.told.notes, last.told.stops], [[], []]);
  });
});

describe('a digest at which the reader stopped when it was opened', () => {
  test('is set aside and named, and costs the others nothing, now and at later visits', async () => {
    const reader = openPage();
    await reader.open(days(3));
    // Before the index was written.
    const next = await visit(['2026-01-11.md']);
    await until('the library is open', () => next.names().length > 0);
    assert.equal(next.told.stops.length, 1);
    assert.deepEqual(next.told.notes, [{ code: 'aside', name: '2026-01-11.md' }]);
    assert.deepEqual(next.names(), ['2026-01-10', '2026-01-12']);
    assert.equal((await keptRows('digests')).length, 3, 'it stays');
    const last = await visit(['2026-01-11.md']);
    assert.deepEqual([last.names(), last.told.stops], [['2026-01-10', '2026-01-12'], []]);
    assert.deepEqual(last.told.notes, [{ code: 'aside', name: '2026-01-11.md' }]);
  });

  test('three times in a row without anybody seeing it is set aside, twice it is not', async () => {
    const reader = openPage();
    await reader.open(days(2));
    const [{ id }] = await keptRows('digests');
    for (const times of [2, 3]) {
      reader.end();
      await reader.kept.set('reading', { digest: id, times });
      const next = await visit();
      assert.deepEqual(next.names(), times === 3 ? ['2026-01-11'] : dayNames(2));
    }
  });

  test('that is damaged where it is kept is named', async () => {
    const reader = openPage();
    await reader.open(days(2));
    const [row] = await keptRows('digests');
    await putRow('digests', { ...row, packed: true });
    const next = await visit();
    assert.deepEqual(next.told.notes, [{ code: 'damaged_digest', name: '2026-01-10.md' }]);
    assert.deepEqual(next.names(), ['2026-01-11']);
  });
});

describe('texts that are late', () => {
  const long = (/** @type {number} */ serial) =>
    paper(serial).replace('TL;DR: tea', `TL;DR: tea of leaf ${serial} ${'and a bowl '.repeat(2000)}`);

  /** Two large digests in the index, whose texts nobody has read yet. */
  async function late() {
    const files = { '2026-01-10.md': long(10), '2026-01-11.md': long(11) };
    const reader = openPage();
    await reader.open(files);
    await indexIsKept([1, 1]);
    return visit(Object.keys(files));
  }

  test('are there when a paper is opened, a phrase is looked for, or nothing else is to do', async () => {
    const next = await late();
    assert.equal(await found(next, '"leaf 11"'), 1);
    await found(next, '');
    await next.browsing.open(0);
    const { paper: opened } = next.store.get();
    assert.match(JSON.stringify(opened), /tea of leaf 1[01] and a bowl/);
    pass(IDLE);
    await settle();
    assert.equal(await found(next, '"leaf 10"'), 1);
    assert.deepEqual(next.told.stops, []);
  });

  test('keep nobody from removing a digest, or everything', async () => {
    const next = await late();
    await next.library.remove([next.store.get().shelf.digests[0].label]);
    assert.equal(await found(next, '"leaf 11"'), 1);
    await next.library.closeAll();
    assert.deepEqual([next.names(), await keptRows('digests'), await keptRows('parts')], [[], [], []]);
  });

  test('are packed, where there is much of them, and come out as they were', async () => {
    const next = await late();
    assert.ok((await keptRows('digests')).every(({ packed, bytes, size }) => packed && bytes.length < size));
    await next.open({ '2026-01-12.md': long(12) });
    const again = await visit();
    assert.equal(await found(again, '"leaf 12"'), 1);
  });
});
