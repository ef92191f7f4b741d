// Saved searches put in another order with the mouse.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { setUpDocument } from './support/window.mjs';

setUpDocument();
const { createDrag } = await import('../../web/src/features/saved/drag.js');

const HEIGHT = 20;
/** @type {[number, number][]} */
let moved = [];
let clicks = 0;
/** @type {any[]} */
let items = [];

/** @param {EventTarget} target @param {string} type @param {object} [more] */
const send = (target, type, more) =>
  target.dispatchEvent(
    Object.assign(new Event(type, { bubbles: true }), { pointerType: 'mouse', button: 0, ...more }),
  );

beforeEach(() => {
  const document = setUpDocument();
  moved = [];
  clicks = 0;
  const list = document.createElement('ul');
  document.body.append(list);
  items = ['a', 'b', 'c', 'd'].map((name, at) => {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.textContent = name;
    button.addEventListener('click', () => (clicks += 1));
    item.append(button);
    item.getBoundingClientRect = () => /** @type {any} */ ({ top: at * HEIGHT, height: HEIGHT });
    list.append(item);
    return item;
  });
  createDrag(list, (from, to) => moved.push([from, to]));
});

/** @param {number} from @param {number} to where the pointer is let go @param {object} [more] */
function drag(from, to, more) {
  const button = items[from].querySelector('button');
  send(button, 'pointerdown', { clientY: from * HEIGHT + 10, ...more });
  send(window, 'pointermove', { clientY: to, ...more });
  return {
    drop() {
      send(window, 'pointerup');
      button.click();
    },
  };
}

describe('a drag', () => {
  const cases = /** @type {const} */ ([
    ['up to the first place', 2, 2, [2, 0]],
    ['down by one', 0, 35, [0, 1]],
    ['down past the end', 1, 500, [1, 3]],
  ]);
  for (const [what, from, to, expected] of cases)
    test(`moves ${what}`, () => {
      drag(from, to).drop();
      assert.deepEqual(moved, [expected]);
    });

  test('to where the item is moves nothing', () => {
    drag(1, 38).drop();
    assert.deepEqual(moved, []);
  });

  test('of less than a few pixels is a press', () => {
    drag(1, 32).drop();
    assert.deepEqual([moved, clicks], [[], 1]);
  });

  test('ends with Escape, and leaves no sign of it', () => {
    const dragged = drag(0, 70);
    assert.ok(items[0].classList.contains('is-dragged'));
    send(window, 'keydown', { key: 'Escape' });
    assert.ok(items.every((item) => item.className === ''));
    dragged.drop();
    assert.deepEqual(moved, []);
  });

  test('by a finger scrolls, as everywhere', () => {
    drag(0, 70, { pointerType: 'touch' }).drop();
    assert.deepEqual(moved, []);
  });
});
