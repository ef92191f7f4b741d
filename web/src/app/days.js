// Chosen days: dates, names of digests, and ranges such as "2026-01-05..2026-02-10" or "2026-01". Pure functions.

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const RANGE = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;
const MONTH = /^\d{4}-\d{2}$/;
const DAY_MS = 86_400_000;

/** @param {string} value */
export const isDate = (value) =>
  DATE.test(value) && Number(value.slice(8)) >= 1 && Number(value.slice(8)) <= daysIn(value.slice(0, 7));

/** @param {string} value */
export const isMonth = (value) => MONTH.test(value);

/** The range from one date to another, in either order; the date itself if both are one. @param {string} a @param {string} b */
export const rangeOf = (a, b) => (a === b ? a : a < b ? `${a}..${b}` : `${b}..${a}`);

/** The first and last date of a range; null if the value is none. @param {string} value @returns {[string, string] | null} */
export function endsOf(value) {
  const [, from, to] = RANGE.exec(value) ?? [];
  return from ? [from, to] : null;
}

/** @param {string[]} chosen @param {string} day */
export const isChosen = (chosen, day) =>
  chosen.some((value) => {
    if (value === day) return true;
    if (!isDate(day)) return false;
    const ends = endsOf(value);
    return ends ? day >= ends[0] && day <= ends[1] : isMonth(value) && day.startsWith(`${value}-`);
  });

/** Chosen days after one of those listed was chosen or taken away. @param {string[]} chosen @param {string} day @param {string[]} listed */
export function toggled(chosen, day, listed) {
  if (!isChosen(chosen, day)) return [...chosen, day];
  if (chosen.includes(day)) return chosen.filter((value) => value !== day);
  return listed.filter((each) => each !== day && isChosen(chosen, each));
}

/** @param {string} date @param {number} days */
export const dateAfter = (date, days) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Monday is 0. @param {string} date */
export const weekdayOf = (date) => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** 0 if there is no such month. @param {string} month such as "2026-01" */
export function daysIn(month) {
  const number = Number(month.slice(5));
  if (number < 1 || number > 12) return 0;
  return new Date(Date.UTC(Number(month.slice(0, 4)), number, 0)).getUTCDate();
}
