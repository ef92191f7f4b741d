// A list that changes: nodes are reused, moved as little as can be, and keep the focus.
import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test } from 'node:test';
import { parseHTML } from 'linkedom';
import { giveFocus } from './support/focus.mjs';
import { keyed, stayingAt } from '../../web/src/dom/keyed.js';

/** @type {HTMLElement} */
let parent;

beforeEach(() => {
  const window = parseHTML(
    '<!doctype html><html><body><button id="last">Last</button><ul></ul></body></html>',
  );
  Object.assign(globalThis, { document: window.document });
  giveFocus(window.document);
  parent = /** @type {any} */ (document.querySelector('ul'));
});

/** A list whose items are letters, each with two buttons. @param {any} [how] */
function letters(how) {
  /** @type {string[]} */
  const made = [];
  const show = keyed(parent, {
    key: (letter) => letter.toLowerCase(),
    create(letter) {
      made.push(letter);
      const node = document.createElement('li');
      node.innerHTML = '<button></button><button class="two"></button>';
      return { node, update: (now) => void (node.firstElementChild.textContent = now) };
    },
    ...how,
  });
  return { show: (/** @type {string} */ text) => show([...text]), made };
}

const shown = () => [...parent.querySelectorAll('li')].map((node) => node.textContent).join('');
/** @param {string} letter */
const nodeOf = (letter) => [...parent.children].find((node) => node.textContent === letter);
/** The letter whose button has the focus, with the place of the button. */
function focus() {
  const { activeElement: active } = document;
  const item = active?.closest('li');
  return item
    ? `${item.textContent}${[...item.children].indexOf(/** @type {any} */ (active)) + 1}`
    : active?.id;
}
/** @param {string} letter @param {number} [button] */
const focusOn = (letter, button = 0) => /** @type {any} */ (nodeOf(letter)?.children[button]).focus();

describe('a list that changes', () => {
  for (const [before, after] of [
    ['', 'abc'],
    ['abc', ''],
    ['abc', 'abcd'],
    ['abc', 'xabc'],
    ['abcd', 'ad'],
    ['abcd', 'dcba'],
    ['abcdef', 'fxbayc'],
  ])
    test(`from “${before}” to “${after}” shows that, and keeps the nodes of what stays`, () => {
      const { show } = letters();
      show(before);
      const nodes = new Map([...before].map((letter) => [letter, nodeOf(letter)]));
      show(after);
      assert.equal(shown(), after);
      for (const letter of after) if (nodes.has(letter)) assert.equal(nodeOf(letter), nodes.get(letter));
    });

  test('tells a node that stays what its item is now', () => {
    const { show, made } = letters();
    show('ab');
    show('Ba');
    assert.deepEqual([shown(), made], ['Ba', ['a', 'b']]);
  });

  test('has items with one key as nodes of their own', () => {
    const { show } = letters();
    show('aa');
    show('aab');
    assert.equal(shown(), 'aab');
  });

  test('leaves what others put before and after it alone', () => {
    parent.innerHTML = '<p>before</p>';
    const { show } = letters();
    show('ab');
    parent.insertAdjacentHTML('beforeend', '<p>after</p>');
    show('xbay');
    assert.equal(parent.textContent, 'beforexbayafter');
    show('y');
    assert.equal(parent.textContent, 'beforeyafter');
  });

  test('keeps what is unfolded in a node that stays', () => {
    const { show } = letters({
      create: (/** @type {string} */ letter) => {
        const node = document.createElement('details');
        node.textContent = letter;
        return { node };
      },
    });
    show('ab');
    nodeOf('b')?.setAttribute('open', '');
    show('xba');
    assert.equal(nodeOf('b')?.hasAttribute('open'), true);
  });

  for (const [before, after, pinned, moves] of [
    ['abcd', 'abcd', '', 0],
    ['abcde', 'eabcd', '', 1],
    ['abcde', 'bcdea', '', 1],
    ['abcd', 'dcba', '', 3],
    ['abcde', 'eabcd', 'e', 4],
    ['abc', 'xbyaz', 'a', 4],
  ])
    test(`moves ${moves} nodes from “${before}” to “${after}”${pinned && ` around the focus on “${pinned}”`}`, () => {
      const { show } = letters();
      show(String(before));
      if (pinned) focusOn(String(pinned));
      const { mock: spy } = mock.method(parent, 'insertBefore');
      show(String(after));
      assert.deepEqual([spy.callCount(), shown()], [moves, after]);
      if (pinned) assert.equal(focus(), `${pinned}1`);
    });
});

describe('the focus in a list that changes', () => {
  test('stays on an item that stays, wherever it is then', () => {
    const { show } = letters();
    show('abcd');
    focusOn('b', 1);
    for (const order of ['dcba', 'b', 'xbx', 'acdb']) {
      show(order);
      assert.equal(focus(), 'b2');
    }
  });

  for (const [after, wanted] of [
    ['acd', 'c2'],
    ['ad', 'd2'],
    ['a', 'a2'],
    ['dca', 'c2'],
    ['xa', 'a2'],
  ])
    test(`goes from an item that goes to the same button of its neighbour: “abcd”, “${after}”`, () => {
      const { show } = letters();
      show('abcd');
      focusOn('b', 1);
      show(after);
      assert.equal(focus(), wanted);
    });

  test('goes to the neighbour’s last button where that has fewer, and past one that takes none', () => {
    const { show } = letters();
    show('abcd');
    focusOn('b', 1);
    for (const button of nodeOf('c')?.children ?? []) button.toggleAttribute('hidden', true);
    nodeOf('d')?.querySelector('.two')?.remove();
    show('acd');
    assert.equal(focus(), 'd1');
  });

  test('goes to the given element where no neighbour stays', () => {
    const { show } = letters({ fallback: () => document.querySelector('#last') });
    show('ab');
    focusOn('b');
    show('xy');
    assert.equal(focus(), 'last');
  });

  test('elsewhere is left alone', () => {
    const { show } = letters({ fallback: () => parent.querySelector('button') });
    show('ab');
    /** @type {any} */ (document.querySelector('#last')).focus();
    show('');
    show('xy');
    assert.equal(focus(), 'last');
  });
});

test('the nodes that stay are a longest run in the old order, through the pinned one', () => {
  let seed = 1;
  const random = (/** @type {number} */ below) => (seed = (seed * 48271) % 2147483647) % below;
  /** The length by trying all runs. @param {number[]} places @param {number} pinned */
  const longest = (places, pinned) => {
    let best = 0;
    for (let bits = 0; bits < 1 << places.length; bits++) {
      const run = places.flatMap((place, at) => (bits & (1 << at) ? [[place, at]] : []));
      const rises = run.every(([place], at) => place >= 0 && (at === 0 || run[at - 1][0] < place));
      if (rises && (pinned < 0 || run.some(([, at]) => at === pinned))) best = Math.max(best, run.length);
    }
    return best;
  };
  for (let round = 0; round < 200; round++) {
    const size = random(8);
    const order = Array.from({ length: size }, (_, at) => at);
    const places = order
      .map((place) => ({ place, by: random(1000) }))
      .sort((a, b) => a.by - b.by)
      .map(({ place }) => (random(5) === 0 ? -1 : place));
    const known = order.filter((at) => places[at] >= 0);
    const pinned = round % 2 === 0 || known.length === 0 ? -1 : known[random(known.length)];
    const staying = [...stayingAt(places, pinned)].sort((a, b) => a - b);
    assert.ok(staying.every((at, i) => places[at] >= 0 && (i === 0 || places[staying[i - 1]] < places[at])));
    assert.ok(pinned < 0 || staying.includes(pinned));
    assert.equal(staying.length, longest(places, pinned), JSON.stringify({ places, pinned }));
  }
});
