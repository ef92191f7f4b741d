// The shelf: which digests are open, which files were refused, and which digests are not stored. An immutable value;
// each function returns the shelf after a change.

/** @typedef {import('../engine/protocol.js').Entry} Entry */
/** @typedef {import('../engine/protocol.js').Remade} Remade */
/** @typedef {import('./read-files.js').Source} Source */
/**
 * @typedef {{ name: string, code: string, message?: string, again?: boolean }} Refusal message: from the core, in
 *   English; again: another try may succeed
 */
/** @typedef {{ source: Source, fromAddress: boolean }} Unstored fromAddress: a reload of the page opens it again */
/**
 * What the page shows.
 * @typedef {object} Shelf
 * @property {readonly Readonly<Entry>[]} digests in the order in which they were opened
 * @property {readonly Refusal[]} refused
 * @property {readonly string[]} known files whose text was already open, under any name
 */
/**
 * @typedef {Shelf & { unstored: ReadonlyMap<string, Unstored> }} ShelfWithSources unstored: sources of the digests
 *   that are open but not stored, by content
 */

/** @type {ShelfWithSources} */
export const EMPTY_SHELF = { digests: [], refused: [], known: [], unstored: new Map() };

/** Trying a file again cancels its earlier refusal. @param {Shelf} shelf @param {string} name */
const refusedBut = ({ refused }, name) => refused.filter((refusal) => refusal.name !== name);

/** @param {ShelfWithSources} shelf @param {Entry} entry @param {string} file @returns {ShelfWithSources} */
export const addDigest = (shelf, entry, file) => ({
  ...shelf,
  digests: [...shelf.digests, entry],
  refused: refusedBut(shelf, file),
});

/** The file's text was already open. @param {ShelfWithSources} shelf @param {string} file @returns {ShelfWithSources} */
export const addKnown = (shelf, file) => ({
  ...shelf,
  refused: refusedBut(shelf, file),
  known: [...new Set([...shelf.known, file])],
});

/** @param {ShelfWithSources} shelf @returns {ShelfWithSources} */
export const forgetKnown = (shelf) => ({ ...shelf, known: [] });

/** @param {ShelfWithSources} shelf @param {Refusal} refusal @returns {ShelfWithSources} */
export const refuse = (shelf, refusal) => ({
  ...shelf,
  refused: [...refusedBut(shelf, refusal.name), refusal],
});

/** @param {ShelfWithSources} shelf @param {Shelf['digests']} digests @returns {ShelfWithSources} */
export const replaceDigests = (shelf, digests) => ({ ...shelf, digests });

/**
 * The digests in the order of these contents; the others are last, as they stand.
 * @param {Shelf} shelf
 * @param {readonly string[]} contents
 */
export function arranged({ digests }, contents) {
  const places = new Map(contents.map((content, place) => [content, place]));
  const place = (/** @type {Entry} */ { content }) => places.get(content) ?? contents.length;
  return digests.toSorted((a, b) => place(a) - place(b));
}

/**
 * The entries with the ids that the shelf knows: the worker does not know those of digests stored by the page.
 * @param {Shelf} shelf
 * @param {Entry[]} entries
 * @returns {Entry[]}
 */
export function withKnownIds({ digests }, entries) {
  const known = new Map(digests.map(({ content, id }) => [content, id]));
  return entries.map((entry) => ({ ...entry, id: entry.id || (known.get(entry.content) ?? 0) }));
}

/**
 * @param {ShelfWithSources} shelf
 * @param {ReadonlyMap<string, number>} ids by content
 * @returns {ShelfWithSources}
 */
export const replaceIds = (shelf, ids) => ({
  ...shelf,
  digests: shelf.digests.map((entry) => {
    const id = ids.get(entry.content);
    return id === undefined ? entry : { ...entry, id };
  }),
});

/**
 * @param {ShelfWithSources} shelf
 * @param {string} content
 * @param {Unstored} unstored
 * @returns {ShelfWithSources}
 */
export const addUnstored = (shelf, content, unstored) => ({
  ...shelf,
  unstored: new Map([...shelf.unstored, [content, unstored]]),
});

/** @param {ShelfWithSources} shelf @param {Iterable<string>} contents @returns {ShelfWithSources} */
export function forgetSources(shelf, contents) {
  const unstored = new Map(shelf.unstored);
  for (const content of contents) unstored.delete(content);
  return { ...shelf, unstored };
}

/** @param {ShelfWithSources} shelf @param {string} content @param {number} id @returns {ShelfWithSources} */
export const markStored = (shelf, content, id) =>
  forgetSources(replaceIds(shelf, new Map([[content, id]])), [content]);

/**
 * Of an unstored digest that a newer making replaces, only the papers that the newer one lacks are opened again.
 * @param {ShelfWithSources} shelf
 * @param {Pick<Remade, 'older' | 'left'>} remade
 * @returns {ShelfWithSources}
 */
export function cutSource(shelf, { older: { content }, left }) {
  const older = shelf.unstored.get(content);
  if (!older) return shelf;
  if (left.length === 0) return forgetSources(shelf, [content]);
  return addUnstored(shelf, content, { ...older, source: { ...older.source, left } });
}

/** The digest with that content. @param {Shelf} shelf @param {string | undefined} content */
export const digestOf = ({ digests }, content) => digests.find((entry) => entry.content === content);

/** Labels of stored digests that are not among those. @param {Shelf} shelf @param {ReadonlySet<number>} ids */
export const labelsWithout = ({ digests }, ids) =>
  digests.filter(({ id }) => id > 0 && !ids.has(id)).map(({ label }) => label);

/** @param {ShelfWithSources} shelf @param {readonly string[]} labels @returns {Unstored[]} */
export const unstoredOf = ({ digests, unstored }, labels) =>
  digests.filter(({ label }) => labels.includes(label)).flatMap(({ content }) => unstored.get(content) ?? []);

/** A reload of the page would lose something. @param {ShelfWithSources} shelf */
export const wouldLose = ({ unstored }) => [...unstored.values()].some(({ fromAddress }) => !fromAddress);
