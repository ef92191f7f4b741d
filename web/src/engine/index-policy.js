// Decides which parts of the stored index are opened, and what is saved of it. Pure functions. The rules are in
// docs/storage.md.

/** @typedef {import('../storage/database.js').KeptPart} KeptPart */
/** @typedef {Pick<KeptPart, 'id' | 'digests' | 'build'>} Part */
/** @typedef {{ id: number }} Digest id: stored under this id, 0: not stored */
/** @typedef {{ opens: boolean, note: string | null }} Verdict note: what the user is told of a part that is dropped */

/** With more digests than this in small parts or in none, the next start would be noticeably slower. */
export const MOST_LOOSE = 12;

/** @type {Verdict} */
const OPENS = { opens: true, note: null };
/** @param {string | null} note @returns {Verdict} */
const dropped = (note) => ({ opens: false, note });

/**
 * Parts in the order in which their digests were stored.
 * @template {Part} P
 * @param {readonly P[]} parts
 */
export const inOrder = (parts) => [...parts].sort((a, b) => a.digests[0] - b.digests[0]);

/**
 * Whether a part is worth opening.
 * @param {Part} part
 * @param {object} now
 * @param {ReadonlySet<number>} now.wanted stored digests that are not open yet
 * @param {string} now.build of the module
 * @param {number} [now.suspect] the part on which the last reader crashed
 * @returns {Verdict}
 */
export function judgePart({ id, digests, build }, { wanted, build: own, suspect }) {
  if (id === suspect) return dropped('damaged_index');
  // A digest was removed or is in another part. The other digests are read again.
  if (!digests.every((digest) => wanted.has(digest))) return dropped(null);
  return build === own ? OPENS : dropped('older_index');
}

/**
 * Whether an opened part stays.
 * @param {Part} part
 * @param {{ code: string, added: readonly unknown[] } | null} opened null: it could not be read
 * @returns {Verdict}
 */
export function judgeOpened({ digests }, opened) {
  if (opened?.code === 'ok') return opened.added.length === digests.length ? OPENS : dropped(null);
  return dropped(opened?.code === 'other_version' ? 'older_index' : 'damaged_index');
}

/**
 * What is written of the index: a part for each loose digest, or the whole index as one part.
 * @param {object} now
 * @param {readonly Digest[]} now.open
 * @param {boolean} now.isSettled false: older makings wait to be cut, so the open library differs from what is stored
 * @param {ReadonlySet<number>} now.stored ids of the stored digests
 * @param {readonly Part[]} now.parts
 * @param {ReadonlySet<number>} now.fresh ids of the digests whose saved library is at hand
 * @param {boolean} [now.isArranged] the digests are in another order than the parts give
 * @returns {{ write: 'nothing' | 'parts' | 'whole', loose: number[] }} loose: ids of open digests that are in no part
 */
export function planSave({ open, isSettled, stored, parts, fresh, isArranged = false }) {
  // Settling saves again.
  if (!isSettled) return { write: 'nothing', loose: [] };
  // A part with a removed digest is never opened again.
  const usable = parts.filter(({ digests }) => digests.every((id) => stored.has(id)));
  const covered = new Set(usable.flatMap(({ digests }) => digests));
  const loose = open.flatMap(({ id }) => (id > 0 && !covered.has(id) ? [id] : []));
  const small = usable.filter(({ digests }) => digests.length === 1).length;
  const tooMany = loose.length + small > MOST_LOOSE;
  if (!isArranged && !tooMany && loose.every((id) => fresh.has(id)))
    return { write: loose.length > 0 ? 'parts' : 'nothing', loose };
  // A digest that is not stored must not get into a part.
  return { write: open.some(({ id }) => id === 0) ? 'nothing' : 'whole', loose };
}

/**
 * Whether the next save is sure to write a large index.
 * @param {{ open: number, fresh: number }} counts of digests
 */
export const savesMuch = ({ open, fresh }) => fresh === 0 && open > MOST_LOOSE;

/** Whether saved libraries are worth holding: with more of them the whole index is written. @param {number} fresh */
export const holdsFresh = (fresh) => fresh <= MOST_LOOSE;
