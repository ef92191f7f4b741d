// "Remove" under "Files", as a browser's document would show it.
import assert from 'node:assert/strict';
import { before, beforeEach, describe, test } from 'node:test';
import { parseHTML } from 'linkedom';

/** @type {typeof import('../../web/src/features/files/storage-panel.js').createStoragePanel} */
let createStoragePanel;
/** @type {ReturnType<typeof createStoragePanel>} */
let panel;
let forgotten = 0;

const MEASURED = { used: 1000, quota: 1e9, persisted: true, keeps: true };

before(async () => {
  const { document, window } = parseHTML('<!doctype html><body></body>');
  Object.assign(globalThis, { document, window, HTMLElement: window.HTMLElement });
  ({ createStoragePanel } = await import('../../web/src/features/files/storage-panel.js'));
});

beforeEach(() => {
  forgotten = 0;
  const nothing = () => {};
  panel = createStoragePanel({
    onBackUp: nothing,
    onRestore: nothing,
    onPersist: nothing,
    onRemoveDays: nothing,
    onForget: () => (forgotten += 1),
  });
  document.body.replaceChildren(panel.node);
  panel.update(MEASURED);
});

/** @param {string} testId @returns {HTMLElement} */
const button = (testId) => /** @type {any} */ (document.querySelector(`[data-testid=${testId}]`));

describe('“Remove everything”', () => {
  test('asks once more before it removes', () => {
    button('forget').click();
    assert.equal(button('forget-sure').hidden, false);
    assert.equal(forgotten, 0);
    button('forget-sure').click();
    assert.equal(forgotten, 1);
    assert.equal(button('forget-sure').hidden, true);
  });

  test('keeps asking when the browser has measured its storage in between', () => {
    button('forget').click();
    panel.update({ ...MEASURED, used: 2000 });
    assert.equal(button('forget-sure').hidden, false);
  });

  test('asks anew after the sheet was opened anew', () => {
    button('forget').click();
    panel.fold();
    assert.equal(button('forget-sure').hidden, true);
  });
});
