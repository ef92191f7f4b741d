// What a person says of papers: in memory, in the database, told to the engine and to other tabs.
import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test } from 'node:test';
import { freshBrowser, keptRows } from './support/browser.mjs';
import { NOON, pass, settle } from './support/clock.mjs';
import { blank } from '../../web/src/marks/mark.js';
import { createMarks } from '../../web/src/marks/marks.js';
import { createKeptMarks } from '../../web/src/marks/kept-marks.js';

beforeEach(freshBrowser);

const A = '2601.00001';
const B = '2601.00002';

/** A tab: its marks, and what it tells. @param {Partial<ReturnType<typeof createKeptMarks>>} [changed] in what keeps them */
function openTab(changed = {}) {
  const told = {
    sets: /** @type {any[]} */ ([]),
    works: /** @type {string[][]} */ ([]),
    unkept: /** @type {unknown[]} */ ([]),
    changes: 0,
  };
  const kept = createKeptMarks();
  const marks = createMarks({
    kept: { ...kept, ...changed },
    onSets: (changes) => told.sets.push(...changes),
    onChange: () => (told.changes += 1),
    onKept: (works) => told.works.push(works),
    onUnkept: (error) => told.unkept.push(error),
  });
  return { marks, told, kept };
}

/** @param {ReturnType<typeof openTab>} tab what a mark says, without its times */
const said = ({ marks }, work = A) => {
  const { read, starred, note, tags } = marks.get(work) ?? blank(work);
  const on = Object.keys(tags).filter((name) => tags[name].on);
  return { read, starred, note, tags: on.sort() };
};
const NOTHING = { read: false, starred: false, note: '', tags: /** @type {string[]} */ ([]) };

describe('what is said of a work', () => {
  test('is there at once, and kept, and told to the other tabs when it is', async () => {
    const tab = openTab();
    const saying = tab.marks.say(A, { starred: true });
    assert.equal(tab.marks.get(A)?.starred, true);
    assert.deepEqual([tab.told.changes, tab.told.works], [1, []]);
    await saying;
    assert.deepEqual(tab.told.works, [[A]]);
    assert.deepEqual(await keptRows('marks'), [{ ...blank(A), starred: true, starredAt: NOON }]);
  });

  test('leaves all else that was said of it as it was', async () => {
    const tab = openTab();
    await tab.marks.say(A, { note: '笔记' });
    await tab.marks.say(A, { tag: { name: 'to read', on: true } });
    await tab.marks.say(A, { starred: true });
    await tab.marks.say(A, { read: true });
    assert.deepEqual(said(tab), { read: true, starred: true, note: '笔记', tags: ['to read'] });
    await tab.marks.say(A, { tag: { name: 'to read', on: false } });
    await tab.marks.say(A, { note: '' });
    assert.deepEqual(said(tab), { ...NOTHING, read: true, starred: true });
  });

  test('counts, however far the clock has been set back', async () => {
    const tab = openTab();
    await tab.marks.say(A, { starred: true });
    mock.timers.setTime(NOON - 86_400_000);
    await tab.marks.say(A, { starred: false });
    mock.timers.setTime(NOON);
    assert.equal((await keptRows('marks'))[0].starred, false);
    const next = openTab();
    await next.marks.load();
    assert.equal(next.marks.get(A)?.starred, false);
  });

  test('is there at the next visit', async () => {
    await openTab().marks.say(A, { note: 'ask about 式 $x$' });
    const next = openTab();
    assert.deepEqual(next.marks.all(), []);
    await next.marks.load();
    assert.deepEqual(said(next), { ...NOTHING, note: 'ask about 式 $x$' });
    assert.deepEqual(next.told.sets, [], 'a worker that starts is told all sets at once');
  });

  test('lasts until the page is closed where it cannot be kept, and that is reported', async () => {
    const full = new DOMException('', 'QuotaExceededError');
    const tab = openTab({ merge: () => Promise.reject(full) });
    await tab.marks.say(A, { starred: true });
    assert.deepEqual([tab.told.unkept, tab.told.works], [[full], []]);
    assert.equal(tab.marks.get(A)?.starred, true);
  });

  test('is nothing at the start where the browser keeps nothing, which is no error', async () => {
    const tab = openTab({ all: () => Promise.reject(new Error('forbidden')) });
    await tab.marks.load();
    assert.deepEqual(tab.marks.all(), []);
  });
});

describe('the engine', () => {
  const set = (/** @type {string} */ name, member = true, work = A) => ({ set: name, work, member });
  const cases = [
    { says: [{ read: true }], told: [set('is:read')] },
    { says: [{ starred: true }, { starred: false }], told: [set('is:starred'), set('is:starred', false)] },
    { says: [{ note: 'a' }, { note: 'ab' }], told: [set('is:noted')] },
    { says: [{ tag: { name: 'x', on: true } }], told: [set('tag:x')] },
    { says: [{ starred: false }], told: [] },
  ];
  for (const { says, told } of cases)
    test(`is told of sets that change, once: ${says.map((each) => JSON.stringify(each)).join(', ')}`, async () => {
      const tab = openTab();
      for (const statement of says) await tab.marks.say(A, statement);
      assert.deepEqual(tab.told.sets, told);
    });

  test('that starts anew gets all sets, also those that hold nothing', async () => {
    const { marks } = openTab();
    assert.deepEqual(marks.sets(), {
      'is:read': [],
      'is:starred': [],
      'is:dismissed': [],
      'is:noted': [],
    });
    await marks.say(A, { starred: true });
    await marks.say(B, { starred: true, tag: { name: 'x', on: true } });
    assert.deepEqual(marks.sets(), {
      'is:read': [],
      'is:starred': [A, B],
      'is:dismissed': [],
      'is:noted': [],
      'tag:x': [B],
    });
  });
});

describe('tags', () => {
  test('are counted, the most used first, then by name', async () => {
    const { marks } = openTab();
    await marks.say(A, { tag: { name: 'b', on: true } });
    await marks.say(A, { tag: { name: 'c', on: true } });
    await marks.say(B, { tag: { name: 'c', on: true } });
    await marks.say(B, { tag: { name: 'a', on: true } });
    assert.deepEqual(marks.tags(), [
      { name: 'c', count: 2 },
      { name: 'a', count: 1 },
      { name: 'b', count: 1 },
    ]);
  });

  test('are the same list as long as no mark changes, so that views keep what they drew', async () => {
    const { marks } = openTab();
    await marks.say(A, { tag: { name: 'b', on: true } });
    const before = marks.tags();
    assert.equal(marks.tags(), before);
    await marks.say(A, { tag: { name: 'b', on: false } });
    assert.deepEqual(marks.tags(), []);
  });
});

describe('two tabs', () => {
  test('never undo what the other said, whoever writes last', async () => {
    const [one, two] = [openTab(), openTab()];
    await one.marks.say(A, { starred: true });
    pass(5);
    // The second tab has not heard of the star.
    await two.marks.say(A, { note: 'mine', tag: { name: 'x', on: true } });
    const [row] = await keptRows('marks');
    assert.deepEqual([row.starred, row.note, row.tags.x.on], [true, 'mine', true]);
    await one.marks.reload([A]);
    await two.marks.reload([A]);
    assert.deepEqual(said(one), { ...NOTHING, starred: true, note: 'mine', tags: ['x'] });
    assert.deepEqual(said(two), said(one));
  });

  test('of two words on one thing the newer counts, also where it is written first', async () => {
    const [one, two] = [openTab(), openTab()];
    await one.marks.say(A, { note: 'older' });
    const older = /** @type {any} */ (one.marks.get(A));
    pass(5);
    await two.marks.say(A, { note: 'newer' });
    await one.kept.merge([older]);
    for (const tab of [one, two]) await tab.marks.reload([A]);
    assert.deepEqual([said(one).note, said(two).note], ['newer', 'newer']);
  });

  test('that both write at the same moment end with both words', async () => {
    const [one, two] = [openTab(), openTab()];
    await Promise.all([one.marks.say(A, { starred: true }), two.marks.say(A, { read: true })]);
    const [row] = await keptRows('marks');
    assert.deepEqual([row.starred, row.read], [true, true]);
  });

  test('the sets that another tab changed are told to this one’s engine', async () => {
    const [one, two] = [openTab(), openTab()];
    await one.marks.say(A, { starred: true });
    await two.marks.reload([A, B]);
    assert.deepEqual(two.told.sets, [{ set: 'is:starred', work: A, member: true }]);
  });
});

describe('marks of a backup', () => {
  test('are merged with those that are here, newer words winning on either side, however often', async () => {
    const tab = openTab();
    await tab.marks.say(A, { note: 'newer' });
    const others = [
      { ...blank(A), starred: true, starredAt: 5, note: 'older', noteAt: 5 },
      { ...blank(B), read: true, readAt: 5 },
    ];
    for (let time = 0; time < 2; time++) await tab.marks.merge(others);
    assert.deepEqual(said(tab), { ...NOTHING, starred: true, note: 'newer' });
    assert.deepEqual(said(tab, B), { ...NOTHING, read: true });
    assert.deepEqual(tab.told.works.at(-1), [A, B]);
    assert.deepEqual(
      tab.told.sets.map(({ set, work }) => [set, work]),
      [
        ['is:noted', A],
        ['is:starred', A],
        ['is:read', B],
      ],
    );
    const next = openTab();
    await next.marks.load();
    assert.deepEqual([said(next), said(next, B)], [said(tab), said(tab, B)]);
  });
});

test('what is forgotten is in no set and no list of tags', async () => {
  const { marks } = openTab();
  await marks.say(A, { starred: true, tag: { name: 'x', on: true } });
  marks.forgetAll();
  await settle();
  assert.deepEqual([marks.all(), marks.tags(), marks.sets()['is:starred']], [[], [], []]);
});
