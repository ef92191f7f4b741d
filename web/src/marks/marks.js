// All marks of the user, in memory. Each change is stored at once and sent to the engine and to other tabs.
import { keepLocal, readLocal } from '../storage/local.js';
import {
  FIRST_SETS,
  blank,
  changesOf,
  marksFrom,
  merged,
  newestTime,
  setChanges,
  setsOf,
  stated,
  tagsOf,
} from './mark.js';

/** @typedef {import('../storage/database.js').Mark} Mark */
/** @typedef {import('./mark.js').Statement} Statement */
/** @typedef {readonly [work: string, said: Statement]} Said */

/** Marks not yet in the database when the user leaves the page, which cannot wait for it. */
const UNWRITTEN = 'broadsheet.unwritten';

/**
 * @param {object} parts
 * @param {import('./kept-marks.js').KeptMarks} parts.kept
 * @param {(changes: import('../engine/protocol.js').SetChange[]) => void} parts.onSets works were added to sets or
 *   removed from them
 * @param {() => void} parts.onChange
 * @param {(works: string[]) => void} parts.onKept notifies the other tabs
 * @param {(error: unknown) => void} parts.onUnkept storing failed; the change lasts until the page is closed
 */
export function createMarks({ kept, onSets, onChange, onKept, onUnkept }) {
  /** @type {Map<string, Mark>} */
  const marks = new Map();
  /** Counted on demand; null after a change. @type {{ name: string, count: number }[] | null} */
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
    tags = null;
    return setChanges(before, after);
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

  /** @param {string} work @param {Statement} said */
  function newer(work, said) {
    const before = marks.get(work) ?? blank(work);
    // If the clock was set back, the newer statement must still count as newer.
    return stated(before, said, Math.max(Date.now(), newestTime(before) + 1));
  }

  /** @param {readonly Said[]} all */
  async function say(all) {
    const newest = () => all.map(([work, said]) => newer(work, said));
    let next = newest();
    apply(next);
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
    /** Tags of all works, the most used first. Returns the same array until a mark changes. */
    tags: () => (tags ??= countTags(marks.values())),
    /** All sets, for a worker that has none. @returns {Record<string, string[]>} */
    sets() {
      /** @type {Record<string, string[]>} */
      const sets = Object.fromEntries(FIRST_SETS.map((name) => [name, []]));
      for (const mark of marks.values()) for (const set of setsOf(mark)) (sets[set] ??= []).push(mark.work);
      return sets;
    },
    load: () => (loading = load()),
    /** Resolves once earlier marks are known. */
    loaded: () => loading,
    /** @param {string} work @param {Statement} said */
    say: (work, said) => say([[work, said]]),
    /** Several works at once, in one transaction. @param {readonly Said[]} all each work once */
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
      tags = null;
    },
  };
}

/** @param {Iterable<Mark>} marks */
function countTags(marks) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const mark of marks) for (const name of tagsOf(mark)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([name, count]) => ({ name, count }));
}

/** @typedef {ReturnType<typeof createMarks>} Marks */
