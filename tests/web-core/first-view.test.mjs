// The list of all papers as it was last seen is on the screen before the library is open.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { pass } from '../web/support/clock.mjs';
import { days, found, openPage, paper } from './support/visits.mjs';
import { createFirstView } from '../../web/src/app/first-view.js';
import { createRowCache } from '../../web/src/engine/row-cache.js';
import { HOME } from '../../web/src/app/fragment.js';
import { INITIAL } from '../../web/src/app/state.js';
import { createStore } from '../../web/src/app/store.js';
import { hasKept } from '../../web/src/storage/kept-before.js';

/** Until what is shown is kept. */
const PAUSE = 1500;

/** @type {import('./support/visits.mjs').Reader} */
let reader;
beforeEach(() => {
  reader = openPage();
  createFirstView(reader).keepFrom();
});

/** What the next visit shows before anything is open. @param {Partial<typeof HOME>} [address] */
function nextVisit(address = {}) {
  const store = createStore({ ...INITIAL, address: { ...HOME, ...address } });
  /** @type {any[]} */
  const asked = [];
  const rows = createRowCache(
    async (ask) => {
      asked.push(ask);
      return null;
    },
    () => {},
  );
  const hasLibrary = createFirstView({ store, rows }).show();
  const state = store.get();
  return {
    hasLibrary,
    state,
    total: state.answer?.result.total,
    titles: [0, 1, 2].map((at) => rows.at(at)?.title.text),
  };
}

describe('the next visit', () => {
  test('shows the list of all papers at once, which still waits for its answer', async () => {
    await reader.open(days(3));
    await reader.searching.search();
    pass(PAUSE);
    const { hasLibrary, state, total, titles } = nextVisit();
    assert.deepEqual([hasLibrary, total, state.searching, state.booted], [true, 3, true, true]);
    assert.deepEqual(titles, reader.titles());
    assert.deepEqual(state.shelf.digests, reader.store.get().shelf.digests);
  });

  test('that has another address shows nothing of it, but knows that there is a library', async () => {
    await reader.open(days(3));
    await reader.searching.search();
    pass(PAUSE);
    const { hasLibrary, total, state } = nextVisit({ text: 'tea' });
    assert.deepEqual([hasLibrary, total, state.booted], [true, undefined, false]);
  });

  test('shows the last list of all papers, not what was searched for since', async () => {
    await reader.open(days(3));
    await reader.searching.search();
    pass(PAUSE);
    await found(reader, 'xylophone');
    pass(PAUSE);
    assert.equal(nextVisit().total, 3);
  });

  test('shows no digest that is gone, and none that came since', async () => {
    await reader.open(days(3));
    await reader.searching.search();
    pass(PAUSE);
    await reader.library.remove([reader.store.get().shelf.digests[0].label]);
    const { hasLibrary, total } = nextVisit();
    assert.deepEqual([hasLibrary, total], [true, undefined]);
    await reader.searching.search();
    pass(PAUSE);
    assert.equal(nextVisit().total, 2);
  });

  test('of somebody who removed everything begins empty, however late that was', async () => {
    await reader.open(days(3));
    await reader.searching.search();
    await reader.library.closeAll();
    pass(PAUSE);
    assert.deepEqual([nextVisit().hasLibrary, hasKept()], [false, false]);
  });

  test('shows nothing that is not kept', async () => {
    await reader.open({ 'sample.md': paper(50) }, { keeps: false });
    await reader.searching.search();
    pass(PAUSE);
    assert.equal(nextVisit().hasLibrary, false);
    await reader.open(days(1));
    await reader.searching.search();
    pass(PAUSE);
    const { hasLibrary, total } = nextVisit();
    assert.deepEqual([hasLibrary, total], [true, undefined]);
  });

  test('starts without it where the browser keeps no such thing', async () => {
    localStorage.setItem = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    await reader.open(days(3));
    await reader.searching.search();
    pass(PAUSE);
    assert.equal(nextVisit().hasLibrary, false);
  });
});
