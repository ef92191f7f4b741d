// The filters that narrow the list, each a chip that is taken off.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { setUpDocument } from './support/window.mjs';
import { giveFocus } from './support/focus.mjs';

setUpDocument();
const { activeFilters, withoutFilters } = await import('../../web/src/features/chips/active-filters.js');
const { createChips } = await import('../../web/src/features/chips/chips.js');
const { HOME, sameList } = await import('../../web/src/app/fragment.js');

beforeEach(() => giveFocus(setUpDocument()));

const TAGS = [{ name: 'later' }, { name: 'to read' }];
/** @param {object} patch */
const address = (patch) => ({ ...HOME, ...patch });
/** @param {object} patch */
const labels = (patch) => activeFilters(address(patch), TAGS).map(({ label }) => label);

describe('a filter of the address', () => {
  test('is a chip for each value', () => {
    const patch = { categories: ['cs.LG', 'cs.CL'], authors: ['Ada'], withoutSummary: true };
    assert.deepEqual(labels(patch), ['cs.LG', 'cs.CL', 'Ada', 'Without summary']);
  });

  test('is a chip for each mark and tag, language and what the texts have', () => {
    const patch = { sets: ['is:unread', 'tag:to read'], languages: ['zh'], withCode: true };
    assert.deepEqual(labels(patch), ['Unread', '#to read', 'Chinese', 'With code']);
  });

  test('is one chip for a range of days, and one for a month', () => {
    const found = labels({ days: ['2026-01', '2026-01-02', '2026-01-20..2026-02-03'] });
    assert.equal(found.length, 3);
    assert.match(found[0], /2 Jan 2026/);
    assert.match(found[1], /January 2026|Jan 2026/);
    assert.match(found[2], /20 Jan.+3 Feb 2026/);
  });

  test('is one chip for a run of days, and one for each day else', () => {
    const days = ['2026-01-14', '2026-01-05', '2026-01-15', '2026-01-16', 'undated'];
    const found = labels({ days });
    assert.equal(found.length, 3);
    assert.match(found[1], /14\D+16/);
    assert.equal(found[2], 'undated');
  });

  test('leaves the address by its chip, and nothing else does', () => {
    const all = address({
      text: 'is:starred tag:later tea',
      categories: ['cs.LG', 'cs.CL'],
      days: ['2026-01-14', '2026-01-15', '2026-02-01', '2026-03-01..2026-03-09'],
      authors: ['Ada', 'Bo'],
      languages: ['en'],
      sets: ['is:starred', 'tag:later'],
      withCode: true,
      withoutSummary: true,
      paper: 'a@b',
    });
    const chips = activeFilters(all, TAGS);
    assert.equal(chips.length, 14);
    for (const { id, remove } of chips) {
      const left = activeFilters({ ...all, ...remove }, TAGS).map((each) => each.id);
      assert.deepEqual(
        left,
        chips.map((each) => each.id).filter((each) => each !== id),
      );
    }
    const cleared = withoutFilters(all, TAGS);
    assert.ok(sameList(cleared, address({ text: 'tea' })), JSON.stringify(cleared));
    assert.equal(cleared.paper, 'a@b');
  });
});

describe('a filter of the query', () => {
  const cases = /** @type {const} */ ([
    ['is:starred tea', ['Starred']],
    ['tag:later', ['#later']],
    ['tag:"to read" has:code lang:zh', ['#to read', 'has:code', 'lang:zh']],
    ['author:"Ada Lovelace" tea', ['author:"Ada Lovelace"']],
    ['-has:code tea', ['-has:code']],
    ['tag:la', []],
    ['is:st', []],
    ['author:"Ada', []],
    ['tea OR is:starred', []],
    ['NOT is:starred', []],
    ['title:(kv cache)', []],
  ]);
  for (const [text, found] of cases)
    test(`${text} is ${found.length ? `a chip: ${found.join(', ')}` : 'none'}`, () =>
      assert.deepEqual(labels({ text }), found));
});

describe('chips', () => {
  /** @param {object} patch */
  function show(patch) {
    let now = address(patch);
    const told = { none: 0 };
    const chips = createChips({
      onRemove({ remove }) {
        now = { ...now, ...remove };
        update();
      },
      onClear() {
        now = withoutFilters(now, TAGS);
        update();
      },
      onNone: () => (told.none += 1),
    });
    const update = () => chips.update(activeFilters(now, TAGS));
    document.body.append(chips.node);
    update();
    const all = () => /** @type {any[]} */ ([...chips.node.querySelectorAll('.chip')]);
    return { chips, told, all, now: () => now };
  }
  const focused = () => /** @type {any} */ (document.activeElement).dataset.filter;

  test('are taken off by Backspace and Delete, and the focus goes to the next, else to the list', () => {
    const { all, told, chips } = show({ categories: ['a', 'b', 'c'] });
    for (const [key, next] of /** @type {const} */ ([
      ['Backspace', 'categories b'],
      ['Delete', 'categories c'],
    ])) {
      all()[0].focus();
      all()[0].dispatchEvent(Object.assign(new Event('keydown'), { key }));
      assert.equal(focused(), next);
    }
    assert.equal(told.none, 0);
    all()[0].click();
    assert.deepEqual([all().length, told.none, chips.node.hidden], [0, 1, true]);
  });

  test('are cleared together where there are several', () => {
    const { chips, all, now, told } = show({ categories: ['a'], text: 'is:starred tea' });
    const clear = /** @type {any} */ (chips.node.querySelector('.chips-clear'));
    assert.equal(clear.hidden, false);
    clear.click();
    assert.deepEqual([all().length, now().text, now().categories, told.none], [0, 'tea', [], 1]);
    assert.equal(
      show({ categories: ['a'] })
        .chips.node.querySelector('.chips-clear')
        ?.hasAttribute('hidden'),
      true,
    );
  });
});
