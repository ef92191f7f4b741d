// The history of searches: what counts as meant, and how much is remembered.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { freshBrowser } from './support/browser.mjs';
import { pass } from './support/clock.mjs';
import { createLocalStorage } from './support/window.mjs';
import { INITIAL } from '../../web/src/app/state.js';
import { createStore } from '../../web/src/app/store.js';
import { createUndo } from '../../web/src/app/undo.js';
import { createRecalling } from '../../web/src/features/search/recalling.js';
import { forgetLocal } from '../../web/src/storage/local.js';

const NAME = 'broadsheet.searched';

beforeEach(() => {
  freshBrowser();
  globalThis.localStorage = createLocalStorage();
});

function openPage() {
  const store = createStore(INITIAL);
  const undo = createUndo({ onChange() {} });
  const recalling = createRecalling({ store, undo });
  /** @param {Partial<import('../../web/src/app/fragment.js').Address>} patch */
  const go = (patch) => store.set({ address: { ...store.get().address, ...patch } });
  /** @param {string} text key by key */
  function type(text) {
    for (let end = 1; end <= text.length; end++) go({ text: text.slice(0, end) });
  }
  /** @param {string} text */
  function mean(text) {
    go({ text });
    recalling.meant();
  }
  return { ...recalling, undo, go, type, mean };
}

describe('a search is meant', () => {
  const ways = /** @type {const} */ ([
    ['when Enter is pressed or a paper is marked', (/** @type {any} */ page) => page.meant()],
    ['when a paper is opened', (/** @type {any} */ page) => page.go({ paper: 'a@b' })],
    ['when it was looked at for five seconds', () => pass(5000)],
  ]);
  for (const [what, act] of ways)
    test(what, () => {
      const page = openPage();
      page.type('kv cache');
      assert.deepEqual(page.all(), [], 'no beginning of it is');
      act(page);
      assert.deepEqual(page.all(), ['kv cache']);
    });

  test('by nothing less: not when it is changed sooner, nor when the box is empty', () => {
    const page = openPage();
    page.type('kv');
    pass(4900);
    page.go({ text: '' });
    pass(9000);
    page.meant();
    page.go({ text: '  ' });
    page.meant();
    assert.deepEqual(page.all(), []);
  });

  test('and a beginning that was only looked at gives way to what it became', () => {
    const page = openPage();
    page.type('kv');
    pass(5000);
    page.go({ text: 'kv cache' });
    page.meant();
    assert.deepEqual(page.all(), ['kv cache']);
    page.go({ text: 'kv' });
    page.meant();
    page.go({ text: 'kv cache 2' });
    page.meant();
    assert.deepEqual(page.all(), ['kv cache 2', 'kv', 'kv cache'], 'what was meant stays');
  });
});

describe('the history', () => {
  test('has each search once, the newest first, and fifty at most', () => {
    const page = openPage();
    for (let n = 0; n < 60; n++) page.mean(`search ${n}`);
    page.mean('search 30');
    assert.equal(page.all().length, 50);
    assert.deepEqual(page.all().slice(0, 3), ['search 30', 'search 59', 'search 58']);
  });

  test('takes no text longer than a person would read', () => {
    const page = openPage();
    page.mean('x'.repeat(301));
    assert.deepEqual(page.all(), []);
  });

  test('is there in the next page, and gone with everything else', () => {
    openPage().mean('tea');
    assert.deepEqual(openPage().all(), ['tea']);
    forgetLocal();
    assert.deepEqual(openPage().all(), []);
  });

  test('is empty where something else was stored, or nothing can be', () => {
    for (const kept of ['7', '{', '["a", 7]', '{"a": 1}']) {
      localStorage.setItem(NAME, kept);
      assert.deepEqual(openPage().all(), [], kept);
    }
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('', 'SecurityError');
      },
      configurable: true,
    });
    const page = openPage();
    page.mean('tea');
    assert.deepEqual(page.all(), []);
  });

  test('loses what is forgotten, and gets it back where it was', async () => {
    const page = openPage();
    for (const text of ['a', 'b', 'c']) page.mean(text);
    page.forget('b');
    assert.deepEqual(page.all(), ['c', 'a']);
    page.forgetAll();
    assert.deepEqual(page.all(), []);
    await page.undo.undo();
    assert.deepEqual(page.all(), ['c', 'a']);
    await page.undo.undo();
    assert.deepEqual(page.all(), ['c', 'b', 'a']);
    await page.undo.redo();
    assert.deepEqual(page.all(), ['c', 'a']);
  });
});
