// A record of a user's statements about a work. Pure functions. Merging two records of a work takes the newer of each
// statement. Merges may happen in any order and any number of times with the same result (a last-writer-wins register
// for each statement).

import { withoutControls } from '../text/controls.js';

/** @typedef {import('../storage/database.js').Mark} Mark */
/**
 * @typedef {{ read?: boolean, skimmed?: boolean, starred?: boolean, dismissed?: boolean, tag?: { name: string, on: boolean }, note?: string }} Statement
 *   skimmed: done by its row alone; dismissed: the paper is not for this user
 */
/** @typedef {import('../engine/protocol.js').SetChange} SetChange */

const LONGEST_TAG = 60;

/** Statements with one value; each has its time in a field of its own. */
const TIMES = /** @type {const} */ ([
  ['read', 'readAt'],
  ['skimmed', 'skimmedAt'],
  ['starred', 'starredAt'],
  ['dismissed', 'dismissedAt'],
  ['note', 'noteAt'],
]);

/** @param {string} work @returns {Mark} */
export const blank = (work) => ({
  work,
  read: false,
  readAt: 0,
  skimmed: false,
  skimmedAt: 0,
  starred: false,
  starredAt: 0,
  dismissed: false,
  dismissedAt: 0,
  tags: {},
  note: '',
  noteAt: 0,
});

/** Normalizes a tag. Removes quotes, because the search box uses them. @param {string} text */
export function tagName(text) {
  const name = withoutControls(text)
    .normalize('NFC')
    .replace(/["“”\s]+/g, ' ')
    .trim()
    .slice(0, LONGEST_TAG)
    .trim();
  return name === '__proto__' ? '' : name;
}

/** @param {Mark} mark @param {Statement} said @param {number} now @returns {Mark} */
export function stated(mark, said, now) {
  const next = { ...mark };
  for (const [what, at] of TIMES)
    if (said[what] !== undefined) Object.assign(next, { [what]: said[what], [at]: now });
  if (said.tag) next.tags = { ...mark.tags, [said.tag.name]: { on: said.tag.on, at: now } };
  return next;
}

/** When its newest statement was made. @param {Mark} mark */
export const newestTime = (mark) =>
  Math.max(...TIMES.map(([, at]) => mark[at]), ...Object.values(mark.tags).map(({ at }) => at));

/** The statement that restores what the other one changes in this mark. @param {Mark} mark @param {Statement} said @returns {Statement} */
export function inverse(mark, said) {
  /** @type {Statement} */
  const back = {};
  for (const [what] of TIMES) if (said[what] !== undefined) Object.assign(back, { [what]: mark[what] });
  if (said.tag) back.tag = { name: said.tag.name, on: tagsOf(mark).includes(said.tag.name) };
  return back;
}

/**
 * Of two statements made at the same time the larger wins, so that order makes no difference.
 * @template {boolean | string | number} V
 * @param {V} value
 * @param {number} at
 * @param {V} otherValue
 * @param {number} otherAt
 */
export const isNewer = (value, at, otherValue, otherAt) =>
  at > otherAt || (at === otherAt && value > otherValue);

/** @param {Mark} a @param {Mark} b of the same work @returns {Mark} */
export function merged(a, b) {
  const next = { ...a, tags: { ...a.tags } };
  for (const [what, at] of TIMES)
    if (isNewer(b[what], b[at], a[what], a[at])) Object.assign(next, { [what]: b[what], [at]: b[at] });
  for (const [name, tag] of Object.entries(b.tags)) {
    const mine = Object.hasOwn(a.tags, name) ? a.tags[name] : { on: false, at: -1 };
    if (isNewer(tag.on, tag.at, mine.on, mine.at)) next.tags[name] = tag;
  }
  return next;
}

/** @param {Mark} mark @returns {string[]} */
export const tagsOf = (mark) =>
  Object.entries(mark.tags)
    .filter(([, { on }]) => on)
    .map(([name]) => name)
    .sort();

/** The sets of the query language that contain the work. @param {Mark} mark */
export const setsOf = (mark) => [
  ...(mark.read ? ['is:read'] : []),
  ...(mark.starred ? ['is:starred'] : []),
  ...(mark.dismissed ? ['is:dismissed'] : []),
  ...(mark.note ? ['is:noted'] : []),
  ...tagsOf(mark).map((name) => `tag:${name}`),
];

/** Sets that always exist, so that queries for them are understood. */
export const FIRST_SETS = ['is:read', 'is:starred', 'is:dismissed', 'is:noted'];

/** @param {Mark} before @param {Mark} after @returns {SetChange[]} */
export function setChanges(before, after) {
  const was = new Set(setsOf(before));
  const is = new Set(setsOf(after));
  const gone = [...was].filter((set) => !is.has(set));
  // To the core `tag:ML` and `tag:ml` are one set: whoever takes one off must not lose the other.
  const losesTag = gone.some((set) => set.startsWith('tag:'));
  const stays = [...is].filter((set) => !was.has(set) || (losesTag && set.startsWith('tag:')));
  return [
    ...gone.map((set) => ({ set, work: after.work, member: false })),
    ...stays.map((set) => ({ set, work: after.work, member: true })),
  ];
}

/**
 * @typedef {{ read: number, starred: number, dismissed: number, tags: number, notes: number, lost: number }} Changes
 *   number of works for which each statement changes; lost: changed notes that were not empty
 */

/** What the user would see change. @param {[before: Mark, after: Mark][]} pairs @returns {Changes} */
export function changesOf(pairs) {
  const changes = { read: 0, starred: 0, dismissed: 0, tags: 0, notes: 0, lost: 0 };
  for (const [before, after] of pairs) {
    changes.read += Number(before.read !== after.read);
    changes.starred += Number(before.starred !== after.starred);
    changes.dismissed += Number(before.dismissed !== after.dismissed);
    changes.tags += Number(String(tagsOf(before)) !== String(tagsOf(after)));
    changes.notes += Number(before.note !== after.note);
    changes.lost += Number(before.note !== after.note && before.note !== '');
  }
  return changes;
}

/** Statements of one moment are a millisecond apart each, so the last of them may be a little ahead of the clock. */
export const AHEAD_MS = 1000;

/** @param {any} value @returns {Record<string, unknown>} */
const record = (value) => (typeof value === 'object' && value !== null ? value : {});

/**
 * Reads a mark from storage or from a file that anyone may have written; null if it is not a mark. Limits times to now:
 * a statement dated next year would override all that the user says until then.
 * @param {unknown} from
 * @param {number} [now]
 * @param {number} [asOf] when statements later than now count as made
 * @returns {Mark | null}
 */
export function markFrom(from, now = Date.now(), asOf = now) {
  const value = record(from);
  if (typeof value.work !== 'string' || !value.work) return null;
  const time = (/** @type {unknown} */ at) =>
    typeof at === 'number' && at > 0 ? Math.floor(at > now ? asOf : at) : 0;
  /** @type {Mark['tags']} */
  const tags = Object.create(null);
  for (const [name, tag] of Object.entries(record(value.tags)))
    if (tagName(name)) tags[tagName(name)] = { on: record(tag).on === true, at: time(record(tag).at) };
  return {
    work: value.work,
    read: value.read === true,
    readAt: time(value.readAt),
    skimmed: value.skimmed === true,
    skimmedAt: time(value.skimmedAt),
    starred: value.starred === true,
    starredAt: time(value.starredAt),
    dismissed: value.dismissed === true,
    dismissedAt: time(value.dismissedAt),
    tags: { ...tags },
    note: typeof value.note === 'string' ? value.note : '',
    noteAt: time(value.noteAt),
  };
}

/** The valid marks in a list; empty if it is not a list. @param {unknown} list @returns {Mark[]} */
export const marksFrom = (list) =>
  (Array.isArray(list) ? list : []).map((each) => markFrom(each)).filter((mark) => mark !== null);
