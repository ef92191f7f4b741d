// The page's own texts in the user's language.
import en from './en.js';
import zh from './zh.js';
import { SPOKEN, language } from './language.js';

/** @typedef {import('./language.js').Language} Language */

/** @type {Record<Language, Record<string, string | { one: string, other: string }>>} */
const WORDS = { en, zh };

/**
 * @param {string} key
 * @param {Record<string, string | number>} [values] a number `n` also chooses singular or plural
 * @param {Language} [spoken]
 */
export function t(key, values = {}, spoken = language()) {
  const entry = WORDS[spoken][key] ?? key;
  const one = typeof values.n === 'number' && (values.total ?? values.n) === 1;
  const text = typeof entry === 'string' ? entry : one ? entry.one : entry.other;
  return text.replace(/\{(\w+)\}/g, (_, name) => format(values[name] ?? ''));
}

/** @param {string} key */
export const hasWords = (key) => key in WORDS[language()];

/**
 * Cached, because creating a formatter takes longer than all formatting on a page.
 * @template {Intl.NumberFormat | Intl.DateTimeFormat | Intl.ListFormat | Intl.DisplayNames} F, O
 * @param {new (locale: string, options: O) => F} Format
 */
function formatsOf(Format) {
  /** @type {Map<string, F>} */
  const made = new Map();
  /** @param {O} options @returns {F} */
  return (options) => {
    const key = language() + JSON.stringify(options);
    const format = made.get(key) ?? new Format(SPOKEN[language()].locale, options);
    made.set(key, format);
    return format;
  };
}
const numbers = formatsOf(
  /** @type {new (locale: string, options: Intl.NumberFormatOptions) => Intl.NumberFormat} */ (
    Intl.NumberFormat
  ),
);
const dates = formatsOf(
  /** @type {new (locale: string, options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat} */ (
    Intl.DateTimeFormat
  ),
);

const lists = formatsOf(
  /** @type {new (locale: string, options: Intl.ListFormatOptions) => Intl.ListFormat} */ (Intl.ListFormat),
);

const names = formatsOf(
  /** @type {new (locale: string, options: Intl.DisplayNamesOptions) => Intl.DisplayNames} */ (
    Intl.DisplayNames
  ),
);

/** @param {string} code such as "zh" */
export const formatLanguage = (code) => names({ type: 'language' }).of(code) ?? code;

/** @param {string[]} parts */
export const formatList = (parts) => lists({ type: 'conjunction' }).format(parts);

/** Words side by side, without an “and”. Chinese units have no sign between them. @param {string[]} parts */
export const formatUnits = (parts) => parts.join(t('list.comma'));

/** @param {number} count */
export const formatCount = (count) => numbers({}).format(count);

/** @param {string | number} value */
const format = (value) => (typeof value === 'number' ? formatCount(value) : value);

/** @param {number} bytes */
export function formatBytes(bytes) {
  const unit = bytes < 1e6 ? 'kilobyte' : bytes < 1e9 ? 'megabyte' : 'gigabyte';
  const value = bytes / { kilobyte: 1e3, megabyte: 1e6, gigabyte: 1e9 }[unit];
  return numbers({ style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** @param {string} day a date, or the name of a digest @param {'short' | 'long' | 'full'} style */
export function formatDay(day, style) {
  const date = new Date(`${day}T00:00:00Z`);
  if (!DATE.test(day) || Number.isNaN(date.getTime())) return day;
  return dates({ ...DAY_STYLES[style], timeZone: 'UTC' }).format(date);
}

/** @param {string} from @param {string} to dates */
export function formatDays(from, to) {
  const [first, last] = [from, to].map((day) => new Date(`${day}T00:00:00Z`));
  if ([first, last].some((date) => Number.isNaN(date.getTime()))) return `${from}–${to}`;
  return dates({ ...DAY_STYLES.long, timeZone: 'UTC' }).formatRange(first, last);
}

/** The seven days of the week, Monday first. @param {'narrow' | 'long'} style */
export const weekdays = (style) =>
  Array.from({ length: 7 }, (_, day) =>
    dates({ weekday: style, timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + day)),
  );

/** The order of words in the user's language. @param {string} a @param {string} b */
export const spokenOrder = (a, b) => a.localeCompare(b, SPOKEN[language()].locale);

/** @param {string} month such as "2026-01" */
export function formatMonth(month) {
  const date = new Date(`${month}-01T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return month;
  return dates({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
}

/** @type {Record<string, Intl.DateTimeFormatOptions>} */
const DAY_STYLES = {
  short: { day: 'numeric', month: 'short' },
  long: { day: 'numeric', month: 'short', year: 'numeric' },
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
};
