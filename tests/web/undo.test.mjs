import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { blank, inverse, stated } from '../../web/src/marks/mark.js';
import { createUndo } from '../../web/src/app/undo.js';

/** A number that steps change, and what was told of them. */
function counter() {
  const told = /** @type {any[]} */ ([]);
  const undo = createUndo({ onChange: (last) => told.push(last) });
  let value = 0;
  return {
    undo,
    told,
    value: () => value,
    /** @param {number} by @param {Partial<import('../../web/src/app/undo.js').Step>} [more] */
    add(by, more) {
      value += by;
      undo.record({ text: `+${by}`, undo: () => (value -= by), redo: () => (value += by), ...more });
    },
  };
}

/** @param {readonly string[]} of */
const one = (of) => of[Math.floor(Math.random() * of.length)];

describe('undo', () => {
  test('takes steps back in the order of doing, and redo does them again', async () => {
    const { undo, add, value } = counter();
    for (const by of [1, 10, 100]) add(by);
    await undo.undo();
    assert.equal(value(), 11);
    await undo.undo();
    assert.equal(value(), 1);
    await undo.redo();
    await undo.redo();
    assert.equal(value(), 111);
    await undo.redo();
    assert.equal(value(), 111);
  });

  test('a new step is the end of what could be redone', async () => {
    const { undo, add, value } = counter();
    add(1);
    await undo.undo();
    add(10);
    await undo.redo();
    assert.equal(value(), 10);
  });

  test('reaches hundreds of steps back, and lapses beyond', async () => {
    const { undo, add, value } = counter();
    let lapsed = 0;
    for (let step = 0; step < 600; ++step) add(1, { lapse: () => (lapsed += 1) });
    for (let step = 0; step < 600; ++step) await undo.undo();
    assert.equal(value(), 100);
    assert.equal(lapsed, 100);
    undo.clear();
    assert.equal(lapsed, 600);
  });

  test('steps of one name in a row are one', async () => {
    const { undo, add, value } = counter();
    add(1);
    add(10, { extends: 'note' });
    add(100, { extends: 'note', undo: () => assert.fail('the first of them knows the state before') });
    await undo.undo();
    assert.equal(value(), 101);
    await undo.undo();
    assert.equal(value(), 100);
  });

  test('a step that fails is told to who asked, and the next one is undone', async () => {
    const { undo, add, value } = counter();
    add(1);
    add(1, { undo: () => Promise.reject(new Error('no')) });
    await assert.rejects(undo.undo(), /no/);
    await undo.undo();
    assert.equal(value(), 1);
  });

  test('what is taken back is neither undone nor redone again', async () => {
    const { undo, add, value } = counter();
    add(1);
    const depth = undo.depth();
    add(10);
    add(100);
    await undo.takeBack(depth);
    assert.equal(value(), 1);
    await undo.redo();
    assert.equal(value(), 1);
    await undo.undo();
    assert.equal(value(), 0);
  });

  test('tells what was done or undone, and that there is nothing left', async () => {
    const { undo, add, told } = counter();
    add(1);
    await undo.undo();
    await undo.undo();
    await undo.redo();
    assert.deepEqual(told, [
      { text: '+1', undone: false },
      { text: '+1', undone: true },
      null,
      { text: '+1', undone: false },
    ]);
  });
});

test('any statements about a work followed by their inverses leave what was said before', () => {
  for (let round = 0; round < 500; ++round) {
    let mark = blank('w');
    let now = 0;
    /** @param {import('../../web/src/marks/mark.js').Statement} said */
    const state = (said) => (mark = stated(mark, said, ++now));
    /** @returns {import('../../web/src/marks/mark.js').Statement} */
    const anything = () =>
      [
        { read: Math.random() < 0.5 },
        { starred: Math.random() < 0.5, read: true },
        { dismissed: Math.random() < 0.5 },
        { note: one(['', 'x', '笔记']) },
        { tag: { name: one(['a', 'b', '__proto_']), on: Math.random() < 0.5 } },
      ][Math.floor(Math.random() * 5)];
    /** What is said, without when. */
    const said = () => {
      const on = Object.entries(mark.tags).filter(([, tag]) => tag.on);
      return JSON.stringify([
        mark.read,
        mark.starred,
        mark.dismissed,
        mark.note,
        on.map(([name]) => name).sort(),
      ]);
    };
    for (let before = 0; before < 3; ++before) state(anything());
    const start = said();
    const back = [];
    for (let step = 0; step < 8; ++step) {
      const next = anything();
      back.unshift(inverse(mark, next));
      state(next);
    }
    for (const step of back) state(step);
    assert.equal(said(), start);
  }
});
