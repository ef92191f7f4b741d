// Summarizes a file's diagnostics: groups equal ones, and lists the fields it lacks separately.

/** @typedef {{ code: string, line: number, message: string }} Diagnostic */
/** @typedef {{ message: string, lines: number[], more: number }} Place more: number of further lines */
/**
 * @typedef {{ code: string, count: number, places: Place[], more: number }} Remark more: number of remarks beyond those
 *   in `places`
 */

/** Fields that no paper of the file has: its format lacks them, and nobody can do anything about it. */
const ABSENT = 'absent_field';
const MOST_PLACES = 5;
const MOST_LINES = 5;

/** @param {Diagnostic[]} diagnostics */
export const hasRemarks = (diagnostics) => diagnostics.some(({ code }) => code !== ABSENT);

/** The names of those fields. @param {Diagnostic[]} diagnostics */
export const absentFields = (diagnostics) =>
  diagnostics.filter(({ code }) => code === ABSENT).flatMap(({ message }) => message.split(', '));

/** One remark per code, in order of first appearance. @param {Diagnostic[]} diagnostics @returns {Remark[]} */
export function remarksOf(diagnostics) {
  /** @type {Map<string, Remark & { byMessage: Map<string, Place> }>} */
  const byCode = new Map();
  for (const { code, line, message } of diagnostics) {
    if (code === ABSENT) continue;
    let remark = byCode.get(code);
    if (!remark) byCode.set(code, (remark = { code, count: 0, places: [], more: 0, byMessage: new Map() }));
    remark.count += 1;
    let place = remark.byMessage.get(message);
    if (!place && remark.places.length < MOST_PLACES) {
      place = { message, lines: [], more: 0 };
      remark.byMessage.set(message, place);
      remark.places.push(place);
    }
    if (!place) remark.more += 1;
    else if (place.lines.length < MOST_LINES) place.lines.push(line);
    else place.more += 1;
  }
  return [...byCode.values()].map(({ byMessage, ...remark }) => remark);
}
