// Commands by name.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import en from '../../web/src/i18n/en.js';
import { useLanguage } from '../../web/src/i18n/language.js';
import { HOME } from '../../web/src/app/fragment.js';
import { canMove, canStep, hasPapers } from '../../web/src/features/list/applying.js';
import { rank } from '../../web/src/features/palette/ranking.js';
import { giveFocus } from './support/focus.mjs';
import { createLocalStorage, setUpDocument } from './support/window.mjs';

setUpDocument();
const { palette } = await import('../../web/src/features/palette/index.js');

describe('commands are ranked', () => {
  const commands = [
    { name: 'open', names: ['Open the paper', '打开论文'] },
    { name: 'next', names: ['Open the next paper', '打开下一篇'] },
    { name: 'star', names: ['Star the paper', '给论文加星'] },
    { name: 'page', names: ['arXiv page', '打开 arXiv 页面'] },
  ];
  /** @param {string} text @param {string[]} [lastUsed] */
  const found = (text, lastUsed = []) => rank(commands, text, lastUsed).map(({ name }) => name);

  /** @type {[string, string, string[]][]} */
  const cases = [
    ['nothing is typed: all, in their order', '', ['open', 'next', 'star', 'page']],
    ['a word begins the name, or another word of it', 'pa', ['open', 'next', 'star', 'page']],
    ['a word begins a name: before those that only hold it', 'ar', ['page', 'star']],
    ['all words must be there, in any order', 'next open', ['next']],
    ['case and width make no difference', '  ＳＴＡＲ ', ['star']],
    ['Chinese finds what English shows', '论文', ['open', 'star']],
    ['words may be of both languages', '打开 arxiv', ['page']],
    ['nothing has the word', 'tea', []],
    ['one of the words is nowhere', 'open tea', []],
  ];
  for (const [what, text, names] of cases) test(`where ${what}`, () => assert.deepEqual(found(text), names));

  test('the last used first where nothing is typed, or where they match equally well', () => {
    assert.deepEqual(found('', ['star', 'page', 'gone']), ['star', 'page', 'open', 'next']);
    assert.deepEqual(found('打开', ['page']), ['page', 'open', 'next']);
    assert.deepEqual(found('ar', ['star']), ['page', 'star'], 'a better match stays before');
  });
});

describe('a command of the list applies', () => {
  /** Of how many papers which is open, at which place of the list; where the cursor is. @param {number} total @param {number} cursor @param {string} [paper] @param {number} [position] @returns {any} */
  const at = (total, cursor, paper = '', position = -1) => ({
    answer: { result: { total } },
    cursor,
    position,
    address: { paper },
  });
  const names = {
    papers: hasPapers,
    down: canMove(1),
    up: canMove(-1),
    next: canStep(1),
    previous: canStep(-1),
  };
  /** @type {[string, any, string][]} */
  const cases = [
    ['there is no answer yet', { ...at(0, 0), answer: null }, ''],
    ['nothing was found', at(0, 0), ''],
    ['the cursor is on the only paper', at(1, 0), 'papers next previous'],
    ['the cursor is on the first', at(3, 0), 'papers down next previous'],
    ['the cursor is on the last', at(3, 2), 'papers up next previous'],
    ['the first is open', at(3, 0, 'a', 0), 'papers down next'],
    ['the last is open, and the cursor elsewhere', at(3, 1, 'a', 2), 'papers down up previous'],
    ['a paper is open that was not found', at(3, 2, 'a'), 'papers up previous'],
  ];
  for (const [where, state, which] of cases)
    test(`where ${where}: ${which || 'none'}`, () =>
      assert.equal(
        Object.entries(names)
          .flatMap(([name, applies]) => (applies(state) ? [name] : []))
          .join(' '),
        which,
      ));
});

describe('the palette', () => {
  beforeEach(() => {
    giveFocus(setUpDocument());
    HTMLElement.prototype.matches = () => false;
    HTMLElement.prototype.scrollIntoView = () => {};
    Object.defineProperty(globalThis, 'navigator', { value: { platform: '' }, configurable: true });
    globalThis.localStorage = createLocalStorage();
    useLanguage('en');
  });

  /** @param {{ keys?: boolean, state?: object }} [how] */
  function setUp({ keys = true, state = {} } = {}) {
    /** @type {string[]} */
    const ran = [];
    const hasPaper = (/** @type {any} */ { paper }) => paper !== undefined;
    const commands = [
      { name: 'search', keys: ['/'] },
      { name: 'star', keys: ['s'], applies: hasPaper },
      { name: 'back', keys: ['Escape'], applies: hasPaper },
      { name: 'files' },
      { name: 'nameless' },
    ];
    const feature = palette(
      /** @type {any} */ ({
        store: { get: () => ({ address: HOME, ...state }) },
        commands: () => commands,
        settings: () => ({ value: () => keys }),
        run: (/** @type {string} */ name) => ran.push(name),
      }),
    );
    const node = /** @type {any} */ (feature.places?.over);
    Object.defineProperty(node, 'open', { value: false, writable: true });
    node.showModal = () => (node.open = true);
    node.close = () => {
      node.open = false;
      node.dispatchEvent(new Event('close'));
    };
    document.body.append(node);
    const input = node.querySelector('input');
    const [{ run: toggle }] = feature.commands ?? [];
    return {
      node,
      input,
      ran,
      toggle,
      options: () => [...node.querySelectorAll('[role=option]')].map(({ dataset }) => dataset.command),
      active: () => node.querySelector('[aria-selected=true]')?.dataset.command,
      /** @param {string} text */
      type(text) {
        input.value = text;
        input.dispatchEvent(new Event('input'));
      },
      /** @param {string} key @param {object} [more] */
      press(key, more) {
        const event = Object.assign(new Event('keydown', { bubbles: true, cancelable: true }), {
          key,
          ...more,
        });
        input.dispatchEvent(event);
        return event.defaultPrevented;
      },
    };
  }
  const ready = () => new Promise((resolve) => setImmediate(resolve));

  test('offers the commands that have a name and apply now, and has the focus', () => {
    const one = setUp();
    one.toggle();
    assert.deepEqual(one.options(), ['search', 'files']);
    assert.equal(document.activeElement, one.input);
    const other = setUp({ state: { paper: {} } });
    other.toggle();
    assert.deepEqual(other.options(), ['search', 'star', 'back', 'files']);
  });

  test('shows the keys that do the same, and no letters where they are no commands', () => {
    const state = { paper: {} };
    /** @param {ReturnType<typeof setUp>} one */
    const keysOf = ({ node }) => [...node.querySelectorAll('kbd')].map((key) => key.textContent);
    for (const [keys, shown] of [
      [true, ['/', 's', 'Esc']],
      [false, ['Esc']],
    ]) {
      const one = setUp({ keys: /** @type {boolean} */ (keys), state });
      one.toggle();
      assert.deepEqual(keysOf(one), shown);
    }
  });

  test('points to the best match, which the arrows change, in a circle', () => {
    const one = setUp({ state: { paper: {} } });
    one.toggle();
    assert.equal(one.active(), 'search');
    assert.equal(one.press('ArrowUp'), true);
    assert.equal(one.active(), 'files');
    one.press('ArrowDown');
    one.press('ArrowDown');
    assert.equal(one.active(), 'star');
    assert.equal(one.input.getAttribute('aria-activedescendant'), 'palette-star');
    one.type('close');
    assert.deepEqual([one.options(), one.active()], [['back'], 'back']);
  });

  test('says that nothing has that name, and Enter does nothing then', () => {
    const one = setUp();
    one.toggle();
    one.type('tea');
    assert.equal(one.input.getAttribute('aria-expanded'), 'false');
    assert.equal(one.input.hasAttribute('aria-activedescendant'), false);
    assert.equal(one.node.querySelector('[role=status]').textContent, en['palette.none']);
    one.press('Enter');
    assert.deepEqual([one.node.open, one.ran], [true, []]);
    one.type('');
    assert.equal(one.input.getAttribute('aria-expanded'), 'true');
    assert.equal(one.node.querySelector('[role=status]').textContent, '');
  });

  test('runs what Enter or a click chooses once it has closed, and offers that first the next time', async () => {
    const one = setUp({ state: { paper: {} } });
    one.toggle();
    one.type('星');
    one.press('Enter');
    assert.equal(one.node.open, false);
    await ready();
    assert.deepEqual(one.ran, ['star']);
    one.toggle();
    assert.equal(one.input.value, '');
    assert.deepEqual(one.options(), ['star', 'search', 'back', 'files']);
    one.node.querySelector('[data-command=files] span').click();
    await ready();
    assert.deepEqual(one.ran, ['star', 'files']);
    const next = setUp({ state: { paper: {} } });
    next.toggle();
    assert.deepEqual(next.options(), ['files', 'star', 'search', 'back'], 'after a reload too');
  });

  test('runs nothing when it is closed, by the keys that opened it too', async () => {
    const one = setUp();
    one.toggle();
    one.toggle();
    assert.equal(one.node.open, false);
    await ready();
    assert.deepEqual(one.ran, []);
  });

  test('leaves an input method alone', () => {
    const one = setUp();
    one.toggle();
    for (const key of ['Enter', 'ArrowDown']) assert.equal(one.press(key, { isComposing: true }), false);
    assert.deepEqual([one.node.open, one.active()], [true, 'search']);
  });

  test('forgets what it does not understand of what is kept', () => {
    for (const kept of ['7', '{"a":1}', '["star",7]', 'x']) {
      localStorage.setItem('broadsheet.commands', kept);
      const one = setUp();
      one.toggle();
      assert.deepEqual(one.options(), ['search', 'files']);
    }
  });
});

test('every command with a name in the palette is one of the page', async () => {
  const { readFileSync, readdirSync } = await import('node:fs');
  const folder = new URL('../../web/src/features/', import.meta.url);
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|\/)index\.js$/.test(name))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
  const names = Object.keys(en).flatMap((key) => (key.startsWith('command.') ? [key.slice(8)] : []));
  assert.ok(names.length > 15);
  assert.deepEqual(
    names.filter((name) => !source.includes(`name: '${name}'`)),
    [],
  );
});
