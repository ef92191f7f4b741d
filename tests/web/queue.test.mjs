// Steps of the library one after the other: what one of them costs when it fails.
import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRemoving } from '../../web/src/features/files/removing.js';
import { createStoring } from '../../web/src/features/files/storing.js';
import { EngineStopped } from '../../web/src/engine/engine.js';
import { createLibrary } from '../../web/src/library/library.js';
import { fromText } from '../../web/src/library/read-files.js';
import { INITIAL } from '../../web/src/app/state.js';
import { createStore } from '../../web/src/app/store.js';
import { openKeptLibrary } from '../../web/src/storage/kept-library.js';
import { createLocalStorage } from './support/window.mjs';

// One core: nothing is read ahead.
Object.defineProperty(globalThis, 'navigator', { value: { hardwareConcurrency: 1 }, configurable: true });

/** @param {string} name */
const entryOf = (name) => ({ content: name, label: name, name, id: 1, papers: 1, diagnostics: [] });

/** A library over an engine that reads every file. @param {Record<string, Function>} [engine] @param {Record<string, Function>} [callbacks] */
function setUp(engine = {}, callbacks = {}) {
  const seen = { failures: [], shelf: { digests: [], refused: [], known: [] }, progress: null };
  const library = createLibrary(
    /** @type {any} */ ({
      read: async ({ name }) => ({ code: 'ok', entry: entryOf(name), kept: 'kept' }),
      remove: async () => [],
      reset: async () => null,
      ...engine,
    }),
    /** @type {any} */ ({}),
    /** @type {any} */ ({
      onShelf: (shelf) => (seen.shelf = shelf),
      onProgress: (progress) => (seen.progress = progress),
      onNotes() {},
      onFull() {},
      onKept() {},
      onFailed: (error) => seen.failures.push(error.message),
      onBackup: async () => null,
      ...callbacks,
    }),
  );
  const open = (...names) =>
    library.open(
      names.map((name) => fromText('x', name)),
      { keeps: true },
    );
  const names = () => seen.shelf.digests.map(({ name }) => name);
  return { library, seen, open, names };
}

test('AStepThatFailsIsReportedAndCostsNoLaterOne', async () => {
  const { library, seen, open, names } = setUp({
    follow: async () => {
      throw new Error('broken');
    },
  });
  await library.follow();
  assert.deepEqual(seen.failures, ['broken']);
  assert.equal((await open('a.md')).done, 1);
  assert.deepEqual(names(), ['a.md']);
  assert.equal(await library.closeAll(async () => {}), true);
  assert.deepEqual(names(), []);
});

test('AFileThatFailsIsNamedAndTheOthersOfItsBatchAreRead', async () => {
  const { seen, open, names } = setUp({
    read: async ({ name }) =>
      name === 'b.md'
        ? {
            code: 'ok',
            get entry() {
              throw new Error('broken');
            },
          }
        : { code: 'ok', entry: entryOf(name), kept: 'kept' },
  });
  assert.equal((await open('a.md', 'b.md', 'c.md')).done, 3);
  assert.deepEqual(names(), ['a.md', 'c.md']);
  assert.deepEqual(
    seen.shelf.refused.map(({ name, code }) => [name, code]),
    [['b.md', 'other']],
  );
  assert.deepEqual(seen.failures, ['broken']);
  assert.equal(seen.progress, null);
});

test('ABatchThatFailsLeavesNoProgressBehind', async () => {
  const { library, seen, open } = setUp(
    {},
    {
      onShelf() {
        throw new Error('the page cannot show it');
      },
    },
  );
  assert.equal((await open('a.md')).done, 0);
  assert.deepEqual(seen.failures, ['the page cannot show it']);
  assert.equal(seen.progress, null);
  assert.equal(library.isReading(), false);
});

test('WhatWasNotRemovedIsNotCalledRemoved', async () => {
  const stopped = async () => {
    throw new EngineStopped('gone');
  };
  const { library, seen, open, names } = setUp({ remove: stopped });
  await open('a.md');
  assert.equal(await library.remove(['a.md']), false);
  assert.deepEqual(names(), ['a.md']);
  assert.deepEqual(seen.failures, [], 'that the engine stopped is told by the engine');

  const said = [];
  const store = createStore({
    ...INITIAL,
    shelf: /** @type {any} */ ({ digests: [{ label: 'a.md', date: '2026-01-14' }], refused: [] }),
  });
  /** @type {any} */
  const parts = { store, library, kept: { digestsOf: async () => [] }, notify: (key) => said.push(key) };
  await createRemoving(parts).removeDays('2026-01-01', '');
  assert.deepEqual(said, ['storage.remove.failed']);
});

test('WhereTheReaderHasStoppedThePageItselfRemovesWhatIsKept', async () => {
  const bytes = new Uint8Array([1]);
  const kept = await openKeptLibrary();
  await kept.add('a.md', { bytes, packed: false, size: 1 }, { content: 'x', papers: 1 });
  /** @type {number[]} */
  let keptWhenShown = [];
  const reset = async () => {
    throw new EngineStopped('gone');
  };
  const onShelf = async () => (keptWhenShown = await kept.ids());
  const { library, seen } = setUp({ reset }, { onShelf });
  assert.equal(await library.closeAll(async () => {}), true);
  assert.deepEqual(keptWhenShown, [], 'what is seen to be gone, is gone');
  assert.deepEqual(await kept.ids(), []);
  assert.deepEqual(seen.failures, []);
});

/** @param {{ digests?: boolean, closeAll?: () => Promise<boolean>, clear?: () => Promise<void>, keeps?: boolean }} how */
async function forget({
  digests = true,
  closeAll = async () => digests,
  clear = async () => {},
  keeps = true,
}) {
  globalThis.localStorage = createLocalStorage();
  localStorage.setItem('broadsheet.archive:https://x.org/reader/', '{"newest":"2026-01-14"}');
  localStorage.setItem('broadsheet.unwritten', '[]');
  localStorage.setItem('broadsheet.language', 'zh');
  localStorage.setItem('another', 'app');
  const done = [];
  const storing = createStoring(
    /** @type {any} */ ({
      store: createStore(INITIAL),
      library: { closeAll },
      kept: { clear, keeps: async () => keeps },
      marks: { forgetAll: () => done.push('marks') },
      saving: { forgetAll() {} },
      colours: { forgetAll() {} },
      collections: { forgetAll() {} },
      interests: { forgetAll() {} },
      notify: (key) => done.push(key),
      forgetShared: async () => done.push('shared'),
      onForget() {},
      onForgotten: () => done.push('told'),
    }),
  );
  await storing.forgetEverything();
  return done;
}

test('RemovingEverythingTakesAllOfThePersonAndNothingOfOthers', async () => {
  assert.deepEqual(await forget({}), ['shared', 'marks', 'told']);
  assert.deepEqual(Object.keys(localStorage), ['broadsheet.language', 'another']);
});

test('RemovingEverythingGoesOnAfterAFailureAndSaysSo', async () => {
  const fails = async () => {
    throw new Error('locked');
  };
  assert.deepEqual(await forget({ digests: false }), ['shared', 'marks', 'told', 'storage.forget.failed']);
  assert.deepEqual(await forget({ clear: fails }), ['shared', 'marks', 'told', 'storage.forget.failed']);
  assert.deepEqual(await forget({ clear: fails, keeps: false }), ['shared', 'marks', 'told']);
});

test('WhatIsNotRemovedInTimeIsToldAndHoldsUpNothingElse', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const never = () => new Promise(() => {});
  const forgotten = forget({ closeAll: never, clear: never });
  for (let turn = 0; turn < 5; ++turn) {
    await new Promise((resolve) => setImmediate(resolve));
    context.mock.timers.tick(60_000);
  }
  assert.deepEqual(await forgotten, ['shared', 'marks', 'told', 'storage.forget.failed']);
});
