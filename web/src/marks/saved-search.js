// A record of a saved search: its name, its place among the others, and whether it is still there. As in mark.js each is
// a statement with a time, and the newer one wins, in any order and any number of times. Pure functions.
import { AHEAD_MS, isNewer } from './mark.js';

/** @typedef {import('../storage/database.js').SavedRecord} SavedRecord */
/** @typedef {{ name?: string, place?: number, on?: boolean }} SearchStatement */
/** @typedef {readonly [fragment: string, said: SearchStatement]} SaidOfSearch */

const LONGEST_NAME = 120;

const TIMES = /** @type {const} */ ([
  ['name', 'namedAt'],
  ['place', 'placedAt'],
  ['on', 'onAt'],
]);

/** @param {string} fragment @returns {SavedRecord} */
const blank = (fragment) => ({ fragment, name: '', namedAt: 0, place: 0, placedAt: 0, on: false, onAt: 0 });

/** @param {string} text */
export const searchName = (text) => text.trim().replace(/\s+/g, ' ').slice(0, LONGEST_NAME).trim();

/**
 * Reads what a browser or a backup has kept; what is no saved search is left out. A release without places kept
 * `{ name, fragment }`, in order.
 * @param {unknown} list
 * @param {number} [now] no statement is later
 * @returns {SavedRecord[]}
 */
export function searchRecordsFrom(list, now = Date.now()) {
  const records = (Array.isArray(list) ? list : []).flatMap((row, index) => recordFrom(row, index, now));
  return mergedSearches([], records);
}

/** @param {any} row @param {number} index @param {number} now @returns {SavedRecord[]} */
function recordFrom(row, index, now) {
  if (typeof row?.fragment !== 'string' || !row.fragment) return [];
  const on = row.on !== false;
  if (on && typeof row.name !== 'string') return [];
  const time = (/** @type {unknown} */ at) =>
    typeof at === 'number' && at > 0 ? Math.min(Math.floor(at), now + AHEAD_MS) : 0;
  return [
    {
      fragment: row.fragment,
      name: typeof row.name === 'string' ? row.name.slice(0, LONGEST_NAME) : '',
      namedAt: time(row.namedAt),
      place: Number.isFinite(row.place) ? row.place : index,
      placedAt: time(row.placedAt),
      on,
      onAt: time(row.onAt),
    },
  ];
}

/**
 * As it is kept. Releases that know no forgotten searches pass over a row without a name.
 * @param {SavedRecord} record
 */
export const keptSearch = ({ name, namedAt, ...rest }) => (rest.on ? { ...rest, name, namedAt } : rest);

/** @param {readonly SavedRecord[]} some @param {readonly SavedRecord[]} others @returns {SavedRecord[]} */
export function mergedSearches(some, others) {
  const all = new Map(some.map((record) => [record.fragment, record]));
  for (const other of others) {
    const mine = all.get(other.fragment);
    all.set(other.fragment, mine ? merged(mine, other) : other);
  }
  return [...all.values()];
}

/** @param {SavedRecord} a @param {SavedRecord} b of the same search @returns {SavedRecord} */
function merged(a, b) {
  const next = { ...a };
  for (const [what, at] of TIMES)
    if (isNewer(b[what], b[at], a[what], a[at])) Object.assign(next, { [what]: b[what], [at]: b[at] });
  return next;
}

/**
 * Of a backup. What a release without places has kept comes after the others.
 * @param {readonly SavedRecord[]} mine
 * @param {readonly SavedRecord[]} others
 */
export function joinedSearches(mine, others) {
  const placeOf = new Map(mine.map(({ fragment, place }) => [fragment, place]));
  let last = Math.max(-1, ...mine.map(({ place }) => place));
  const placed = others.map((other) =>
    other.placedAt > 0 ? other : { ...other, place: placeOf.get(other.fragment) ?? (last += 1) },
  );
  return mergedSearches(mine, placed);
}

/**
 * After all others, also those that another browser, whose backup is opened here, saved before.
 * @param {readonly SavedRecord[]} records
 */
export const lastPlace = (records) => Math.max(Date.now(), ...records.map(({ place }) => place + 1));

/** Those that are there, in order. @param {readonly SavedRecord[]} records */
export const shownSearches = (records) =>
  records
    .filter(({ on }) => on)
    .sort((a, b) => a.place - b.place || (a.fragment < b.fragment ? -1 : 1))
    .map(({ name, fragment }) => ({ name, fragment }));

/** @param {SavedRecord} record */
const newestTime = ({ namedAt, placedAt, onAt }) => Math.max(namedAt, placedAt, onAt);

/**
 * @param {readonly SavedRecord[]} records
 * @param {readonly SaidOfSearch[]} all
 * @param {number} [now]
 * @returns {SavedRecord[]}
 */
export function statedSearches(records, all, now = Date.now()) {
  const next = new Map(records.map((record) => [record.fragment, record]));
  for (const [fragment, said] of all) {
    const record = { ...(next.get(fragment) ?? blank(fragment)) };
    // If the clock was set back, the newer statement must still count as newer.
    const time = Math.max(now, newestTime(record) + 1);
    for (const [what, at] of TIMES)
      if (said[what] !== undefined) Object.assign(record, { [what]: said[what], [at]: time });
    next.set(fragment, record);
  }
  return [...next.values()];
}

/** What restores what these statements change. @param {readonly SavedRecord[]} records @param {readonly SaidOfSearch[]} all */
export const inverseOf = (records, all) =>
  all.map(([fragment, said]) => {
    const record = records.find((each) => each.fragment === fragment) ?? blank(fragment);
    const back = TIMES.filter(([what]) => said[what] !== undefined).map(([what]) => [what, record[what]]);
    return /** @type {SaidOfSearch} */ ([fragment, Object.fromEntries(back)]);
  });

/**
 * The statements that move a search to another index among those shown. Usually one: its place is between those of its
 * new neighbours.
 * @param {readonly SavedRecord[]} records
 * @param {string} fragment
 * @param {number} index
 * @returns {SaidOfSearch[]}
 */
export function movedTo(records, fragment, index) {
  const placeOf = new Map(records.map((record) => [record.fragment, record.place]));
  const others = shownSearches(records)
    .map((each) => each.fragment)
    .filter((each) => each !== fragment);
  const [before, after] = [others[index - 1], others[index]].map((each) => placeOf.get(each));
  const place =
    before === undefined ? (after ?? 1) - 1 : after === undefined ? before + 1 : (before + after) / 2;
  if (place !== before && place !== after) return [[fragment, { place }]];
  return others.toSpliced(index, 0, fragment).map((each, at) => [each, { place: at }]);
}
