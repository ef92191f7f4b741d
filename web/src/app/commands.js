// Commands: what the user can do by key, and what features ask of each other by name. Only the features define keys;
// the key listener and the keys sheet are built from their commands.
import { keyOf } from './key-of.js';

/**
 * @typedef {object} Command
 * @property {string} name
 * @property {(...args: any[]) => unknown} run
 * @property {string[]} [keys] each a key, a sequence of keys separated by blanks, or `Mod+` and a letter, which works
 *   in fields and sheets too
 * @property {string[]} [idleKeys] keys that work only when nothing else has the focus; also such as `Shift+ArrowDown`
 * @property {string} [words] its line in the keys sheet; commands with the same words share a line
 * @property {boolean} [everywhere] it works while a view covers the columns, too
 * @property {(state: import('./state.js').State) => boolean} [applies] whether it would do something; always, if missing
 */

/** Longest pause between the keys of a sequence. */
const SEQUENCE_MS = 800;
/** So many different letters, each so soon after the one before, are typed text. */
const TYPED_LETTERS = 3;
const TYPED_MS = 120;
/** Of a word whose first letters repeat, such as `eel`. */
const LONGEST_BEGIN = 6;

/** @param {readonly Command[]} commands @returns {(name: string, ...args: any[]) => unknown} */
export function runner(commands) {
  const byName = new Map(commands.map((command) => [command.name, command]));
  if (byName.size < commands.length) throw new Error('two commands have one name');
  return (name, ...args) => {
    const command = byName.get(name);
    if (!command) throw new Error(`no command ${name}`);
    return command.run(...args);
  };
}

/** @param {readonly Command[]} commands @param {'keys' | 'idleKeys'} kind */
function byKey(commands, kind) {
  const pairs = commands.flatMap((command) =>
    (command[kind] ?? []).map((key) => /** @type {const} */ ([key, command])),
  );
  const map = new Map(pairs);
  if (map.size < pairs.length) throw new Error('two commands have one key');
  return map;
}

/** Ctrl+K in a field of a Mac deletes to the end of the line. */
const isMac = () => /^(Mac|iP)/.test(navigator.platform);

/**
 * Such as `Mod+k`: Command on a Mac, Control elsewhere. Empty if it is none.
 * @param {Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>} event
 */
function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }) {
  const [mod, other] = isMac() ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  return mod && !other && !altKey && !shiftKey ? `Mod+${key.toLowerCase()}` : '';
}

/**
 * @template T
 * @typedef {object} Typing a person may type a word where no field has the focus
 * @property {() => T} begin called before the command of a letter that may be the first of a word
 * @property {(text: string, begun: T) => void} end it is one, and its first letters have run commands
 */

/**
 * Tells a fast run of letters from commands.
 * @template T
 * @param {Typing<T>} typing
 */
function watchTyping({ begin, end }) {
  /** Letters that followed each other fast. @type {{ key: string, begun: T }[]} */
  let run = [];
  let last = 0;
  /** Whether this letter belongs to a word. @param {KeyboardEvent} event */
  return ({ key, timeStamp, repeat }) => {
    if (!/^\p{L}$/u.test(key) || repeat) {
      run = [];
      return false;
    }
    if (timeStamp - last > TYPED_MS) run = [];
    last = timeStamp;
    run.push({ key, begun: begin() });
    const newest = run.slice(-TYPED_LETTERS);
    if (new Set(newest.map((letter) => letter.key)).size < TYPED_LETTERS) return false;
    // What came before in a long run were commands.
    const word = run.length <= LONGEST_BEGIN ? run : newest;
    run = [];
    end(word.map((letter) => letter.key).join(''), word[0].begun);
    return true;
  };
}

/**
 * Listens to the keyboard, wherever the focus is.
 * @template T
 * @param {readonly Command[]} commands
 * @param {object} parts
 * @param {() => boolean} parts.isCovered a view covers the columns: only commands that work everywhere run
 * @param {() => boolean} parts.hasLetters true: keys that type a character run commands too; false: only the other keys do
 * @param {Typing<T>} parts.typing
 * @param {AbortSignal} signal stops listening
 */
export function listenToKeys(commands, { isCovered, hasLetters, typing }, signal) {
  const isTyped = watchTyping(typing);
  const keys = byKey(commands, 'keys');
  const idleKeys = byKey(commands, 'idleKeys');
  let previous = { key: '', time: 0 };
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || event.isComposing) return;
      const isIdle = event.target === document.body;
      const chord = keys.get(chordOf(event)) ?? (isIdle ? idleKeys.get(chordOf(event)) : undefined);
      if (chord && (chord.everywhere || !isCovered())) {
        event.preventDefault();
        if (!event.repeat) chord.run();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : document.body;
      // If a focused button in a sheet is removed, key events go to the page under the sheet.
      if (document.querySelector('dialog:modal')) return;
      // Until the browser draws, the field of a sheet that has just closed may still have the focus.
      const field = target.closest('textarea, select, input:not([type=checkbox])');
      if (field && !field.closest('dialog:not([open])')) return;
      const key = keyOf(event);
      if (key.length === 1 && !hasLetters()) return;
      if (!isCovered() && isTyped(event)) return event.preventDefault();
      const sequence = event.timeStamp - previous.time < SEQUENCE_MS ? `${previous.key} ${key}` : '';
      previous = { key, time: event.timeStamp };
      const ofIdle = idleKeys.get(event.shiftKey ? `Shift+${key}` : key) ?? idleKeys.get(key);
      const command = keys.get(sequence) ?? keys.get(key) ?? (isIdle ? ofIdle : undefined);
      if (!command || (isCovered() && !command.everywhere)) return;
      event.preventDefault();
      command.run();
    },
    { signal },
  );
}

/** Key names as printed on keyboards. @type {Record<string, string>} */
const CAPS = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' };

/** @param {string} key */
const capOf = (key) =>
  CAPS[key] ??
  key
    .replace(/^Shift\+(.+)$/, (_, other) => `⇧${CAPS[other] ?? other}`)
    .replace(/^Mod\+(.)$/, (_, letter) => (isMac() ? '⌘' : 'Ctrl+') + letter.toUpperCase());

/** The keys of a sequence as printed on keyboards. @param {string} sequence */
const capsOf = (sequence) => sequence.split(' ').map(capOf);

/**
 * What runs a command, each as a sequence of keys as printed on keyboards.
 * @param {Command} command
 * @param {boolean} hasLetters keys that type a character run commands
 */
export const sequencesOf = ({ keys = [], idleKeys = [] }, hasLetters) =>
  [...keys, ...idleKeys]
    .filter((sequence) => hasLetters || sequence.split(' ').every((key) => key.length > 1))
    .map(capsOf);

/**
 * The lines of the keys sheet, in the order of the commands: words and key sequences. Commands on the same line take
 * turns, so that `n p ] [` reads as two pairs.
 * @param {readonly Command[]} commands
 * @returns {{ words: string, sequences: string[][] }[]}
 */
export function keyLines(commands) {
  /** @type {Map<string, string[][]>} keys of each command, by line */
  const lines = new Map();
  for (const { words, keys = [], idleKeys = [] } of commands)
    if (words) lines.set(words, [...(lines.get(words) ?? []), [...keys, ...idleKeys]]);
  return [...lines].map(([words, all]) => {
    const longest = Math.max(...all.map((keys) => keys.length));
    const inTurns = Array.from({ length: longest }, (_, turn) => all.map((keys) => keys[turn])).flat();
    return { words, sequences: inTurns.filter((sequence) => sequence !== undefined).map(capsOf) };
  });
}
