// The shelf as a value: each change gives another one, and leaves the one before as it was.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  EMPTY_SHELF,
  addDigest,
  addKnown,
  addUnstored,
  arranged,
  cutSource,
  digestOf,
  forgetKnown,
  forgetSources,
  labelsWithout,
  markStored,
  refuse,
  replaceDigests,
  replaceIds,
  withKnownIds,
  wouldLose,
} from '../../web/src/library/shelf.js';

/** @param {string} content @param {number} [id] @returns {any} */
const entry = (content, id = 0) => ({ content, label: content.toUpperCase(), id, papers: 1 });
/** @param {string} name @returns {any} */
const source = (name) => ({ name, blob: {} });
const [A, B, C] = [source('a.md'), source('b.md'), source('c.md')];

/** a is stored, b and c are not, and the page's address opens c; x was refused, k was known. */
const FULL = deepFreeze({
  digests: [entry('a', 7), entry('b'), entry('c')],
  refused: [{ name: 'x.md', code: 'not_text' }],
  known: ['k.md'],
  unstored: new Map([
    ['b', { source: B, fromAddress: false }],
    ['c', { source: C, fromAddress: true }],
  ]),
});

/** @template T @param {T} value @returns {T} */
function deepFreeze(value) {
  if (typeof value !== 'object' || value === null) return value;
  for (const each of value instanceof Map ? value.values() : Object.values(value)) deepFreeze(each);
  return Object.freeze(value);
}

/** The shelf in a few words. @param {import('../../web/src/library/shelf.js').ShelfWithSources} shelf */
const seen = ({ digests, refused, known, unstored }) => ({
  digests: digests.map(({ content, id }) => `${content}${id}`).join(' '),
  refused: refused.map(({ name, code }) => `${name} ${code}`).join(', '),
  known: known.join(' '),
  unstored: [...unstored]
    .map(([content, { source, fromAddress }]) => `${content} ${source.left ?? 'all'} ${fromAddress}`)
    .join(', '),
});

const BEFORE = {
  digests: 'a7 b0 c0',
  refused: 'x.md not_text',
  known: 'k.md',
  unstored: 'b all false, c all true',
};

describe('a change of the shelf', () => {
  /** @type {[string, (shelf: any) => any, Partial<typeof BEFORE>][]} what is done, how, what is then other than before */
  const cases = [
    ['a digest comes last', (shelf) => addDigest(shelf, entry('d', 9), 'd.md'), { digests: 'a7 b0 c0 d9' }],
    [
      'a file that was refused opens after all',
      (shelf) => addDigest(shelf, entry('d', 9), 'x.md'),
      { digests: 'a7 b0 c0 d9', refused: '' },
    ],
    ['a file is known', (shelf) => addKnown(shelf, 'm.md'), { known: 'k.md m.md' }],
    ['a file is known once', (shelf) => addKnown(shelf, 'k.md'), {}],
    [
      'a file that was refused is known',
      (shelf) => addKnown(shelf, 'x.md'),
      { known: 'k.md x.md', refused: '' },
    ],
    ['known files are forgotten', forgetKnown, { known: '' }],
    [
      'another file is refused',
      (shelf) => refuse(shelf, { name: 'y.md', code: 'empty_file' }),
      { refused: 'x.md not_text, y.md empty_file' },
    ],
    [
      'a file is refused again, for the last reason',
      (shelf) => refuse(shelf, { name: 'x.md', code: 'stopped' }),
      { refused: 'x.md stopped' },
    ],
    ['other digests are open', (shelf) => replaceDigests(shelf, [entry('b', 3)]), { digests: 'b3' }],
    [
      'ids are replaced, also by none',
      (shelf) =>
        replaceIds(
          shelf,
          new Map([
            ['a', 0],
            ['b', 5],
            ['unknown', 6],
          ]),
        ),
      { digests: 'a0 b5 c0' },
    ],
    [
      'a digest is not stored',
      (shelf) => addUnstored(shelf, 'a', { source: A, fromAddress: false }),
      { unstored: 'b all false, c all true, a all false' },
    ],
    [
      'a digest is stored',
      (shelf) => markStored(shelf, 'b', 8),
      { digests: 'a7 b8 c0', unstored: 'c all true' },
    ],
    ['sources are forgotten', (shelf) => forgetSources(shelf, ['a', 'c']), { unstored: 'b all false' }],
    [
      'a newer making has some papers of an unstored digest',
      (shelf) => cutSource(shelf, { older: entry('c'), left: [2, 4] }),
      { unstored: 'b all false, c 2,4 true' },
    ],
    [
      'a newer making has all papers of an unstored digest',
      (shelf) => cutSource(shelf, { older: entry('c'), left: [] }),
      { unstored: 'b all false' },
    ],
    ['a newer making of a stored digest', (shelf) => cutSource(shelf, { older: entry('a'), left: [1] }), {}],
  ];
  for (const [what, change, after] of cases)
    test(`${what}: that is another shelf, and the one before is as it was`, () => {
      assert.deepEqual(seen(change(FULL)), { ...BEFORE, ...after });
      assert.deepEqual(seen(FULL), BEFORE);
    });

  test('leaves entries alone that it is not about', () => {
    const after = replaceIds(FULL, new Map([['b', 5]]));
    assert.deepEqual(
      after.digests.map((each, at) => each === FULL.digests[at]),
      [true, false, true],
    );
  });
});

describe('the shelf says', () => {
  test('which digest has a content', () => {
    assert.equal(digestOf(FULL, 'b'), FULL.digests[1]);
    assert.equal(digestOf(FULL, 'unknown'), undefined);
  });

  test('its digests in the order that they had, those opened since last', () => {
    const shelf = replaceDigests(
      EMPTY_SHELF,
      ['new', 'c', 'a', 'b', 'newer'].map((name) => entry(name)),
    );
    assert.deepEqual(
      arranged(shelf, ['a', 'gone', 'b', 'c']).map(({ content }) => content),
      ['a', 'b', 'c', 'new', 'newer'],
    );
  });

  test('which stored digests are no longer stored', () => {
    assert.deepEqual(labelsWithout(FULL, new Set([1])), ['A']);
    assert.deepEqual(labelsWithout(FULL, new Set([7])), []);
  });

  test('the ids that the worker does not know, and believes those that it does', () => {
    const entries = [entry('a'), entry('b', 4), entry('new')];
    assert.deepEqual(
      withKnownIds(FULL, entries).map(({ id }) => id),
      [7, 4, 0],
    );
    assert.deepEqual(
      entries.map(({ id }) => id),
      [0, 4, 0],
    );
  });

  test('whether a reload would lose something: not what the address opens again', () => {
    assert.equal(wouldLose(FULL), true);
    assert.equal(wouldLose(forgetSources(FULL, ['b'])), false);
    assert.equal(wouldLose(EMPTY_SHELF), false);
  });
});
