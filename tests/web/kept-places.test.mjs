import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { keepPlace, placeOf } from '../../web/src/features/paper/kept-places.js';
import { goToPlace, placeIn } from '../../web/src/features/paper/reading-place.js';
import { createLocalStorage, setUpDocument } from './support/window.mjs';

const document = setUpDocument();
const NAME = 'broadsheet.places';
const place = { part: 'abstract', share: 0.25 };

beforeEach(() => {
  globalThis.localStorage = createLocalStorage();
});

test('a paper has the place where reading stopped, also at the next visit; another one has none', () => {
  keepPlace('a', place);
  assert.deepEqual(placeOf('a'), place);
  assert.equal(placeOf('b'), null);
  keepPlace('a', null);
  assert.equal(placeOf('a'), null);
});

test('the places of the last 200 papers are kept', () => {
  for (let n = 0; n < 210; n++) keepPlace(`p${n}`, place);
  keepPlace('p10', { part: '', share: 400 });
  keepPlace('new', place);
  assert.equal(JSON.parse(localStorage.getItem(NAME) ?? '').length, 200);
  assert.deepEqual(placeOf('p10'), { part: '', share: 400 });
  assert.equal(placeOf('p11'), null);
  assert.deepEqual(placeOf('p12'), place);
});

test('what is kept and is no place counts as none', () => {
  for (const kept of ['{', '7', '{"a":1}', '[["a"],["a","x",-1],["a","x",null],["a",2,3],"a"]']) {
    localStorage.setItem(NAME, kept);
    assert.equal(placeOf('a'), null, kept);
  }
  keepPlace('b', place);
  assert.deepEqual(placeOf('b'), place);
});

/**
 * A pane in a column that scrolls. The bar is 50 high; a part is as high as `height`, and they stand below each other.
 * @param {number} height
 */
function setUp(height) {
  document.body.innerHTML = `<div id="column"><div id="pane"><div class="paper-bar"></div>
    <section data-field="tldr"></section><section data-field="abstract"></section></div></div>`;
  const column = /** @type {HTMLElement} */ (document.getElementById('column'));
  const pane = /** @type {HTMLElement} */ (document.getElementById('pane'));
  Object.defineProperty(column, 'scrollTop', { value: 0, writable: true });
  const at = (/** @type {number} */ top, /** @type {number} */ high) => ({
    top,
    height: high,
    bottom: top + high,
  });
  const [bar] = pane.querySelectorAll('.paper-bar');
  bar.getBoundingClientRect = () => /** @type {any} */ (at(0, 50));
  pane.querySelectorAll('section').forEach((section, index) => {
    section.getBoundingClientRect = () =>
      /** @type {any} */ (at(200 + index * height - column.scrollTop, height));
  });
  return { column, pane };
}

test('a place is a part of the paper, so it is the same when the text has another size', () => {
  const { column, pane } = setUp(400);
  assert.equal(placeIn(pane), null);
  column.scrollTop = 650;
  const there = placeIn(pane);
  assert.deepEqual(there, { part: 'abstract', share: 0.25 });
  const larger = setUp(600);
  goToPlace(larger.pane, there);
  assert.equal(larger.column.scrollTop, 200 + 600 + 150 - 50);
  goToPlace(larger.pane, null);
  assert.equal(larger.column.scrollTop, 0);
});

test('above the first part a place is how far one has scrolled', () => {
  const { column, pane } = setUp(400);
  column.scrollTop = 90;
  const there = placeIn(pane);
  assert.deepEqual(there, { part: '', share: 90 });
  column.scrollTop = 0;
  goToPlace(pane, there);
  assert.equal(column.scrollTop, 90);
});

test('the place of a part that the paper has no more is its top', () => {
  const { column, pane } = setUp(400);
  column.scrollTop = 500;
  goToPlace(pane, { part: 'gone', share: 0.5 });
  assert.equal(column.scrollTop, 0);
});
