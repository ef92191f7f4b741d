// What a person said of a work, as a record. Pure. Two records of one work become one by taking the newer of each
// statement: in any order, as often as you like, with the same end (a last-writer-wins register for each).

/** @typedef {import('../storage/database.js').Mark} Mark */
/** @typedef {{ read?: boolean, starred?: boolean, tag?: { name: string, on: boolean }, note?: string }} Statement */
/** @typedef {import('../engine/protocol.js').SetChange} SetChange */

const LONGEST_TAG = 60;

/** @param {string} work @returns {Mark} */
export const blank = (work) => ({
  work,
  read: false,
  readAt: 0,
  starred: false,
  starredAt: 0,
  tags: {},
  note: '',
  noteAt: 0,
});

/** How a tag is written: no quotes, which the search box needs itself. @param {string} text */
export function tagName(text) {
  const name = text
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
  if (said.read !== undefined) Object.assign(next, { read: said.read, readAt: now });
  if (said.starred !== undefined) Object.assign(next, { starred: said.starred, starredAt: now });
  if (said.note !== undefined) Object.assign(next, { note: said.note, noteAt: now });
  if (said.tag) next.tags = { ...mark.tags, [said.tag.name]: { on: said.tag.on, at: now } };
  return next;
}

/**
 * Of two statements of one time the larger counts, so that the order makes no difference.
 * @template {boolean | string} V
 * @param {V} value @param {number} at @param {V} otherValue @param {number} otherAt
 */
const isNewer = (value, at, otherValue, otherAt) => at > otherAt || (at === otherAt && value > otherValue);

/** @param {Mark} a @param {Mark} b of the same work @returns {Mark} */
export function merged(a, b) {
  const next = { ...a, tags: { ...a.tags } };
  if (isNewer(b.read, b.readAt, a.read, a.readAt)) Object.assign(next, { read: b.read, readAt: b.readAt });
  if (isNewer(b.starred, b.starredAt, a.starred, a.starredAt))
    Object.assign(next, { starred: b.starred, starredAt: b.starredAt });
  if (isNewer(b.note, b.noteAt, a.note, a.noteAt)) Object.assign(next, { note: b.note, noteAt: b.noteAt });
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

/** The sets of the query language that the work is in. @param {Mark} mark */
export const setsOf = (mark) => [
  ...(mark.read ? ['is:read'] : []),
  ...(mark.starred ? ['is:starred'] : []),
  ...(mark.note ? ['is:noted'] : []),
  ...tagsOf(mark).map((name) => `tag:${name}`),
];

/** Those that a library has from the start: a query for them is understood. */
export const FIRST_SETS = ['is:read', 'is:starred', 'is:noted'];

/** @param {Mark} before @param {Mark} after @returns {SetChange[]} */
export function setChanges(before, after) {
  const was = new Set(setsOf(before));
  const is = new Set(setsOf(after));
  return [...new Set([...was, ...is])]
    .filter((set) => was.has(set) !== is.has(set))
    .map((set) => ({ set, work: after.work, member: is.has(set) }));
}

/**
 * A mark from a file that anyone may have written, or null.
 * @param {any} value @returns {Mark | null}
 */
export function markFrom(value) {
  if (typeof value?.work !== 'string' || !value.work) return null;
  const time = (/** @type {unknown} */ at) =>
    typeof at === 'number' && at > 0 && at < 1e14 ? Math.floor(at) : 0;
  /** @type {Mark['tags']} */
  const tags = Object.create(null);
  for (const [name, tag] of Object.entries(value.tags ?? {}))
    if (tagName(name)) tags[tagName(name)] = { on: tag?.on === true, at: time(tag?.at) };
  return {
    work: value.work,
    read: value.read === true,
    readAt: time(value.readAt),
    starred: value.starred === true,
    starredAt: time(value.starredAt),
    tags: { ...tags },
    note: typeof value.note === 'string' ? value.note : '',
    noteAt: time(value.noteAt),
  };
}
