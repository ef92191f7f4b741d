// Finds the day in a file name by the core's rules (core/digest/written_date.h): an archive's list is needed before any
// digest is read.

/** Signs after the numbers in Chinese, Japanese and Korean dates. */
const [YEAR, MONTH, DAY] = ['年', '月', '日'];

/** @typedef {{ day: string, written: string, end: number }} Found written: as it appears in the plain text */

/**
 * Possible days, "" for an impossible one; more than one is ambiguous.
 * @type {[RegExp, (...parts: string[]) => string[]][]}
 */
const READINGS = [
  [
    new RegExp(`(\\d{4})([-_./${YEAR}])(\\d{1,2})([-_./${MONTH}])(\\d{1,2})(?!\\d)${DAY}?`, 'y'),
    (year, first, month, second, day) => (belongTogether(first, second) ? [dayIn(year, month, day)] : []),
  ],
  [/(\d{4})(\d{2})(\d{2})(?!\d)/y, (year, month, day) => [dayIn(year, month, day)]],
  [/(\d{4})[-_./](\d{2})(\d{2})(?!\d)/y, (year, month, day) => [dayIn(year, month, day)]],
  [
    /(\d{1,2})([-_./])(\d{1,2})\2(\d{4})(?!\d)/y,
    // With dots the day comes first, as in German; with other signs the order is ambiguous.
    (first, sign, second, year) => {
      const dayFirst = dayIn(year, second, first);
      return sign === '.' && dayFirst ? [dayFirst] : [dayFirst, dayIn(year, first, second)];
    },
  ],
  [
    /(\d{1,2})([-_./ ])([^-_./ ]{3,9})\2(\d{4})(?!\d)/y,
    (day, _, name, year) => {
      const at = 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(name.slice(0, 3).toLowerCase());
      return at % 3 === 0 ? [dayIn(year, String(at / 3 + 1), day)] : [];
    },
  ],
];

/** The same sign twice, or a folder separator in place of one of them. @param {string} first @param {string} second */
const belongTogether = (first, second) =>
  first === YEAR
    ? second === MONTH
    : second !== MONTH && (first === second || first === '/' || second === '/');

/** Empty if the calendar has no such day. @param {string} year @param {string} month @param {string} day */
function dayIn(year, month, day) {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const same = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return same && year >= '1900' && year < '2200' ? date.toISOString().slice(0, 10) : '';
}

/** Maps variants to one sign each: ASCII digits, `/` between folders, 年月日. @param {string} text */
export const plainDateSigns = (text) =>
  text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replaceAll('\\', '/')
    .replace(/[年년][-_./ ]*/g, YEAR)
    .replace(/[月월][-_./ ]*/g, MONTH)
    .replace(/[日号일]/g, DAY);

/** @param {string} plain @param {number} at @returns {Found | null} */
function readAt(plain, at) {
  for (const [pattern, read] of READINGS) {
    pattern.lastIndex = at;
    const match = pattern.exec(plain);
    const days = new Set(match ? read(...match.slice(1)).filter(Boolean) : []);
    if (match && days.size === 1) return { day: [...days][0], written: match[0], end: pattern.lastIndex };
  }
  return null;
}

const NONE = { day: '', written: '' };

/** The first day in a name. @param {string} name without folders @returns {{ day: string, written: string }} */
function dayInName(name) {
  const plain = plainDateSigns(name);
  for (const { index } of plain.matchAll(/(?<!\d)\d/g)) {
    const found = readAt(plain, index);
    if (found) return found;
  }
  return NONE;
}

/** A day that starts and ends where a name of a folder or of the file does. @param {string} path */
function dayInFolders(path) {
  const plain = plainDateSigns(path);
  for (const { index } of plain.matchAll(/(?<=^|\/)\d/g)) {
    const found = readAt(plain, index);
    if (found && /^($|[/.])/.test(plain.slice(found.end))) return found.day;
  }
  return '';
}

/**
 * Both are empty if there is no day; `written` is empty if only folders give it.
 * @param {string} path
 * @returns {{ day: string, written: string }}
 */
export function writtenDay(path) {
  const found = dayInName(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
  return found.day ? found : { day: dayInFolders(path), written: '' };
}
