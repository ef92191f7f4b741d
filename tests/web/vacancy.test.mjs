// What an empty list says, and where it leads.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { HOME } from '../../web/src/app/fragment.js';
import { INITIAL } from '../../web/src/app/state.js';
import { finished, vacancyOf } from '../../web/src/features/vacancy/reason.js';
import { setUpDocument } from './support/window.mjs';

setUpDocument();
const { vacancy } = await import('../../web/src/features/vacancy/index.js');

const [MONDAY, TUESDAY] = ['2026-01-12', '2026-01-13'];

/**
 * @param {{ total?: number, hidden?: number, unread?: number[] }} found unread: on Tuesday, then Monday
 * @param {Partial<typeof HOME>} [address]
 */
const stateOf = ({ total = 0, hidden = 0, unread = [3, 2] }, address = {}) =>
  /** @type {import('../../web/src/app/state.js').State} */ (
    /** @type {unknown} */ ({
      ...INITIAL,
      address: { ...HOME, ...address },
      answer: { result: { total, hidden } },
      contents: {
        days: unread.length,
        newest: unread.map((left, at) => ({ day: [TUESDAY, MONDAY][at], papers: 9, unread: left })),
      },
    })
  );

describe('an empty list', () => {
  /** @type {[string, Parameters<typeof stateOf>, string, string][]} */
  const cases = [
    ['words that nothing has', [{}, { text: 'tea' }], 'text', 'clear-all'],
    ['filters alone', [{}, { categories: ['cs.LG'] }], 'filters', 'clear-filters'],
    ['words and filters', [{}, { text: 'tea', withoutSummary: true }], 'filters', 'clear-filters clear-all'],
    ['stars, of which there are none', [{}, { text: 'is:starred' }], 'starred', 'all-papers'],
    [
      'stars in a category',
      [{}, { text: 'is:starred', categories: ['cs.LG'] }],
      'filters',
      'clear-filters clear-all',
    ],
    ['notes', [{}, { text: 'is:noted' }], 'noted', 'all-papers'],
    ['a tag', [{}, { text: 'tag:later' }], 'tag', 'all-papers'],
    ['a tag of two words', [{}, { text: 'tag:"kv cache"' }], 'tag', 'all-papers'],
    ['stars, chosen beside the list', [{}, { sets: ['is:starred'] }], 'starred', 'all-papers'],
    ['a tag, chosen beside the list', [{}, { sets: ['tag:kv cache'] }], 'tag', 'all-papers'],
    ['two marks', [{}, { sets: ['is:starred', 'is:noted'] }], 'filters', 'clear-filters'],
    ['a mark and a language', [{}, { sets: ['is:noted'], languages: ['zh'] }], 'filters', 'clear-filters'],
    ['code and words', [{}, { text: 'tea', withCode: true }], 'filters', 'clear-filters clear-all'],
    ['a range of days', [{}, { days: ['2026-01-01..2026-01-09'] }], 'filters', 'clear-filters'],
    ['what was brought back', [{}, { text: 'is:dismissed' }], 'nothing-hidden', 'all-papers'],
    ['only what is hidden', [{ hidden: 2 }, { text: 'tea' }], 'hidden', 'show-hidden'],
    [
      'a day of which all is hidden',
      [{ hidden: 9, unread: [0, 2] }, { days: [TUESDAY] }],
      'day',
      'next-day show-hidden',
    ],
    ['a library of which all is hidden', [{ hidden: 18, unread: [0, 0] }], 'all', 'show-hidden'],
  ];
  for (const [what, given, kind, ways] of cases)
    test(`asked for ${what}: ${kind}`, () => {
      const reason = vacancyOf(stateOf(...given));
      assert.deepEqual([reason?.kind, reason?.ways.join(' ')], [kind, ways]);
    });

  test('names the tag', () =>
    assert.equal(vacancyOf(stateOf({}, { text: 'tag:"kv cache"' }))?.tag, 'kv cache'));

  test('is none while there are papers, or no answer', () => {
    assert.equal(vacancyOf(stateOf({ total: 1 })), null);
    assert.equal(vacancyOf(INITIAL), null);
  });
});

describe('a day is finished', () => {
  const kindOf = (/** @type {Parameters<typeof stateOf>} */ ...given) => finished(stateOf(...given))?.kind;

  test('where it is shown whole and nothing of it is unread', () => {
    assert.equal(kindOf({ unread: [0, 2] }, { days: [TUESDAY] }), 'day');
    assert.equal(kindOf({ unread: [0, 2] }, { days: [MONDAY] }), undefined);
    assert.equal(kindOf({ unread: [0, 2] }, { days: [TUESDAY], categories: ['cs.LG'] }), undefined);
    assert.equal(kindOf({ unread: [0, 2] }, { days: [TUESDAY], text: 'tea' }), undefined);
    assert.equal(kindOf({ unread: [0, 2] }), undefined);
  });

  test('where it is the only one', () => assert.equal(kindOf({ unread: [0] }), 'day'));

  test('and names the next one', () =>
    assert.deepEqual(finished(stateOf({ unread: [0, 2] }, { days: [TUESDAY] }))?.next?.day, MONDAY));
});

describe('the page', () => {
  beforeEach(() => {
    setUpDocument();
    window.matchMedia = /** @type {any} */ (() => ({ matches: false }));
  });

  /** What it shows of a state. @param {ReturnType<typeof stateOf>} state */
  function show(state) {
    /** @type {string[]} */
    const ran = [];
    const feature = vacancy(
      /** @type {any} */ ({
        browsing: { clearFilters: () => ran.push('clearFilters'), clearAll: () => ran.push('clearAll') },
        run: (/** @type {string} */ name) => ran.push(name),
      }),
    );
    feature.update?.(state);
    const nodes = /** @type {any[]} */ (feature.places?.['list-end']);
    return {
      ran,
      empty: nodes[0].hidden ? '' : nodes[0].textContent,
      end: nodes[1].hidden ? '' : nodes[1].textContent,
      press: () =>
        nodes.flatMap((node) => [...node.querySelectorAll('button')]).forEach((each) => each.click()),
      said: [feature.says?.(state).vacancy, feature.says?.(state).vacancy],
    };
  }

  test('says under a finished day that it is, once, and leads to the next', () => {
    const page = show(stateOf({ total: 9, unread: [0, 96] }, { days: [TUESDAY] }));
    assert.equal(page.empty, '');
    assert.equal(page.end, 'Nothing unread on 13 Jan 2026.Next: 12 Jan 2026, 96 unread');
    assert.deepEqual(page.said, ['Nothing unread on 13 Jan 2026.', undefined]);
    page.press();
    assert.deepEqual(page.ran, ['next-day']);
  });

  test('says instead of the list why it is empty, with the count of what is hidden', () => {
    const page = show(stateOf({ hidden: 2 }, { text: 'tea' }));
    assert.equal(page.empty, 'All 2 papers found are hidden: they are done or not for you.Show 2 papers');
    page.press();
    assert.deepEqual(page.ran, ['show-hidden']);
  });

  test('clears what stands in the way', () => {
    const page = show(stateOf({}, { text: 'tea', categories: ['cs.LG'] }));
    page.press();
    assert.deepEqual(page.ran, ['clearFilters', 'clearAll']);
  });
});
