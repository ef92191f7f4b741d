// The list over a layout of its own: linkedom has none, so rows are as high here as the test says.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUpDocument } from './support/window.mjs';

const EXPECTED = 160;
const SCREEN = 800;
/** What a notice under the list takes from it. */
const NOTICE = 70;
const TOTAL = 400;

/** By how much a browser scrolls less far than to the end, in pixels. */
let takenBack = 0;
/** What the browser would do in the next frame. @type {(() => void)[]} */
let frame = [];
let isPhone = false;

/** Scrolling is heard of a frame later, as in browsers. @param {number} height of a row that has arrived */
function layOut(height) {
  const document = setUpDocument();
  const { window } = globalThis;
  let top = 0;
  let screen = SCREEN;
  let onResize = () => {};
  const told = () => list.dispatchEvent(new Event('scroll'));
  Object.defineProperties(HTMLElement.prototype, {
    clientHeight: { configurable: true, get: () => screen },
    clientWidth: { configurable: true, get: () => SCREEN },
    offsetHeight: {
      configurable: true,
      get() {
        if (this === list) return screen;
        return this.classList.contains('is-loading') ? EXPECTED : height;
      },
    },
    scrollTop: { configurable: true, get: () => top },
    scrollHeight: { configurable: true, get: () => parseFloat(list.firstElementChild.style.height) },
    scrollTo: {
      configurable: true,
      value(/** @type {{ top: number }} */ to) {
        top = Math.max(0, Math.min(to.top, list.scrollHeight - screen - takenBack));
        frame.push(told);
      },
    },
  });
  frame = [];
  Object.assign(globalThis, {
    ResizeObserver: class {
      /** @param {() => void} tell */
      constructor(tell) {
        this.tell = tell;
      }
      /** @param {any} node */
      observe(node) {
        if (node === list) onResize = this.tell;
      }
      unobserve() {}
      disconnect() {}
    },
    getComputedStyle: () => ({
      fontSize: '16px',
      getPropertyValue: (/** @type {string} */ name) => (name === '--row-height' ? `${EXPECTED / 16}` : '1'),
    }),
  });
  Object.assign(window, {
    innerWidth: SCREEN,
    innerHeight: SCREEN,
    matchMedia: () => ({ matches: isPhone }),
    ResizeObserver: globalThis.ResizeObserver,
    requestAnimationFrame: (/** @type {() => void} */ run) => frame.push(run),
    cancelAnimationFrame() {},
  });
  let list = /** @type {any} */ (null);
  return {
    place: (/** @type {any} */ node) => document.body.append((list = node)),
    top: () => top,
    showNotice() {
      screen = SCREEN - NOTICE;
      onResize();
    },
  };
}

const START = {
  generation: 1,
  total: TOTAL,
  cursor: 0,
  openKey: '',
  selected: new Set(),
  selecting: false,
  numbered: false,
};

/** @param {number} index @returns {any} */
const rowOf = (index) => ({
  key: `k${index}`,
  work: `w${index}`,
  number: index + 1,
  title: { text: `Paper ${index}`, marks: [] },
  authors: { text: '', marks: [] },
  summary: { text: '', marks: [] },
  summaryField: 'tldr',
  category: 'cs.CL',
  date: '2026-02-01',
  digest: '2026-02-01',
  appearances: 1,
  moreAuthors: 0,
});

/** @type {(height: number, isHere: (index: number) => boolean) => Promise<{ list: any, top: () => number, pass: () => void, showNotice: () => void }>} */
async function openList(height, isHere) {
  const layout = layOut(height);
  const { createPaperList } = await import('../../web/src/features/list/paper-list.js');
  const list = createPaperList({
    rowAt: (index) => (isHere(index) ? rowOf(index) : undefined),
    markOf: () => undefined,
    colourOf: () => '',
    isForYou: () => false,
    onNeed() {},
    onOpen() {},
    onMove() {},
    onTopRow() {},
  });
  layout.place(list.node);
  list.update(START);
  list.attach();
  const pass = () => {
    for (const run of frame.splice(0)) run();
  };
  for (let frames = 0; frames < 10; ++frames) pass();
  return { list, top: layout.top, pass, showNotice: layout.showNotice };
}

/** The top of a row, seen from the top of the list. @param {any} list @param {number} index @param {number} top */
const fromTop = (list, index, top) =>
  parseFloat(
    /translateY\((.*)px\)/.exec(list.node.querySelector(`#row-${index}`).style.transform)?.[1] ?? '',
  ) - top;

test('ShowsAPlaceWhereItWasAlthoughTheFirstRowsArriveBeforeTheScrollIsHeardOf', async () => {
  let hasFirst = false;
  const { list, top, pass } = await openList(100, (index) => index >= 150 || hasFirst);
  list.showPlace({ index: 203, offset: 60 });
  hasFirst = true;
  list.refresh();
  for (let frames = 0; frames < 10; ++frames) pass();
  assert.equal(fromTop(list, 203, top()), -60);
});

for (const height of [100, 200])
  test(`ShowsAPlaceAmongRowsOf${height}PixelsWhere${EXPECTED}WereExpected`, async () => {
    const { list, top, pass } = await openList(height, () => true);
    list.showPlace({ index: 203, offset: 60 });
    for (let frames = 0; frames < 10; ++frames) pass();
    assert.equal(fromTop(list, 203, top()), -60);
    const { index, offset } = list.place();
    assert.deepEqual({ index, offset }, { index: 203, offset: 60 });
  });

test('RowsThatArriveHigherThanExpectedMoveNothingBelowTheTop', async () => {
  let areHere = false;
  const { list, top, pass } = await openList(200, () => areHere);
  list.scrollTo(203, 'start');
  for (let frames = 0; frames < 10; ++frames) pass();
  assert.equal(fromTop(list, 203, top()), 0);
  areHere = true;
  list.refresh();
  for (let frames = 0; frames < 10; ++frames) pass();
  assert.equal(fromTop(list, 203, top()), 0);
});

test('TheLastRowIsWholeWhereTheBrowserTakesBackAPixelOfAScrollToTheEnd', async (context) => {
  takenBack = 1;
  context.after(() => (takenBack = 0));
  const { list, top, pass } = await openList(200, () => true);
  list.scrollTo(TOTAL - 1, 'end');
  for (let frames = 0; frames < 10; ++frames) pass();
  assert.ok(fromTop(list, TOTAL - 1, top()) + 200 <= SCREEN);
});

for (const [how, onPhone, last] of /** @type {const} */ ([
  ['StaysInView', false, SCREEN - NOTICE],
  ['StaysWhereItIsOnAPhone', true, SCREEN],
]))
  test(`TheRowUnderTheCursorAtTheEndOfAListThatGetsLower${how}`, async (context) => {
    isPhone = onPhone;
    context.after(() => (isPhone = false));
    const { list, top, pass, showNotice } = await openList(200, () => true);
    list.update({ ...START, cursor: 100 });
    for (let frames = 0; frames < 10; ++frames) pass();
    assert.equal(fromTop(list, 100, top()) + 200, SCREEN);
    showNotice();
    for (let frames = 0; frames < 10; ++frames) pass();
    assert.equal(fromTop(list, 100, top()) + 200, last);
  });
