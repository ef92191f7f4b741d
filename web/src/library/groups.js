// The open files in the order in which users look for them.
import { hasRemarks } from './remarks.js';

/** @typedef {import('../engine/protocol.js').Entry} Entry */
/** @typedef {import('./shelf.js').Shelf} Shelf */
/** @typedef {{ day: string, files: Entry[] }} Day */
/**
 * @typedef {{ month: string, files: number, days: Day[] }} Month month: such as "2026-01", or "" for files without a
 *   date
 */

/** @param {Entry} file */
export const isTroubled = ({ diagnostics }) => hasRemarks(diagnostics);

/** Number of files that the user may want to look at. @param {Shelf} shelf */
export const troubleCount = ({ digests, refused }) => digests.filter(isTroubled).length + refused.length;

/** @template T @param {T[]} list @param {(each: T) => string} key */
const descending = (list, key) => list.sort((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0));

/** Newest first. Files without a date are last, each as its own day. @param {readonly Entry[]} files @returns {Month[]} */
export function monthsOf(files) {
  /** @type {Map<string, Map<string, Entry[]>>} */
  const months = new Map();
  for (const file of files) {
    const month = file.date.slice(0, 7);
    const day = file.date || file.fileName;
    const days = months.get(month) ?? new Map();
    months.set(month, days.set(day, [...(days.get(day) ?? []), file]));
  }
  const all = [...months].map(([month, days]) => ({
    month,
    files: [...days.values()].reduce((sum, { length }) => sum + length, 0),
    days: descending(
      [...days].map(([day, files]) => ({ day, files: byName(files) })),
      ({ day }) => day,
    ),
  }));
  return descending(all, ({ month }) => month);
}

/** Of two versions of a file, what is left of the older one comes last. @param {Entry[]} files */
const byName = (files) =>
  files.sort((a, b) =>
    a.fileName === b.fileName ? Number(a.rest) - Number(b.rest) : a.fileName < b.fileName ? -1 : 1,
  );

/**
 * The files whose name or day contains all words of the text.
 * @template {{ fileName: string, date: string }} F
 * @param {readonly F[]} files
 * @param {string} text
 * @param {(date: string) => string} dayText formats a date as displayed
 */
export function matching(files, text, dayText) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return files.filter(({ fileName, date }) => {
    const said = `${fileName} ${date} ${date && dayText(date)}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
