import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { parseHTML } from 'linkedom';
import { keyLines, listenToKeys, runner, sequencesOf } from '../../web/src/app/commands.js';

const run = () => {};

/** @param {string} platform */
const useComputer = (platform) =>
  Object.defineProperty(globalThis, 'navigator', { value: { platform }, configurable: true });
beforeEach(() => useComputer('Linux x86_64'));

let now = 0;

/** @param {string} key @param {object} [more] after: milliseconds since the last key */
const press = (key, { target = document.body, after = 300, ...more } = /** @type {any} */ ({})) => {
  now += after;
  const event = Object.assign(new window.Event('keydown', { bubbles: true, cancelable: true }), {
    key,
    code: '',
    shiftKey: key !== key.toLowerCase(),
    getModifierState: () => false,
    ...more,
  });
  Object.defineProperty(event, 'timeStamp', { value: now });
  target.dispatchEvent(event);
  return event;
};

/** A page that listens, and the names of the commands that it ran. @param {() => boolean} [hasLetters] */
function listening(
  hasLetters = () => true,
  typed = /** @type {[string, number][]} */ ([]),
  isCovered = () => false,
) {
  const { window, document, Element } = parseHTML('<!doctype html><html><body></body></html>');
  // linkedom knows no :modal, and no sheet is open here.
  document.querySelector = () => null;
  Object.assign(globalThis, { window: document, document, Element });
  Object.assign(globalThis.window, { Event: window.Event });
  /** @type {string[]} */
  const ran = [];
  const command = (/** @type {string} */ name, /** @type {object} */ keys) => ({
    name,
    run: () => ran.push(name),
    ...keys,
  });
  listenToKeys(
    [
      command('star', { keys: ['s'] }),
      command('first', { keys: ['g g'] }),
      command('back', { keys: ['Escape'], everywhere: true }),
      command('palette', { keys: ['Mod+k'] }),
      command('down', { idleKeys: ['ArrowDown'] }),
      command('extend', { idleKeys: ['Shift+ArrowDown'] }),
      command('all', { idleKeys: ['Mod+a'] }),
    ],
    { isCovered, hasLetters, typing: { begin: () => ran.length, end: (...what) => typed.push(what) } },
    new AbortController().signal,
  );
  return ran;
}

test('a key runs its command, and a sequence runs it once it is whole', () => {
  const ran = listening();
  for (const key of ['s', 'g', 'x', 'g', 'g']) press(key);
  assert.deepEqual(ran, ['star', 'first']);
});

test('keys with a modifier are left to the browser', () => {
  const ran = listening();
  for (const modifier of ['ctrlKey', 'metaKey', 'altKey']) press('s', { [modifier]: true });
  assert.deepEqual(ran, []);
});

test('while a view covers the columns, only keys that work everywhere run, and nothing is typed', () => {
  const typed = /** @type {[string, number][]} */ ([]);
  const ran = listening(
    () => true,
    typed,
    () => true,
  );
  for (const key of ['s', 'g', 'g', 'ArrowDown', 'Escape', 'k']) press(key, { ctrlKey: key === 'k' });
  for (const key of ['t', 'e', 'a']) press(key);
  assert.deepEqual(ran, ['back']);
  assert.deepEqual(typed, []);
});

test('where letters are no commands, keys that write nothing still are', () => {
  const ran = listening(() => false);
  for (const key of ['s', 'g', 'g', 'Escape']) press(key);
  assert.deepEqual(ran, ['back']);
});

test('Control and a letter run a command from a field and over a sheet too, letters or not, and the browser does nothing', () => {
  const ran = listening(() => false);
  document.querySelector = () => document.body;
  const field = document.createElement('textarea');
  document.body.append(field);
  for (const target of [document.body, field])
    for (const key of ['k', 'K'])
      assert.equal(press(key, { target, ctrlKey: true, shiftKey: false }).defaultPrevented, true);
  assert.deepEqual(ran, Array(4).fill('palette'));
});

test('with Shift an arrow may be another command, and Control and a letter only where nothing has the focus', () => {
  const ran = listening();
  press('ArrowDown', { shiftKey: false });
  press('ArrowDown', { shiftKey: true });
  press('a', { ctrlKey: true });
  const field = document.createElement('textarea');
  document.body.append(field);
  assert.equal(press('a', { target: field, ctrlKey: true }).defaultPrevented, false);
  assert.deepEqual(ran, ['down', 'extend', 'all']);
});

test('of other chords, of keys held down, and of what an input method composes, none runs a command', () => {
  const ran = listening();
  for (const more of [{ metaKey: true }, { altKey: true, ctrlKey: true }, { shiftKey: true, ctrlKey: true }])
    assert.equal(press('k', more).defaultPrevented, false);
  press('k');
  press('k', { ctrlKey: true, isComposing: true });
  assert.equal(press('k', { ctrlKey: true, repeat: true }).defaultPrevented, true);
  assert.deepEqual(ran, []);
});

test('on a Mac it is Command: Control and K there deletes to the end of the line', () => {
  useComputer('MacIntel');
  const ran = listening();
  assert.equal(press('k', { ctrlKey: true }).defaultPrevented, false);
  assert.deepEqual(ran, []);
  press('k', { metaKey: true });
  assert.deepEqual(ran, ['palette']);
});

test('keys are named as they are printed, without letters where those are no commands', () => {
  const idleKeys = ['ArrowUp', 'Shift+ArrowUp'];
  const command = { name: 'a', keys: ['s', 'g g', 'Escape', 'Mod+k'], idleKeys, run };
  assert.deepEqual(sequencesOf(command, true), [['s'], ['g', 'g'], ['Esc'], ['Ctrl+K'], ['↑'], ['⇧↑']]);
  assert.deepEqual(sequencesOf(command, false), [['Esc'], ['Ctrl+K'], ['↑'], ['⇧↑']]);
  useComputer('MacIntel');
  assert.deepEqual(sequencesOf(command, false), [['Esc'], ['⌘K'], ['↑'], ['⇧↑']]);
});

test('the sheet has a line for commands of the same words, whose keys take turns', () => {
  const commands = [
    { name: 'next', words: 'step', keys: ['n', ']'], run },
    { name: 'previous', words: 'step', keys: ['p', '['], run },
    { name: 'first', words: 'ends', keys: ['g g'], run },
    { name: 'open', words: 'read', idleKeys: ['Enter', 'ArrowDown'], run },
    { name: 'files', run },
  ];
  assert.deepEqual(keyLines(commands), [
    { words: 'step', sequences: [['n'], ['p'], [']'], ['[']] },
    { words: 'ends', sequences: [['g', 'g']] },
    { words: 'read', sequences: [['Enter'], ['↓']] },
  ]);
});

test('one feature asks another by the name of a command, with what it needs', () => {
  const ask = runner([{ name: 'add', run: (/** @type {number} */ a, /** @type {number} */ b) => a + b }]);
  assert.equal(ask('add', 1, 2), 3);
  assert.throws(() => ask('subtract'), /no command subtract/);
});

test('two commands of one name, or of one key, are a mistake that is told at once', () => {
  assert.throws(
    () =>
      runner([
        { name: 'a', run },
        { name: 'a', run },
      ]),
    /one name/,
  );
  const commands = [
    { name: 'a', keys: ['s'], run },
    { name: 'b', keys: ['s'], run },
  ];
  const parts = { isCovered: () => false, hasLetters: () => true, typing: { begin() {}, end() {} } };
  assert.throws(() => listenToKeys(commands, parts, new AbortController().signal), /one key/);
});

test('keys of any layout run the commands that their place has on a Latin keyboard', () => {
  const ran = listening();
  press('ы', { code: 'KeyS' });
  press('S', { code: 'KeyS', shiftKey: false, getModifierState: () => true });
  press('ｓ', { code: 'KeyS' });
  assert.deepEqual(ran, ['star', 'star', 'star']);
});

describe('a word that is typed where no field has the focus', () => {
  test('is text, and says what its first letters have run', () => {
    const typed = /** @type {[string, number][]} */ ([]);
    const ran = listening(undefined, typed);
    press('s');
    press('s');
    for (const key of 'sur') press(key, { after: key === 's' ? 1000 : 90 });
    assert.deepEqual(typed, [['sur', 2]]);
    assert.equal(ran.length, 3);
  });

  test('in any script is text', () => {
    const typed = /** @type {[string, number][]} */ ([]);
    listening(undefined, typed);
    for (const [key, code] of [
      ['о', 'KeyJ'],
      ['б', 'Comma'],
      ['з', 'KeyP'],
    ])
      press(key, { code, after: 60 });
    assert.deepEqual(
      typed.map(([text]) => text),
      ['обз'],
    );
  });

  for (const [claim, keys, after] of /** @type {const} */ ([
    ['is not a key that is held or pressed again and again', 'sssssss', 30],
    ['is not two keys by turns', 'jejejeje', 60],
    ['is not a third key after many of two others', 'seeeeseeeett', 60],
    ['is not a row of keys that come one after the other', 'ejsu', 150],
  ]))
    test(claim, () => {
      const typed = /** @type {[string, number][]} */ ([]);
      listening(undefined, typed);
      for (const key of keys) press(key, { after });
      assert.deepEqual(typed, []);
    });
});
