// All marks of this person, in memory; every change is written at once and told to the engine and to other tabs.
import { FIRST_SETS, blank, merged, setChanges, setsOf, stated, tagsOf } from './mark.js';

/** @typedef {import('../storage/database.js').Mark} Mark */
/** @typedef {import('./mark.js').Statement} Statement */

/**
 * @param {object} parts
 * @param {import('../storage/kept-marks.js').KeptMarks} parts.kept
 * @param {(changes: import('../engine/protocol.js').SetChange[]) => void} parts.onSets   works went in or out of sets
 * @param {() => void} parts.onChange
 * @param {(works: string[]) => void} parts.onKept       for the other tabs
 * @param {(error: unknown) => void} parts.onUnkept      it lasts until the page is closed
 */
export function createMarks({ kept, onSets, onChange, onKept, onUnkept }) {
  /** @type {Map<string, Mark>} */
  const marks = new Map();
  /** Counted when they are next asked for. @type {{ name: string, count: number }[] | null} */
  let tags = null;

  /** @param {Mark[]} next */
  function take(next) {
    const changes = next.flatMap((mark) => {
      const before = marks.get(mark.work) ?? blank(mark.work);
      const after = merged(before, mark);
      marks.set(mark.work, after);
      return setChanges(before, after);
    });
    tags = null;
    if (changes.length > 0) onSets(changes);
    onChange();
  }

  /** @param {Mark[]} changed */
  async function keep(changed) {
    try {
      await kept.merge(changed);
      onKept(changed.map(({ work }) => work));
    } catch (error) {
      onUnkept(error);
    }
  }

  return {
    /** @param {string} work */
    get: (work) => marks.get(work),
    all: () => [...marks.values()],
    /** Of all works, those that are used the most first. The same list until a mark changes. */
    tags: () => (tags ??= countTags(marks.values())),
    /** For a worker that knows none. @returns {Record<string, string[]>} */
    sets() {
      /** @type {Record<string, string[]>} */
      const sets = Object.fromEntries(FIRST_SETS.map((name) => [name, []]));
      for (const mark of marks.values()) for (const set of setsOf(mark)) (sets[set] ??= []).push(mark.work);
      return sets;
    },
    async load() {
      try {
        for (const mark of await kept.all()) marks.set(mark.work, mark);
        tags = null;
      } catch {
        // Nothing is kept here; the storage says so where it matters.
      }
    },
    /** @param {string} work @param {Statement} said */
    async say(work, said) {
      const before = marks.get(work) ?? blank(work);
      // A clock that was set back must not make the newer word the older one.
      const latest = Math.max(
        before.readAt,
        before.starredAt,
        before.noteAt,
        ...Object.values(before.tags).map(({ at }) => at),
      );
      const next = stated(before, said, Math.max(Date.now(), latest + 1));
      take([next]);
      await keep([next]);
    },
    /** From a backup. @param {Mark[]} others */
    async merge(others) {
      take(others);
      await keep(others);
    },
    /** Another tab has written. @param {string[]} works */
    async reload(works) {
      take(await kept.some(works).catch(() => []));
    },
    forgetAll() {
      marks.clear();
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
