// Which papers are selected: ranges, their anchor, and what a simple model says of any sequence of them.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  NOTHING,
  begun,
  extended,
  inOrder,
  isSelecting,
  onlyOf,
  withAll,
} from '../../web/src/app/selection.js';

const LIST = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
/** The works between two places, inclusive. @param {number} from @param {number} to */
const between = (from, to) => LIST.slice(Math.min(from, to), Math.max(from, to) + 1);
/** @param {import('../../web/src/app/selection.js').Selection} selection */
const worksOf = ({ works }) => [...works].sort().join('');
/** @param {import('../../web/src/app/selection.js').Selection} selection @param {number} at */
const toggled = (selection, at) => begun(selection, LIST[at], at);
/** @param {import('../../web/src/app/selection.js').Selection} selection @param {number} to */
const reached = (selection, to) => extended(selection, between(selection.at, to));

describe('a range', () => {
  test('selects all from the anchor to its end, and shrinks with it', () => {
    const long = reached(toggled(NOTHING, 2), 6);
    assert.equal(worksOf(long), 'cdefg');
    assert.equal(worksOf(reached(long, 3)), 'cd');
  });

  test('extends back over its anchor', () => {
    assert.equal(worksOf(reached(reached(toggled(NOTHING, 4), 6), 2)), 'cde');
  });

  test('leaves what was selected before, even where it has passed over it', () => {
    const before = toggled(toggled(NOTHING, 1), 5);
    const over = reached(toggled(before, 3), 7);
    assert.equal(worksOf(over), 'bdefgh');
    assert.equal(worksOf(reached(over, 3)), 'bdf');
  });

  test('unselects if its anchor was unselected', () => {
    const all = withAll(NOTHING, LIST);
    assert.equal(worksOf(reached(toggled(all, 2), 4)), 'abfgh');
    assert.equal(worksOf(reached(reached(toggled(all, 2), 4), 1)), 'adefgh');
  });
});

test('everything found is selected beside what is selected already', () => {
  const some = withAll(toggled(NOTHING, 0), ['x', 'y']);
  assert.equal(worksOf(some), 'axy');
  assert.equal(some.anchor, '', 'no range goes on from there');
});

test('papers that have left the library are not selected any more, nor by taking back a range', () => {
  const some = reached(toggled(toggled(NOTHING, 0), 3), 6);
  const left = onlyOf(some, new Set(['d', 'e', 'h']));
  assert.equal(worksOf(left), 'de');
  assert.equal(worksOf(extended(left, ['d'])), 'd');
});

test('keys and taps act on the selection while there is one, or while taps select', () => {
  assert.equal(isSelecting({ selection: NOTHING }), false);
  assert.equal(isSelecting({ selection: toggled(NOTHING, 0) }), true);
  assert.equal(isSelecting({ selection: toggled(toggled(NOTHING, 0), 0) }), false);
  assert.equal(isSelecting({ selection: { ...NOTHING, taps: true } }), true);
});

test('the selected papers of the list come first, in its order', () => {
  const some = [6, 1, 3].reduce(toggled, NOTHING);
  assert.deepEqual(inOrder(some, ['h', 'd', 'c', 'b']), ['d', 'b', 'g']);
});

test('any sequence of presses, ranges, alls and clears selects what a simple model says', () => {
  const one = () => Math.floor(Math.random() * LIST.length);
  for (let round = 0; round < 500; ++round) {
    let selection = NOTHING;
    /** Whether each is selected; of the range: its anchor, what it does, and how it was before. */
    let model = { on: LIST.map(() => false), anchor: -1, to: true, before: LIST.map(() => false) };
    for (let step = 0; step < 30; ++step) {
      const at = one();
      const dice = Math.random();
      if (dice < 0.4) {
        selection = toggled(selection, at);
        const to = !model.on[at];
        model = {
          on: model.on.map((on, place) => (place === at ? to : on)),
          anchor: at,
          to,
          before: model.on,
        };
      } else if (dice < 0.9 && model.anchor >= 0) {
        selection = reached(selection, at);
        const [low, high] = [Math.min(model.anchor, at), Math.max(model.anchor, at)];
        model.on = model.before.map((on, place) => (place >= low && place <= high ? model.to : on));
      } else if (dice < 0.95) {
        selection = withAll(selection, LIST);
        model = { ...model, on: LIST.map(() => true), anchor: -1 };
      } else {
        selection = NOTHING;
        model = { ...model, on: LIST.map(() => false), anchor: -1 };
      }
      assert.equal(worksOf(selection), LIST.filter((_, place) => model.on[place]).join(''));
    }
  }
});
