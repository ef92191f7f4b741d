// What screen readers are told.
import './support/clock.mjs';
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { INITIAL } from '../../web/src/app/state.js';
import { pass } from './support/clock.mjs';
import { setUpDocument } from './support/window.mjs';

setUpDocument();
window.setTimeout = /** @type {any} */ (setTimeout);
const { createAnnouncer } = await import('../../web/src/app/announcer.js');
const { createSaying } = await import('../../web/src/features/list/saying.js');

beforeEach(() => {
  setUpDocument();
  window.setTimeout = /** @type {any} */ (setTimeout);
});

describe('the announcer', () => {
  test('says after a pause what was said last of each subject', () => {
    const announcer = createAnnouncer();
    announcer.say('9 papers', 'count');
    announcer.say('Did you mean: tea', 'suggestion');
    announcer.say('8 papers', 'count');
    announcer.say('', 'suggestion');
    assert.equal(announcer.node.textContent, '');
    pass(600);
    assert.equal(announcer.node.textContent, '8 papers');
  });

  test('says no more of a title of millions of accents than a line holds', () => {
    const announcer = createAnnouncer();
    announcer.say(`Opened: A${'\u0301'.repeat(3e6)}`);
    pass(600);
    assert.ok((announcer.node.textContent?.length ?? 0) < 2100);
  });

  test('says what was done before the list that changes by it', () => {
    const announcer = createAnnouncer();
    announcer.say('Not for you: hidden.', 'done');
    announcer.say('8 papers', 'count');
    announcer.say('1 of 8: Tea', 'row');
    pass(600);
    assert.equal(announcer.node.textContent, 'Not for you: hidden. 8 papers, 1 of 8: Tea');
  });

  test('changes its text where the same is said again, which is silent otherwise', () => {
    const announcer = createAnnouncer();
    announcer.say('Done.', 'done');
    pass(600);
    announcer.say('Done.', 'done');
    assert.equal(announcer.node.textContent, '');
    pass(600);
    assert.equal(announcer.node.textContent, 'Done.');
  });
});

describe('of the list and the paper', () => {
  /** @param {string} papers a letter each @param {number} [cursor] */
  const listed = (papers, cursor = 0) =>
    /** @type {any} */ ({
      ...INITIAL,
      answer: { result: { total: papers.length }, paperCount: 9, papers },
      cursor,
    });
  let focused = false;

  /** What is said at each of these states. @param {any[]} states */
  function saidAt(...states) {
    /** @type {any} */
    let now;
    const says = createSaying({
      rowAt: (index) => {
        const key = now.answer?.papers[index];
        return /** @type {any} */ (key && { key, title: { text: key.toUpperCase() } });
      },
      hasFocus: () => focused,
    });
    return states.map((state) => {
      const before = now;
      now = state;
      return Object.values(says(state, before)).filter(Boolean).join(' ');
    });
  }
  beforeEach(() => (focused = false));

  test('the count of a new list, once', () => {
    const list = listed('abc');
    assert.deepEqual(saidAt(INITIAL, list, { ...list, searching: true }), ['', '3 of 9 papers', '']);
  });

  test('the paper that the cursor comes to', () => {
    const list = listed('abc');
    assert.deepEqual(saidAt(list, { ...list, cursor: 1 }).at(-1), '2 of 3: B');
  });

  test('nothing of it where the list has the focus and says it itself', () => {
    focused = true;
    const list = listed('abc');
    assert.deepEqual(saidAt(list, { ...list, cursor: 1 }).at(-1), '');
  });

  test('the paper that takes the place of one that left, even then', () => {
    focused = true;
    assert.deepEqual(saidAt(listed('abc', 1), listed('ac', 1)).at(-1), '2 of 9 papers 2 of 2: C');
  });

  test('no paper of another query', () => {
    const address = { ...INITIAL.address, text: 'tea' };
    assert.deepEqual(saidAt(listed('abc'), { ...listed('b'), address }).at(-1), '1 of 9 papers');
  });

  test('the paper that is opened, and each that is stepped to', () => {
    const paper = (/** @type {string} */ key) => ({ key, title: { text: key.toUpperCase() } });
    const list = listed('abc');
    const states = [
      list,
      { ...list, paper: paper('a') },
      { ...list, cursor: 1, position: 1, paper: paper('a') },
      { ...list, cursor: 1, position: 1, paper: paper('b') },
    ];
    assert.deepEqual(saidAt(...states).slice(1), ['Opened: A', '', 'Opened: B']);
    focused = true;
    assert.deepEqual(saidAt(...states).slice(1), ['Opened.', '', 'Opened.']);
  });
});
