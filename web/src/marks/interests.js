// What the user says of their interests beside stars: what they follow, mute, or want to count for nothing. Each statement
// has a time, and the newer one wins, as of marks.
import { AHEAD_MS } from './mark.js';
import { isNumber, isText, recordOf } from '../storage/shape.js';
import { withoutControls } from '../text/controls.js';

/** @typedef {'word' | 'author' | 'category'} Kind */
/** @typedef {'followed' | 'muted' | 'ignored' | ''} Said ignored: counts neither way; "": nothing is said any more */
/** @typedef {{ kind: Kind, text: string, as: Said, at: number }} Statement */
/**
 * since: stars before this time teach nothing, as the user has forgotten them.
 * @typedef {{ said: Record<string, Statement>, since: number }} Interests said: by keyOf()
 */

const KEPT = 'interests';
const KINDS = ['word', 'author', 'category'];
const SAID = ['followed', 'muted', 'ignored', ''];
const LONGEST = 120;

const isStatement = recordOf({
  kind: (kind) => KINDS.includes(String(kind)),
  text: isText,
  as: (as) => SAID.includes(String(as)),
  at: isNumber,
});

/** @param {Kind} kind @param {string} text */
const keyOf = (kind, text) => `${kind} ${text.toLowerCase()}`;

/** As it is compared and shown. @param {string} text */
export const interestText = (text) =>
  withoutControls(text).replace(/\s+/g, ' ').trim().slice(0, LONGEST).trim();

/** @type {Interests} */
const NONE = { said: {}, since: 0 };

/** Reads what a browser or a backup has kept. @param {any} value @param {number} [now] @returns {Interests} */
export function interestsFrom(value, now = Date.now()) {
  /** @param {number} at */
  const notAhead = (at) => Math.min(Math.floor(at), now + AHEAD_MS);
  const rows = typeof value?.said === 'object' && value.said !== null ? Object.values(value.said) : [];
  const said = rows.filter(isStatement).flatMap(({ kind, text, as, at }) => {
    const clean = interestText(text);
    return clean ? [[keyOf(kind, clean), { kind, text: clean, as, at: notAhead(at) }]] : [];
  });
  return { said: Object.fromEntries(said), since: isNumber(value?.since) ? notAhead(value.since) : 0 };
}

/** @param {Interests} a @param {Interests} b @returns {Interests} */
export function mergedInterests(a, b) {
  const said = { ...a.said };
  for (const [key, statement] of Object.entries(b.said))
    if (!Object.hasOwn(a.said, key) || statement.at > a.said[key].at) said[key] = statement;
  return { said, since: Math.max(a.since, b.since) };
}

/**
 * @param {object} parts
 * @param {Pick<import('./kept-marks.js').KeptMarks, 'setting' | 'change'>} parts.kept
 * @param {() => void} parts.onChange
 * @param {() => void} parts.onKept notifies the other tabs
 */
export function createInterests({ kept, onChange, onKept }) {
  let now = NONE;

  /** @param {Interests} others */
  function take(others) {
    now = mergedInterests(now, others);
    onChange();
  }

  /** @param {Interests} others */
  async function merge(others) {
    if (Object.keys(others.said).length === 0 && others.since <= now.since) return;
    take(others);
    try {
      await kept.change(KEPT, (stored) => mergedInterests(interestsFrom(stored), others));
      onKept();
    } catch {
      // They last until the page is closed.
    }
  }

  const standing = () => Object.values(now.said).filter(({ as }) => as !== '');

  return {
    /** What is said now, in order of time. @returns {Statement[]} */
    all: () => standing().sort((a, b) => a.at - b.at),
    since: () => now.since,
    /** What is said of it. @param {Kind} kind @param {string} text @returns {Said} */
    of: (kind, text) => {
      const key = keyOf(kind, interestText(text));
      return Object.hasOwn(now.said, key) ? now.said[key].as : '';
    },
    /** @param {Kind} kind @param {string} text @param {Said} as */
    say(kind, text, as) {
      const clean = interestText(text);
      if (!clean) return;
      const key = keyOf(kind, clean);
      const before = Object.hasOwn(now.said, key) ? now.said[key].at : 0;
      return merge({
        said: { [key]: { kind, text: clean, as, at: Math.max(Date.now(), before + 1) } },
        since: 0,
      });
    },
    /** Nothing is said any more, and stars until now teach nothing. */
    forget() {
      const at = Date.now();
      const said = standing().map((each) => [
        keyOf(each.kind, each.text),
        { ...each, as: /** @type {Said} */ (''), at: Math.max(at, each.at + 1) },
      ]);
      return merge({ said: Object.fromEntries(said), since: at });
    },
    /** For a backup, and for undoing. */
    state: () => now,
    /** As it was, whatever was said since. @param {Interests} before */
    restore(before) {
      const at = Date.now();
      const keys = new Set([...Object.keys(now.said), ...Object.keys(before.said)]);
      const said = [...keys].map((key) => {
        const after = now.said[key] ?? before.said[key];
        const as = Object.hasOwn(before.said, key) ? before.said[key].as : /** @type {Said} */ ('');
        return [key, { ...after, as, at: Math.max(at, after.at + 1) }];
      });
      now = { ...now, since: before.since };
      return merge({ said: Object.fromEntries(said), since: before.since });
    },
    /** Whether they would be other than they are. @param {Interests} others from a backup */
    changed: (others) => JSON.stringify(mergedInterests(now, others)) !== JSON.stringify(now),
    /** From a backup. */
    merge,
    /** Also when another tab has changed them. */
    async load() {
      take(interestsFrom(await kept.setting(KEPT).catch(() => null)));
    },
    forgetAll() {
      now = NONE;
      onChange();
    },
  };
}

/** @typedef {ReturnType<typeof createInterests>} InterestStore */
