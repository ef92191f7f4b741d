// What can be typed at the caret where an operator or a field has just been typed: its values, each explained, or one
// sentence. docs/query-syntax.md has the full syntax. Pure functions.
import { formatDay, t } from '../../i18n/index.js';
import { tagFilter } from '../../text/filter-words.js';

/** @typedef {{ value: string, note: string }} Value value: as typed, with its field */
/** @typedef {{ start: number, values: Value[], hint: string }} Operator start: of what a value replaces; hint: "" if none */
/** @typedef {{ tags: readonly { name: string, count: number }[], day: string }} Known day: the newest one, or "" */

const VALUE = /(?:^|[\s(（])-?((\p{L}+)[:：](?:["“]([^"“”]*)|([^\s"“”()（）]*)))$/u;
const NEAR = /[^\s](?:\s+)(NEAR(?:\/\d*)?)$/u;

/** What explains itself by a sentence. @type {readonly [sign: string, RegExp][]} */
const SIGNS = [
  ['minus', /(?:^|[\s(（])-$/u],
  ['not', /(?:^|\s)NOT\s*$/u],
  ['or', /\S\s+OR\s*$/u],
  ['quote', /(?:^|[\s(（:：-])["“]$/u],
  ['begin', /[\p{L}\p{N}]\*$/u],
  ['typo', /[\p{L}\p{N}]~$/u],
];

/** @type {Record<string, readonly string[]>} */
const WORDS = {
  has: ['code', 'math', 'summary'],
  is: ['unread', 'read', 'starred', 'noted', 'dismissed'],
  lang: ['en', 'zh', 'ja', 'ko'],
};
const DATES = ['date', 'after', 'before'];
const DISTANCES = [3, 5, 10, 20];
/** Other names of fields. @type {Record<string, string>} */
const SAME = {
  ti: 'title',
  标题: 'title',
  au: 'author',
  authors: 'author',
  作者: 'author',
  cat: 'category',
  分类: 'category',
  abs: 'abstract',
  摘要: 'abstract',
  results: 'result',
  结果: 'result',
  动机: 'motivation',
  方法: 'method',
  结论: 'conclusion',
  日期: 'date',
};
const TEXTS = ['title', 'author', 'category', 'abstract', 'tldr', 'motivation', 'method', 'result'];
/** Fields of which a sentence says what they are. */
const FIELDS = new Set([...TEXTS, 'conclusion', 'id', 'extra', ...DATES, ...Object.keys(WORDS), 'tag']);

const WEEK_MS = 6 * 86_400_000;

/** What a field finds, in a few words; "" if it is not known. @param {string} name */
export const fieldNote = (name) => (FIELDS.has(name) ? t(`operator.${name}`) : '');

/**
 * @param {string} text
 * @param {number} caret
 * @param {Known} known
 * @returns {Operator | null}
 */
export function operatorAt(text, caret, known) {
  const before = text.slice(0, caret);
  const near = NEAR.exec(before)?.[1];
  if (near) return { start: caret - near.length, values: offered(distances(), near), hint: '' };
  const field = VALUE.exec(before);
  if (field) {
    const [, whole, typed, quoted, plain] = field;
    const name = SAME[typed.toLowerCase()] ?? typed.toLowerCase();
    const value = (quoted ?? plain).toLowerCase();
    const values = valuesOf(name, known).filter((each) => valueOf(each).startsWith(value));
    const hint = values.length === 0 && value === '' ? fieldNote(name) : '';
    return { start: caret - whole.length, values: values.filter((each) => each.value !== whole), hint };
  }
  const sign = SIGNS.find(([, pattern]) => pattern.test(before))?.[0];
  return sign ? { start: caret, values: [], hint: t(`operator.${sign}`) } : null;
}

/** @param {Value[]} values @param {string} typed */
const offered = (values, typed) => values.filter(({ value }) => value.startsWith(typed) && value !== typed);

/** Without its field and quotation marks. @param {Value} value */
const valueOf = ({ value }) =>
  value
    .slice(value.indexOf(':') + 1)
    .replace(/^"|"$/g, '')
    .toLowerCase();

/** @returns {Value[]} */
const distances = () => DISTANCES.map((n) => ({ value: `NEAR/${n}`, note: t('operator.near', { n }) }));

/** @param {string} name of a field @param {Known} known @returns {Value[]} */
function valuesOf(name, { tags, day }) {
  if (Object.hasOwn(WORDS, name))
    return WORDS[name].map((word) => ({ value: `${name}:${word}`, note: t(`operator.${name}.${word}`) }));
  if (name === 'tag')
    return tags.map((tag) => ({ value: tagFilter(tag.name), note: t('count.all', { n: tag.count }) }));
  if (!DATES.includes(name) || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return [];
  return datesOf(name, day).map(([value, key]) => ({
    value: `${name}:${value}`,
    note: t(`operator.${name}.${key}`, { day: formatDay(value, 'long') }),
  }));
}

/** Around the newest day. @param {string} name @param {string} day @returns {[value: string, key: string][]} */
function datesOf(name, day) {
  const weekBefore = new Date(Date.parse(day) - WEEK_MS).toISOString().slice(0, 10);
  /** @type {[string, string][]} */
  const days =
    name === 'date'
      ? [
          [day, 'day'],
          [`${weekBefore}..${day}`, 'range'],
        ]
      : [
          [day, 'day'],
          [weekBefore, 'day'],
        ];
  return [...days, [day.slice(0, 7), 'month'], [day.slice(0, 4), 'year']];
}
