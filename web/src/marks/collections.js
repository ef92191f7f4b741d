// The user's collections: bibliographies and lists of ids that were opened, each under the name of its file. What is
// said of a collection has a time, and the newer statement wins, as of marks.
import { AHEAD_MS } from './mark.js';
import { isCount, isNumber, isText, isTruth, listOf, mapOf, maybe, recordOf } from '../storage/shape.js';

/**
 * @typedef {object} CollectedWork
 * @property {string} title empty if the file has only its name
 * @property {string[]} authors
 * @property {string} year four digits, or empty
 * @property {string} id arXiv's, without version; or empty
 * @property {string} doi not arXiv's own; or empty
 * @property {string} url of http or https, or empty
 * @property {number} line of its entry
 */
/** @typedef {{ line: number, message: string }} Remark of the reader; English */
/**
 * @typedef {object} CollectionRecord
 * @property {string} format "bibtex", "ris", "csl-json", "csv", "opml", "ids"
 * @property {CollectedWork[]} works
 * @property {Remark[]} remarks
 * @property {Record<string, string>} same the works that are doubtful titles, as the user has said
 * @property {boolean} on false: removed
 * @property {number} at
 */
/** @typedef {Record<string, CollectionRecord>} Collections by name */

const KEPT = 'collections';
const MOST_REMARKS = 100;

const isWork = recordOf({
  title: isText,
  authors: listOf(isText),
  year: isText,
  id: isText,
  doi: isText,
  url: isText,
  line: isCount,
});
const isRecord = recordOf({
  format: isText,
  works: listOf(isWork),
  remarks: maybe(listOf(recordOf({ line: isCount, message: isText }))),
  same: maybe(mapOf(isText)),
  on: isTruth,
  at: isNumber,
});

/** Reads what a browser or a backup has kept. @param {unknown} value @param {number} [now] @returns {Collections} */
export function collectionsFrom(value, now = Date.now()) {
  const rows = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  /** @type {[string, CollectionRecord][]} */
  const records = rows.flatMap(([name, row]) => {
    if (!name || !isRecord(row)) return [];
    const { format, works, remarks = [], same = {}, on, at } = row;
    return [[name, { format, works, remarks, same, on, at: Math.min(Math.floor(at), now + AHEAD_MS) }]];
  });
  return Object.fromEntries(records);
}

/** @param {Collections} a @param {Collections} b @returns {Collections} */
export function mergedCollections(a, b) {
  const next = { ...a };
  for (const [name, record] of Object.entries(b)) {
    if (!Object.hasOwn(a, name) || record.at > a[name].at) next[name] = record;
  }
  return next;
}

/**
 * @param {object} parts
 * @param {Pick<import('./kept-marks.js').KeptMarks, 'setting' | 'change'>} parts.kept
 * @param {() => void} parts.onChange
 * @param {() => void} parts.onKept notifies the other tabs
 * @param {(error: unknown) => void} parts.onUnkept storing failed; the change lasts until the page is closed
 */
export function createCollections({ kept, onChange, onKept, onUnkept }) {
  /** @type {Collections} */
  let all = {};

  /** @param {Collections} others */
  function take(others) {
    all = mergedCollections(all, others);
    onChange();
  }

  /** @param {Collections} others */
  async function merge(others) {
    if (Object.keys(others).length === 0) return;
    take(others);
    try {
      await kept.change(KEPT, (stored) => mergedCollections(collectionsFrom(stored), others));
      onKept();
    } catch (error) {
      onUnkept(error);
    }
  }

  /** @param {string} name */
  const get = (name) => (Object.hasOwn(all, name) ? all[name] : null);
  /** @param {string} name @param {Partial<CollectionRecord>} said */
  function say(name, said) {
    const before = get(name) ?? { format: '', works: [], remarks: [], same: {}, on: false, at: 0 };
    return merge({ [name]: { ...before, ...said, at: Math.max(Date.now(), before.at + 1) } });
  }

  return {
    /** Those that are not removed, by name. */
    all: () =>
      Object.entries(all)
        .filter(([, { on }]) => on)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    /** @param {string} name @returns {CollectionRecord | null} */
    get: (name) => (get(name)?.on ? get(name) : null),
    /**
     * Adds a collection, or replaces the one of that name.
     * @param {string} name
     * @param {Pick<CollectionRecord, 'format' | 'works' | 'remarks'>} read
     */
    put: (name, { format, works, remarks }) =>
      say(name, { format, works, remarks: remarks.slice(0, MOST_REMARKS), on: true }),
    /** As it was before. @param {string} name @param {CollectionRecord | null} before */
    restore: (name, before) => say(name, before ?? { works: [], remarks: [], same: {}, on: false }),
    /** @param {string} name */
    remove: (name) => say(name, { works: [], remarks: [], same: {}, on: false }),
    /** A doubtful title is this work. @param {string} name @param {string} title @param {string} work */
    sayAreSame: (name, title, work) => say(name, { same: { ...get(name)?.same, [title]: work } }),
    /** All records, for a backup. */
    records: () => all,
    /** How many would be other than they are. @param {Collections} others from a backup */
    changed: (others) =>
      Object.entries(mergedCollections(all, others)).filter(
        ([name, record]) => record !== get(name) && (record.on || get(name)?.on),
      ).length,
    /** From a backup. */
    merge,
    /** Also when another tab has changed them. */
    async load() {
      take(collectionsFrom(await kept.setting(KEPT).catch(() => null)));
    },
    forgetAll() {
      all = {};
      onChange();
    },
  };
}

/** @typedef {ReturnType<typeof createCollections>} CollectionStore */
