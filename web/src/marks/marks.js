// All marks of the user, in memory. Each change is stored at once and sent to the engine and to other tabs.
import { keepLocal, readLocal } from '../storage/local.js';
import { FIRST_SETS, blank, changesOf, marksFrom, merged, newestTime, setChanges, stated } from './mark.js';

/** @typedef {import('../storage/database.js').Mark} Mark */
/** @typedef {import('./mark.js').Statement} Statement */
/** @typedef {readonly [work: string, said: Statement]} Said */

/** Marks not yet in the database when the user leaves the page, which cannot wait for it. */
const UNWRITTEN = 'broadsheet.unwritten';
/** Begins the names of the sets of tags. */
const TAG = 'tag:';

/**
 * @param {object} parts
 * @param {import('./kept-marks.js').KeptMarks} parts.kept
 * @param {(changes: import('../engine/protocol.js').SetChange[]) => void} parts.onSets works were added to sets or
 *   removed from them
 * @param {() => void} parts.onChange
 * @param {() => void} [parts.onSaid] the user said something
 * @param {(works: string[]) => void} parts.onKept notifies the other tabs
 * @param {(error: unknown) => void} parts.onUnkept storing failed; the change lasts until the page is closed
 */
export function createMarks({ kept, onSets, onChange, onSaid, onKept, onUnkept }) {
  /** @type {Map<string, Mark>} */
  const marks = new Map();
  /** The works in each set. @type {Map<string, Set<string>>} */
  const members = new Map();
  /** Sorted on demand; null after a tag was added or removed. @type {{ name: string, count: number }[] | null} */
  let tags = null;
  let loading = Promise.resolve();
  let isLoaded = true;
  /** Marks being written to the database. @type {Set<Mark>} */
  const unwritten = new Set();

  /** Merges a mark into the known ones; returns what changed. @param {Mark} mark */
  function put(mark) {
    const before = marks.get(mark.work) ?? blank(mark.work);
    const after = merged(before, mark);
    marks.set(mark.work, after);
    const changes = setChanges(before, after);
    for (const change of changes) putInSet(change);
    return changes;
  }

  /** @param {import('../engine/protocol.js').SetChange} change */
  function putInSet({ set, work, member }) {
    const works = members.get(set) ?? new Set();
    if (member) members.set(set, works.add(work));
    else if (works.delete(work) && works.size === 0) members.delete(set);
    if (set.startsWith(TAG)) tags = null;
  }

  /** @param {Mark[]} next */
  function apply(next) {
    const changes = next.flatMap(put);
    if (changes.length > 0) onSets(changes);
    onChange();
  }

  /** @param {Mark[]} changed */
  async function keep(changed) {
    for (const mark of changed) unwritten.add(mark);
    try {
      await kept.merge(changed);
      onKept(changed.map(({ work }) => work));
    } catch (error) {
      onUnkept(error);
    }
    for (const mark of changed) unwritten.delete(mark);
  }

  async function load() {
    isLoaded = false;
    // From now on this page is responsible for them, and saves them again if it is left before they are written.
    const left = marksFrom(readLocal(UNWRITTEN));
    keepLocal(UNWRITTEN, null);
    if (left.length > 0) keep(left);
    // Storage may be unavailable; that is reported where it matters.
    for (const mark of [...(await kept.all().catch(() => [])), ...left]) put(mark);
    isLoaded = true;
  }

  /** @param {readonly Said[]} all */
  async function say(all) {
    const newest = () => {
      /** @type {Map<string, Mark>} */
      const next = new Map();
      for (const [work, said] of all) {
        const before = next.get(work) ?? marks.get(work) ?? blank(work);
        // If the clock was set back, the newer statement must still count as newer.
        next.set(work, stated(before, said, Math.max(Date.now(), newestTime(before) + 1)));
      }
      return [...next.values()];
    };
    let next = newest();
    apply(next);
    onSaid?.();
    if (!isLoaded) {
      for (const mark of next) unwritten.add(mark);
      await loading;
      for (const mark of next) unwritten.delete(mark);
      next = newest();
      apply(next);
    }
    await keep(next);
  }

  return {
    /** @param {string} work */
    get: (work) => marks.get(work),
    all: () => [...marks.values()],
    /** Tags of all works, the most used first. Returns the same array until a tag is added or removed. */
    tags: () => (tags ??= tagsIn(members)),
    /** The works that have a tag. @param {string} name */
    tagged: (name) => [...(members.get(TAG + name) ?? [])],
    /** How many works are in a set, such as `is:starred`. @param {string} set */
    size: (set) => members.get(set)?.size ?? 0,
    /** All sets, for a worker that has none. @returns {Record<string, string[]>} */
    sets() {
      const first = FIRST_SETS.map((name) => /** @type {const} */ ([name, []]));
      return Object.fromEntries([...first, ...[...members].map(([set, works]) => [set, [...works]])]);
    },
    load: () => (loading = load()),
    /** Resolves once earlier marks are known. */
    loaded: () => loading,
    /** @param {string} work @param {Statement} said */
    say: (work, said) => say([[work, said]]),
    /**
     * Several works at once, in one transaction; the engine hears of them in one message.
     * @param {readonly Said[]} all in order; of a work there may be several
     */
    sayAll: say,
    /** Saves unwritten marks where the next page finds them. Call when the user leaves the page. */
    leave() {
      if (unwritten.size > 0) keepLocal(UNWRITTEN, [...marksFrom(readLocal(UNWRITTEN)), ...unwritten]);
    },
    /** What merging them would change. @param {Mark[]} others */
    changes: (others) =>
      changesOf(
        others.map((mark) => {
          const before = marks.get(mark.work) ?? blank(mark.work);
          return [before, merged(before, mark)];
        }),
      ),
    /** From a backup. @param {Mark[]} others */
    async merge(others) {
      apply(others);
      await keep(others);
    },
    /** Another tab has written these marks. @param {string[]} works */
    async reload(works) {
      apply(await kept.some(works).catch(() => []));
    },
    forgetAll() {
      marks.clear();
      unwritten.clear();
      members.clear();
      tags = null;
    },
  };
}

/** @param {ReadonlyMap<string, ReadonlySet<string>>} members of all sets */
const tagsIn = (members) =>
  [...members]
    .filter(([set]) => set.startsWith(TAG))
    .map(([set, works]) => ({ name: set.slice(TAG.length), count: works.size }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));

/** @typedef {ReturnType<typeof createMarks>} Marks */
