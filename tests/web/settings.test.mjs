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

const ORDERED = [...TABLE, { name: 'size', choices: ['small', 'usual', 'large'], usual: 'usual' }];

test('the default need not be the first choice', () => {
  assert.equal(createSettings(ORDERED).value('size'), 'usual');
});

test('what a person chose goes into a backup, and comes out of it with what was there before', () => {
  const settings = createSettings(ORDERED);
  settings.set('size', 'large');
  settings.set('theme', 'system');
  const chosen = settings.chosen();
  assert.deepEqual(chosen, { theme: 'system', size: 'large' });
  localStorage.removeItem('broadsheet.settings');
  /** @type {unknown[]} */
  const applied = [];
  const apply = (/** @type {unknown} */ value, /** @type {boolean} */ isStart) =>
    isStart || applied.push(value);
  const next = createSettings(ORDERED.map((setting) => ({ ...setting, apply })));
  assert.deepEqual(next.changes(chosen), { size: 'large' });
  assert.deepEqual(next.take(chosen), { size: 'usual' });
  assert.deepEqual(applied, ['large']);
  assert.deepEqual([next.value('size'), next.value('theme')], ['large', 'system']);
});

test('of settings that anyone may have written only known choices of known settings are taken', () => {
  const settings = createSettings(ORDERED);
  const hostile = [
    undefined,
    null,
    'theme',
    ['dark'],
    { theme: 'sepia', size: 3, keys: 'false' },
    { theme: ['dark'], constructor: 'dark', toString: 'x' },
    Object.create({ theme: 'dark' }),
    JSON.parse('{"__proto__": {"theme": "dark"}}'),
  ];
  for (const given of hostile) {
    assert.deepEqual(settings.changes(given), {});
    settings.take(given);
  }
  assert.equal(localStorage.getItem('broadsheet.settings'), null);
});

test('a setting that something else keeps is read and written there', () => {
  let spoken = 'en';
  const elsewhere = { read: () => spoken, write: (/** @type {any} */ next) => void (spoken = next) };
  const settings = createSettings([...TABLE, { name: 'language', choices: ['en', 'zh'], elsewhere }]);
  assert.deepEqual(settings.chosen(), { language: 'en' });
  settings.take({ language: 'zh' });
  assert.equal(spoken, 'zh');
  assert.equal(localStorage.getItem('broadsheet.settings'), null);
  assert.deepEqual(settings.changes({ language: 'tlh' }), {});
});
