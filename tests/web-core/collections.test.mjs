// Bibliographies and lists of ids that the user opens, over the real module.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { zipSync } from 'fflate';
import { until } from '../web/support/clock.mjs';
import { JANUARY, found, openPage, visit } from './support/visits.mjs';

const BIB = `@misc{a, title={Another title}, eprint={2601.00001}, archiveprefix={arXiv}}
@misc{b, title={Tea and {Bread}}, author={Ada}}
@misc{c, title={Tea with milk}, author={Somebody Else}}
@misc{d, title={Coffee of the {Evening}}, author={Groß, Jonas and Müller, Jürgen}, year=2025}
@misc{e, title={Never closed`;

/** @param {import('./support/visits.mjs').Reader} reader @param {string} [name] */
function collection(reader, name = 'refs.bib') {
  const all = reader.store.get().collections;
  const one = all.find((each) => each.name === name);
  assert.ok(one, `${name} is among ${all.map((each) => each.name)}`);
  return one;
}
/** @param {{ title: string }[]} works */
const titles = (works) => works.map(({ title }) => title);

describe('a bibliography', () => {
  test('is a collection and no digest, with what the library has of it', async () => {
    const reader = openPage();
    await reader.open(JANUARY);
    const tally = await reader.open({ 'refs.bib': BIB });
    assert.deepEqual(tally.collections, [{ code: 'ok', name: 'refs.bib', works: 4, here: 2, remarks: 2 }]);
    assert.deepEqual(reader.names(), ['2026-01-14', '2026-01-15']);
    const { here, doubtful, elsewhere, record } = collection(reader);
    assert.deepEqual(titles(here), ['Another title', 'Tea and Bread']);
    assert.deepEqual(titles(doubtful), ['Tea with milk']);
    assert.deepEqual(titles(elsewhere), ['Coffee of the Evening']);
    assert.deepEqual(elsewhere[0].authors, ['Jonas Groß', 'Jürgen Müller']);
    assert.equal(record.remarks[0].line, 5);
    assert.deepEqual(reader.collecting.of('2601.00002'), ['refs.bib']);
  });

  test('narrows the list by a filter and by a word of the query', async () => {
    const reader = openPage();
    await reader.open(JANUARY);
    await reader.open({ 'refs.bib': BIB });
    assert.equal(await found(reader, 'collection:refs.bib'), 2);
    reader.browsing.toggle('sets', 'collection:refs.bib');
    assert.equal(await found(reader, 'bread'), 1);
  });

  test('comes first and the digests later: the same papers are recognised', async () => {
    const reader = openPage();
    await reader.open({ 'refs.bib': BIB });
    assert.equal(collection(reader).elsewhere.length, 4);
    await reader.open(JANUARY);
    await until('its papers are recognised', () => collection(reader).here.length === 2);
    await until('that is said', () =>
      reader.told.notices.some(([key, { n }]) => key === 'collections.recognised' && n === 2),
    );
    assert.equal(await found(reader, 'collection:refs.bib'), 2);
  });

  test('is searched by title and author where no digest has its works', async () => {
    const reader = openPage();
    await reader.open(JANUARY);
    await reader.open({ 'refs.bib': BIB });
    for (const [text, expected] of /** @type {[string, string[]][]} */ ([
      ['coffee', ['Coffee of the Evening']],
      ['author:gross', ['Coffee of the Evening']],
      ['bread', []],
      ['', []],
    ])) {
      await found(reader, text);
      await reader.collecting.find();
      assert.deepEqual(titles(reader.store.get().elsewhere?.works ?? []), expected, text);
    }
  });

  test('leads from a work that no digest has to papers like its title', async () => {
    const reader = openPage();
    await reader.open(JANUARY);
    const like = async (/** @type {string} */ title) =>
      (await reader.relating.similarToTitle(title))?.map(({ row }) => row.title.text);
    assert.deepEqual(await like('Baking bread'), ['Bread', 'Tea and bread']);
    assert.deepEqual(await like('Zeppelins'), []);
  });

  test('is starred and tagged in one step each, which can be undone', async () => {
    const reader = openPage();
    await reader.open(JANUARY);
    await reader.open({ 'refs.bib': BIB });
    await reader.collecting.star('refs.bib');
    await reader.collecting.tag('refs.bib', 'mine');
    assert.equal(reader.marks.size('is:starred'), 2);
    assert.deepEqual(reader.marks.tagged('mine').toSorted(), ['2601.00001', '2601.00002']);
    await reader.deciding.undo();
    assert.equal(reader.marks.size('tag:mine'), 0);
    await reader.deciding.undo();
    assert.equal(reader.marks.size('is:starred'), 0);
    await reader.deciding.undo();
    assert.deepEqual(reader.store.get().collections, []);
    await reader.deciding.redo();
    assert.equal(collection(reader).here.length, 2);
  });

  test('has a doubtful paper once the user says so', async () => {
    const reader = openPage();
    await reader.open(JANUARY);
    await reader.open({ 'refs.bib': BIB });
    await reader.collecting.sayAreSame('refs.bib', collection(reader).doubtful[0]);
    await until('it counts', () => collection(reader).here.length === 3);
    assert.equal(collection(reader).doubtful.length, 0);
    await reader.deciding.undo();
    await until('it is doubtful again', () => collection(reader).doubtful.length === 1);
  });

  test('is updated by the same file, removed, and kept', async () => {
    const reader = openPage();
    await reader.open(JANUARY);
    await reader.open({ 'refs.bib': BIB });
    await reader.open({ 'refs.bib': '@misc{a, eprint={2601.00003}}', 'ids.txt': '2601.00004\n2601.00009\n' });
    assert.equal(collection(reader).record.works.length, 1);
    assert.equal(collection(reader, 'ids.txt').here.length, 1);
    const next = await visit();
    await until('they are matched', () => next.store.get().collections.length === 2);
    await until('with the library', () => collection(next, 'ids.txt').here.length === 1);
    await next.collecting.remove('ids.txt');
    await until('one is left', () => next.store.get().collections.length === 1);
    assert.equal(await found(next, 'collection:ids.txt'), 0);
  });

  test('that is none is refused with its reason, and costs no other file', async () => {
    const reader = openPage();
    const tally = await reader.open({ 'empty.bib': '% nothing\n', ...JANUARY });
    assert.deepEqual(
      tally.refused.map(({ name, code }) => [name, code]),
      [['empty.bib', 'no_works']],
    );
    assert.equal(reader.names().length, 2);
  });

  test('is looked into without being opened, also in a zip', async () => {
    const reader = openPage();
    const bytes = new TextEncoder().encode(BIB);
    const looked = { code: 'ok', papers: 0, collections: [{ name: 'refs.bib', works: 4 }], made: null };
    assert.deepEqual(await reader.engine.look({ name: 'refs.bib', bytes: bytes.slice() }), looked);
    const ids = new TextEncoder().encode('2601.00004\n2601.00009\n');
    assert.deepEqual(await reader.engine.look({ name: 'shared.zip', bytes: zipSync({ 'ids.txt': ids }) }), {
      ...looked,
      collections: [{ name: 'ids.txt', works: 2 }],
    });
    const empty = new TextEncoder().encode('% nothing\n');
    assert.deepEqual(await reader.engine.look({ name: 'empty.bib', bytes: empty }), {
      ...looked,
      code: 'no_works',
      collections: [],
    });
    assert.deepEqual(reader.store.get().collections, []);
  });

  test('of any length is matched beside another one, and beside a search', { timeout: 300_000 }, async () => {
    const reader = openPage();
    await reader.open(JANUARY);
    const works = Array.from({ length: 1000 }, (_, n) => ({
      title: `Title ${n}`,
      authors: [],
      year: '',
      id: '',
      doi: '',
      url: '',
      line: 1,
    }));
    const answers = await Promise.all([
      reader.engine.matchWorks({ works }),
      reader.engine.matchWorks({ works }),
      found(reader, 'tea'),
    ]);
    assert.deepEqual(
      answers.map((answer) => (Array.isArray(answer) ? answer.length : answer)),
      [1000, 1000, 5],
    );
  });

  test('is matched by one matching at a time, whatever is opened meanwhile', async () => {
    const reader = openPage();
    await reader.open({ 'refs.bib': BIB });
    const { matchWorks } = reader.engine;
    let running = 0;
    let most = 0;
    reader.engine.matchWorks = async (ask) => {
      most = Math.max(most, (running += 1));
      const matches = await matchWorks(ask);
      running -= 1;
      return matches;
    };
    const matched = Array.from({ length: 20 }, () => reader.collecting.match());
    await reader.open(JANUARY);
    await Promise.all(matched);
    await reader.collecting.match();
    assert.equal(most, 1);
    assert.equal(collection(reader).here.length, 2);
  });

  test('in an address is not taken', async () => {
    const reader = openPage();
    await reader.open({ 'refs.bib': BIB }, { keeps: false });
    assert.deepEqual(reader.store.get().collections, []);
  });
});

test('A backup has the collections, and says what it would change', async () => {
  const reader = openPage();
  await reader.open(JANUARY);
  await reader.open({ 'refs.bib': BIB });
  const made = new TextEncoder().encode(
    JSON.stringify({ format: 'broadsheet-backup', version: 1, collections: reader.collections.records() }),
  );
  assert.equal(reader.storing.changesBy(made).changes, null);
  await reader.collecting.remove('refs.bib');
  // What was said last wins, from wherever it comes.
  assert.equal(reader.storing.changesBy(made).changes, null);
  const other = openPage();
  other.collections.forgetAll();
  assert.equal(other.storing.changesBy(made).changes?.collections, 1);
});
