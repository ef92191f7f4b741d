import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createSettings } from '../../web/src/app/settings.js';
import { forgetLocal } from '../../web/src/storage/local.js';

const TABLE = [
  { name: 'keys', choices: [true, false] },
  { name: 'theme', choices: ['system', 'light', 'dark'] },
];

beforeEach(() => {
  /** @type {any} */
  const storage = {
    getItem: (/** @type {string} */ name) => (Object.hasOwn(storage, name) ? storage[name] : null),
    setItem: (/** @type {string} */ name, /** @type {string} */ value) => void (storage[name] = value),
    removeItem: (/** @type {string} */ name) => void delete storage[name],
  };
  for (const name of Object.keys(storage)) Object.defineProperty(storage, name, { enumerable: false });
  Object.assign(globalThis, { localStorage: storage });
});

test('the first choice holds until a person chooses, and the choice is there at the next visit', () => {
  const settings = createSettings(TABLE);
  assert.equal(settings.value('keys'), true);
  assert.equal(settings.value('theme'), 'system');
  settings.set('keys', false);
  settings.set('theme', 'dark');
  const next = createSettings(TABLE);
  assert.equal(next.value('keys'), false);
  assert.equal(next.value('theme'), 'dark');
});

test('what is kept and is no choice of this version counts as not chosen', () => {
  for (const kept of ['{"theme":"sepia"}', '{"theme":3}', '[]', '"dark"', '{', 'null']) {
    localStorage.setItem('broadsheet.settings', kept);
    assert.equal(createSettings(TABLE).value('theme'), 'system', kept);
  }
});

test('settings stay when the person’s library is forgotten', () => {
  createSettings(TABLE).set('keys', false);
  localStorage.setItem('broadsheet.archive:x', '1');
  forgetLocal();
  assert.equal(createSettings(TABLE).value('keys'), false);
  assert.equal(localStorage.getItem('broadsheet.archive:x'), null);
});
