// Hints for newcomers: which one, how often, and for whom.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { INITIAL } from '../../web/src/app/state.js';
import { HINTS, hintFor } from '../../web/src/features/hints/choosing.js';
import { forgetLocal } from '../../web/src/storage/local.js';
import { createLocalStorage, setUpDocument } from './support/window.mjs';

setUpDocument();
const { hints } = await import('../../web/src/features/hints/index.js');

/** @type {import('../../web/src/features/hints/choosing.js').Seen} */
const NOTHING = {
  total: 0,
  touch: false,
  letters: true,
  decisions: 0,
  starred: 0,
  days: 0,
  text: '',
  sets: [],
  chosen: [],
};

describe('a hint is shown', () => {
  /** @type {[string, Partial<typeof NOTHING>, string | null][]} */
  const cases = [
    ['the page is empty: none', {}, null],
    ['there is a list: the keys', { total: 3, days: 1 }, 'keys'],
    ['the pointer is a finger: swiping', { total: 3, touch: true }, 'swipe'],
    ['single letters are no commands: none about keys', { total: 3, days: 2, letters: false }, null],
    [
      'somebody knows the keys, and a second day is open: the days',
      { total: 3, decisions: 3, days: 2 },
      'days',
    ],
    ['a paper was starred: where it is found', { total: 3, starred: 1 }, 'starred'],
    ['the starred ones are shown already', { total: 1, decisions: 3, starred: 1, text: 'is:starred' }, null],
    [
      'the starred ones are chosen already',
      { total: 1, decisions: 3, starred: 1, sets: ['is:starred'] },
      null,
    ],
  ];
  for (const [where, seen, hint] of cases)
    test(`where ${where}`, () => assert.equal(hintFor({ ...NOTHING, ...seen }, null, []), hint));

  test('and there are at most four of them', () => assert.ok(HINTS.length <= 4));

  test('until it is of no use any more, though the list is empty for a moment', () => {
    assert.equal(hintFor(NOTHING, 'keys', ['keys']), 'keys');
    assert.equal(hintFor({ ...NOTHING, decisions: 3 }, 'keys', ['keys']), null);
  });
});

describe('the line of hints', () => {
  beforeEach(() => {
    setUpDocument();
    Object.assign(globalThis, { localStorage: createLocalStorage() });
    window.matchMedia = /** @type {any} */ (() => ({ matches: false }));
  });

  /** @param {{ marks?: number }} [been] marks made before */
  function open({ marks = 0 } = {}) {
    const sizes = { 'is:starred': 0 };
    const made = hints(
      /** @type {any} */ ({
        marks: { all: () => Array(marks), size: (/** @type {'is:starred'} */ set) => sizes[set] },
        deciding: { depth: () => 0 },
        settings: () => ({ value: () => true }),
      }),
    );
    const node = /** @type {any} */ (made.places?.['list-end']);
    const state = /** @type {any} */ ({ ...INITIAL, marksAt: 1, answer: { result: { total: 5 } } });
    const show = (/** @type {object} */ patch = {}) => made.update?.({ ...state, ...patch });
    return {
      sizes,
      show,
      detached: () => made.detached?.(),
      text: () => (node.hidden ? '' : node.querySelector('p').textContent),
      press: (/** @type {string} */ name) => node.querySelector(`[data-testid=hint-${name}]`).click(),
      said: () => made.says?.(state).hint,
    };
  }

  test('waits until the marks are known, and is said once', () => {
    const page = open();
    page.show({ marksAt: 0 });
    assert.equal(page.text(), '');
    page.show();
    assert.match(page.text(), /^j and k move/);
    assert.match(page.said() ?? '', /^j and k move/);
    page.show();
    assert.equal(page.said(), undefined);
  });

  test('is not for people who have marks', () => {
    const page = open({ marks: 1 });
    page.show();
    assert.equal(page.text(), '');
  });

  test('shows each hint once, also to people who have made marks since', () => {
    open().show();
    const later = open({ marks: 2 });
    later.show();
    assert.equal(later.text(), '');
    later.sizes['is:starred'] = 1;
    later.show();
    assert.match(later.text(), /“Starred”/);
    later.press('dismiss');
    assert.equal(later.text(), '');
    later.show();
    assert.equal(later.text(), '');
  });

  test('can be dismissed for good, which removing the library does not change', () => {
    const page = open();
    page.show();
    page.press('end');
    assert.equal(page.text(), '');
    forgetLocal();
    for (const each of [page, open()]) {
      each.sizes['is:starred'] = 1;
      each.show();
      assert.equal(each.text(), '');
    }
  });

  test('is drawn again in another language', () => {
    const page = open();
    page.show();
    page.detached();
    const drawn = open();
    drawn.show();
    assert.match(drawn.text(), /^j and k move/);
  });

  for (const kept of ['"x"', '7', '{"names":7}', '[', 'null'])
    test(`bears ${kept} in the storage`, () => {
      localStorage.setItem('broadsheet.hints', kept);
      const page = open();
      page.show();
      assert.match(page.text(), /^j and k move/);
    });
});
