// The view of trends: what it draws, says and leads to.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { parseHTML } from 'linkedom';
import { isCovered } from '../../web/src/app/covered.js';
import * as drawing from '../../web/src/features/trends/drawing.js';

/** @type {any} */ (globalThis).matchMedia = () => ({ matches: false, addEventListener() {} });
const { document, Event } = parseHTML('<!doctype html><html><body></body></html>');
Object.assign(globalThis, { document, window: globalThis, Event });
await import('./support/select.mjs');
const { createTrendsView } = await import('../../web/src/features/trends/trends-view.js');
const { plot, spark } = await import('../../web/src/features/trends/plots.js');
const { INITIAL } = await import('../../web/src/app/state.js');
const { HOME } = await import('../../web/src/app/fragment.js');

const DAYS = ['2026-01-01', '2026-01-02', '2026-01-13', '2026-01-14'];
const FOUND = {
  before: 30,
  after: 50,
  categories: ['cs.LG', 'cs.CV'],
  days: DAYS.map((day, i) => ({ day, works: 10 * (i + 1), categories: [i, 10 - i] })),
  rising: [{ text: 'world model', isPhrase: true, before: 1, after: 20, surprise: 30, days: [0, 1, 9, 11] }],
  falling: [{ text: '蒸馏', isPhrase: false, before: 20, after: 2, surprise: 20, days: [9, 11, 1, 1] }],
  newAuthors: [{ value: 'Ana <b>Beispiel</b>', count: 3 }],
  milliseconds: 1,
};

/** @type {any[]} */
let said;
/** @param {any} [patch] @param {any} [found] */
function view(patch = {}, found = {}) {
  const trends = createTrendsView({
    onClose: () => said.push(['close']),
    onWindow: (days) => said.push(['window', days]),
    onCompare: (texts) => said.push(['compare', texts]),
    onSearch: (search) => said.push(['search', search]),
  });
  const state = {
    ...INITIAL,
    address: { ...HOME, trends: 7, ...patch.address },
    trends: { window: 7, found: { ...FOUND, ...found }, drawing },
    interest: { enough: true, stars: 5, words: ['world'], works: new Set() },
    ...patch,
  };
  trends.update(/** @type {any} */ (state), true);
  return trends.node;
}
beforeEach(() => (said = []));

/** @param {any} node */
const click = (node) => node.dispatchEvent(new Event('click'));

describe('Trends', () => {
  test('say both windows, and lead to the search for what rises in the new one', () => {
    const node = view();
    assert.match(
      node.querySelector('[data-testid=trends-state]')?.textContent ?? '',
      /50 papers.*7 days before: 30/,
    );
    click(node.querySelector('[data-testid=trends-rising] button'));
    click(node.querySelector('[data-testid=trends-falling] button'));
    click(node.querySelector('.trends-categories button'));
    click(node.querySelector('[data-testid=trends-authors] button'));
    const days = ['2026-01-13..2026-01-14'];
    assert.deepEqual(said, [
      ['search', { days, text: 'title:"world model"' }],
      ['search', { days, text: '蒸馏' }],
      ['search', { days, categories: ['cs.LG'] }],
      ['search', { days, authors: ['Ana <b>Beispiel</b>'] }],
    ]);
    assert.equal(node.querySelector('b'), null);
  });

  test('mark what is for the user', () => {
    const node = view();
    assert.ok(node.querySelector('[data-testid=trends-rising] .trends-for-you'));
    assert.equal(node.querySelector('[data-testid=trends-falling] .trends-for-you'), null);
  });

  test('have a table for every drawing with axes', () => {
    const node = view({
      address: { ...HOME, trends: 7, compared: ['mamba', 'lstm'] },
      comparison: [
        { text: 'mamba', total: 3, days: new Map([['2026-01-02', 3]]) },
        { text: 'lstm', total: 0, days: new Map() },
      ],
    });
    for (const figure of node.querySelectorAll('figure')) {
      assert.ok(figure.querySelector('svg[role=img][aria-label]'));
      assert.ok(figure.querySelector('table caption'));
    }
    const rows = [...node.querySelectorAll('[data-testid=trends-comparison] tbody tr')];
    assert.deepEqual(
      rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)),
      [
        ['0', '0'],
        ['3', '0'],
        ['0', '0'],
        ['0', '0'],
      ],
    );
  });

  test('say that nothing can be compared where nothing is before', () => {
    const node = view({}, { before: 0, rising: [], falling: [] });
    assert.match(
      node.querySelector('[data-testid=trends-state]')?.textContent ?? '',
      /nothing from the 7 days before/,
    );
    assert.equal(node.querySelector('[data-testid=trends-rising]'), null);
    assert.match(
      view({}, { before: 0, after: 0, days: [] }).querySelector('[data-testid=trends-state]')?.textContent ??
        '',
      /no dates/,
    );
  });

  test('are closed by Escape, in a field too', () => {
    const node = view();
    document.body.append(node);
    const event = Object.assign(new Event('keydown', { bubbles: true, cancelable: true }), { key: 'Escape' });
    node.querySelector('[data-testid=trends-query]')?.dispatchEvent(event);
    assert.deepEqual(said, [['close']]);
  });
});

test('A link to trends covers nothing while there are no digests, so that the keys of the empty page work', () => {
  const address = { ...HOME, trends: 7 };
  const digests = /** @type {any} */ ([{}]);
  assert.equal(isCovered({ address, shelf: { digests: [], refused: [] } }), false);
  assert.equal(isCovered({ address, shelf: { digests, refused: [] } }), true);
  assert.equal(isCovered({ address: HOME, shelf: { digests, refused: [] } }), false);
});

describe('A drawing', () => {
  const how = { label: 'Papers', since: 2, isNarrow: false };

  test('begins at zero, and its bars are as high as their numbers', () => {
    const node = plot(drawing, DAYS, [{ name: 'a', values: [0, 50, 100, 25] }], { ...how, hasBars: true });
    const heights = [...node.querySelectorAll('.plot-bar')].map((bar) => Number(bar.getAttribute('height')));
    assert.equal(heights[0], 0);
    assert.ok(Math.abs(heights[2] - 2 * heights[1]) < 0.01);
    assert.ok(Math.abs(heights[2] - 4 * heights[3]) < 0.01);
  });

  test('has no broken number, whatever the values', () => {
    for (const values of [[], [0], [0, 0], [1e9, 0]])
      for (const hasBars of [true, false]) {
        const days = DAYS.slice(0, values.length);
        const text = plot(drawing, days, [{ name: 'a', values }], { ...how, since: 0, hasBars }).outerHTML;
        assert.doesNotMatch(
          text + spark(drawing, values).outerHTML,
          /NaN|Infinity|undefined/,
          String(values),
        );
      }
  });
});
