// Tags renamed, merged, coloured and deleted: each one step, whatever it touches.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { freshBrowser } from './support/browser.mjs';
import { pass } from './support/clock.mjs';
import { HOME } from '../../web/src/app/fragment.js';
import { INITIAL } from '../../web/src/app/state.js';
import { createStore } from '../../web/src/app/store.js';
import { createUndo } from '../../web/src/app/undo.js';
import { createSaving } from '../../web/src/features/saved/saving.js';
import { createTagging } from '../../web/src/features/tags/tagging.js';
import { createKeptMarks } from '../../web/src/marks/kept-marks.js';
import { AHEAD_MS, tagsOf } from '../../web/src/marks/mark.js';
import { createMarks } from '../../web/src/marks/marks.js';
import { coloursFrom, createTagColours } from '../../web/src/marks/tag-colours.js';

beforeEach(freshBrowser);

const WORKS = Array.from({ length: 6 }, (_, at) => `w${at}`);

function openTab() {
  const store = createStore(INITIAL);
  const kept = createKeptMarks();
  /** @type {any[][]} */
  const messages = [];
  const marks = createMarks({
    kept,
    onSets: (changes) => messages.push(changes),
    onChange() {},
    onKept() {},
    onUnkept() {},
  });
  const undo = createUndo({ onChange() {} });
  const colours = createTagColours({ kept, onChange() {}, onKept() {} });
  const browsing = /** @type {any} */ ({
    go: (/** @type {object} */ patch) => store.set({ address: { ...store.get().address, ...patch } }),
  });
  const saving = createSaving({ store, kept, browsing, undo, onSearches() {} });
  const tagging = createTagging({
    store,
    marks,
    colours,
    saving,
    browsing,
    searching: /** @type {any} */ ({ search: async () => {} }),
    undo,
  });
  /** @param {string} work @param {string[]} names */
  const tag = async (work, ...names) => {
    for (const name of names) await marks.say(work, { tag: { name, on: true } });
  };
  /** What the person sees. */
  const seen = () => ({
    tags: WORKS.map((work) => {
      const mark = marks.get(work);
      return mark ? tagsOf(mark) : [];
    }),
    colours: Object.fromEntries(tagging.tags().map(({ name, colour }) => [name, colour])),
    searches: store.get().searches,
    query: store.get().address.text,
  });
  return { store, marks, colours, undo, saving, tagging, tag, seen, messages };
}

describe('a tag that is renamed', () => {
  test('is renamed on all its papers in one message and one step', async () => {
    const tab = openTab();
    for (const work of WORKS) await tab.tag(work, 'old');
    await tab.tagging.colour('old', 'teal');
    const before = tab.seen();
    const depth = tab.undo.depth();
    tab.messages.length = 0;
    await tab.tagging.rename('old', '  new ');
    assert.equal(tab.messages.length, 1);
    assert.equal(tab.undo.depth(), depth + 1);
    assert.deepEqual(
      tab.seen().tags.flat(),
      WORKS.map(() => 'new'),
    );
    assert.deepEqual(tab.seen().colours, { new: 'teal' });
    await tab.undo.undo();
    assert.deepEqual(tab.seen(), before);
    await tab.undo.redo();
    assert.deepEqual(tab.seen().colours, { new: 'teal' });
  });

  test('becomes one with a tag of that name, which keeps its colour, and both come back', async () => {
    const tab = openTab();
    await tab.tag('w0', 'a');
    await tab.tag('w1', 'a', 'b');
    await tab.tag('w2', 'b');
    await tab.tagging.colour('a', 'red');
    await tab.tagging.colour('b', 'blue');
    const before = tab.seen();
    await tab.tagging.rename('a', 'b');
    assert.deepEqual(tab.seen().tags.slice(0, 3), [['b'], ['b'], ['b']]);
    assert.deepEqual(tab.seen().colours, { b: 'blue' });
    await tab.undo.undo();
    assert.deepEqual(tab.seen(), before);
  });

  test('takes the query and the saved searches with it', async () => {
    const tab = openTab();
    await tab.tag('w0', 'old');
    tab.store.set({ address: { ...HOME, text: 'tag:old tea' } });
    await tab.saving.save();
    await tab.tagging.rename('old', 'to read');
    assert.deepEqual(tab.store.get().searches, [
      { name: 'tag:"to read" tea', fragment: '#q=tag:%22to+read%22+tea' },
    ]);
    assert.equal(tab.store.get().address.text, 'tag:"to read" tea');
    await tab.undo.undo();
    assert.deepEqual(tab.store.get().searches, [{ name: 'tag:old tea', fragment: '#q=tag:old+tea' }]);
    assert.equal(tab.store.get().address.text, 'tag:old tea');
  });

  test('takes the filter beside the list with it, and the saved searches that have it', async () => {
    const tab = openTab();
    await tab.tag('w0', 'old');
    tab.store.set({ address: { ...HOME, text: 'tea', sets: ['is:unread', 'tag:old'] } });
    await tab.saving.save();
    const before = tab.store.get().searches;
    assert.deepEqual(before, [{ name: 'tea · is:unread · tag:old', fragment: '#q=tea&is=unread&tag=old' }]);
    await tab.tagging.rename('old', 'to read');
    assert.deepEqual(tab.store.get().address.sets, ['is:unread', 'tag:to read']);
    assert.deepEqual(tab.store.get().searches, [
      { name: 'tea · is:unread · tag:to read', fragment: '#q=tea&is=unread&tag=to+read' },
    ]);
    await tab.undo.undo();
    assert.deepEqual(
      [tab.store.get().address.sets, tab.store.get().searches],
      [['is:unread', 'tag:old'], before],
    );
  });

  test('to what it is called, or to nothing, stays', async () => {
    const tab = openTab();
    await tab.tag('w0', 'a');
    for (const text of ['a', ' a ', '', ' "" ']) await tab.tagging.rename('a', text);
    assert.deepEqual([tab.seen().tags[0], tab.undo.depth()], [['a'], 0]);
  });

  test('in capitals is another for the person, and the same for the core, which loses nothing', async () => {
    const tab = openTab();
    await tab.tag('w0', 'ML', 'ml');
    tab.messages.length = 0;
    await tab.tagging.rename('ML', 'ml');
    assert.deepEqual(tab.messages, [
      [
        { set: 'tag:ML', work: 'w0', member: false },
        { set: 'tag:ml', work: 'w0', member: true },
      ],
    ]);
  });
});

test('a tag that is deleted is on no paper, and comes back with its colour', async () => {
  const tab = openTab();
  for (const work of WORKS) await tab.tag(work, 'a', 'b');
  await tab.tagging.colour('a', 'red');
  const before = tab.seen();
  await tab.tagging.remove('a');
  assert.deepEqual(tab.seen().colours, { b: '' });
  await tab.tag('w0', 'a');
  assert.equal(tab.tagging.colourOf('a'), '', 'a new tag of that name has no colour');
  await tab.marks.say('w0', { tag: { name: 'a', on: false } });
  await tab.undo.undo();
  assert.deepEqual(tab.seen(), before);
});

test('any run of changes, undone as often, is the state before', async () => {
  for (let seed = 1; seed <= 25; seed++) {
    freshBrowser();
    const tab = openTab();
    let state = seed;
    const random = (/** @type {number} */ below) => {
      state = (state * 1103515245 + 12345) & 0x7fffffff;
      return (state >> 8) % below;
    };
    const name = () => ['a', 'b', 'c', 'd e', 'A'][random(5)];
    for (const work of WORKS) await tab.tag(work, name(), name());
    const states = [tab.seen()];
    for (let step = 0; step < 12; step++) {
      const depth = tab.undo.depth();
      const kind = random(3);
      const { tags } = tab.seen();
      const there = tags.flat();
      const one = there[random(Math.max(1, there.length))];
      if (one === undefined) break;
      if (kind === 0) await tab.tagging.rename(one, name());
      else if (kind === 1) await tab.tagging.colour(one, ['', 'red', 'blue'][random(3)]);
      else await tab.tagging.remove(one);
      // Two colours in a row of one tag are one step.
      if (tab.undo.depth() === depth) states.pop();
      states.push(tab.seen());
    }
    const last = tab.seen();
    for (const expected of states.slice(0, -1).reverse()) {
      await tab.undo.undo();
      assert.deepEqual(tab.seen(), expected, `seed ${seed}`);
    }
    for (const expected of states.slice(1)) {
      await tab.undo.redo();
      assert.deepEqual(tab.seen(), expected, `seed ${seed}`);
    }
    assert.deepEqual(tab.seen(), last);
  }
});

describe('colours', () => {
  test('of two tabs are those said last, and survive a reload', async () => {
    const [one, other] = [openTab(), openTab()];
    await one.tagging.colour('a', 'red');
    await other.colours.load();
    pass(1);
    await other.tagging.colour('a', 'blue');
    pass(1);
    await one.colours.load();
    assert.equal(one.tagging.colourOf('a'), 'blue');
    const next = openTab();
    await next.colours.load();
    assert.deepEqual(Object.keys(next.colours.all()), ['a']);
    assert.equal(next.tagging.colourOf('a'), 'blue');
  });

  test('that this release does not know are none, and what is no colour is passed over', async () => {
    const tab = openTab();
    await tab.colours.merge(
      coloursFrom({
        a: { colour: 'mauve', at: 5 },
        b: { colour: 'red', at: 9e15 },
        c: { colour: 'red' },
        '': { colour: 'red', at: 5 },
        d: null,
      }),
    );
    assert.deepEqual(['a', 'b', 'c', 'd'].map(tab.tagging.colourOf), ['', 'red', '', '']);
    assert.ok(tab.colours.all().b.at <= Date.now() + AHEAD_MS);
  });
});
