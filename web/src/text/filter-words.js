// Filters as words in the search box. Pure functions. A filter narrows the whole query, so it comes first, and a query
// divided by `OR` is put in parentheses: `a OR b` and `is:unread` make `is:unread (a OR b)`.

/** @typedef {{ text: string, start: number, end: number }} Word a word, quotation or group, with the field before it */

const BLANK = /[ \t\n\r\u3000\u00a0]/;
const QUOTE = /["“”]/;
const OPEN = /[(（]/;
const CLOSE = /[)）]/;
/** `AND` is an operator, unless nothing precedes it: then it is a word. */
const JOINS = /(?:^|[^\p{L}\p{N}_])(?:OR|AND)(?![\p{L}\p{N}_])/u;
/** The search supports no deeper parentheses. */
const MAX_DEPTH = 24;
/** A field and one value, in quotation marks or not. */
const FILTER = /^-?[^\s"“”()（）:：]{1,48}[:：](?:[^\s"“”()（）]+|["“”][^"“”]*["“”])$/u;
/** What joins words, and finds none itself. */
const OPERATOR = /^(?:AND|OR|NOT|NEAR(?:\/\d*)?)$/;
/** Papers either pass these or not: none fits better than another. */
const YES_OR_NO = 'has is lang language tag date 日期 after before category cat 分类 id'.split(' ');
/** What is only begun: a field without anything after it is left out. */
const FIELDS = [
  ...YES_OR_NO,
  ...'title ti 标题 author authors au 作者 tldr motivation 动机 method 方法 result results 结果'.split(' '),
  ...'conclusion 结论 abstract abs 摘要 extra'.split(' '),
];
/** What may precede a quotation or a group. */
const LEAD = /-?(?:[^\s"“”()（）:：]{1,48}[:：])?/y;

/** @param {string} name */
export const tagFilter = (name) => (/[\s()]/.test(name) ? `tag:"${name}"` : `tag:${name}`);

/** @param {string} text @param {string} filter returns whether it narrows the whole query */
export const hasFilter = (text, filter) => placeOf(wordsOf(text), filter) >= 0;

/** Adds the filter to the text, or removes it if it is there. @param {string} text @param {string} filter */
export function toggleFilter(text, filter) {
  const words = wordsOf(text);
  const at = placeOf(words, filter);
  if (at >= 0) return without(text, words, at);
  if (words.length === 0) return filter;
  return `${filter} ${needsParentheses(text) ? inParentheses(text) : text}`;
}

/**
 * Puts another filter in the place of one, or nothing where the other one is there already.
 * @param {string} text
 * @param {string} filter
 * @param {string} other
 */
export function replaceFilter(text, filter, other) {
  const words = wordsOf(text);
  const at = placeOf(words, filter);
  if (at < 0 || filter === other) return text;
  if (placeOf(words, other) >= 0) return without(text, words, at);
  return text.slice(0, words[at].start) + other + text.slice(words[at].end);
}

/** The filters that narrow the whole query, such as `is:starred`, in order. @param {string} text @returns {string[]} */
export function filtersIn(text) {
  const words = wordsOf(text);
  return words.map((word) => word.text).filter((word) => FILTER.test(word) && hasFilter(text, word));
}

/**
 * Whether the query has words that papers can match more or less well; only then is there a best match.
 * @param {string} text
 * @param {number} [depth]
 * @returns {boolean}
 */
export function asksForWords(text, depth = MAX_DEPTH) {
  const words = wordsOf(text).map((word) => word.text);
  return words.some((word, at) => {
    if (word.startsWith('-') || OPERATOR.test(word) || words[at - 1] === 'NOT') return false;
    const [, field = '', value = word] = /^([^\s"“”()（）:：]{1,48})[:：](.*)$/su.exec(word) ?? [];
    if (YES_OR_NO.includes(field.toLowerCase())) return false;
    if (value === '') return !FIELDS.includes(field.toLowerCase());
    if (!OPEN.test(value[0])) return true;
    return depth > 0 && asksForWords(value.slice(1).replace(/[)）]$/, ''), depth - 1);
  });
}

/** @param {Word[]} words @param {string} filter @returns {number} -1 if it is not there, or narrows only a part */
function placeOf(words, filter) {
  if (words.some(({ text }) => text === 'OR')) return -1;
  return words.findIndex(({ text }, at) => text === filter && words[at - 1]?.text !== 'NOT');
}

/** @param {string} text @param {Word[]} words @param {number} at */
function without(text, words, at) {
  let [first, last] = [at, at];
  if (words[at + 1]?.text === 'AND') last += 1;
  else if (at === words.length - 1 && words[at - 1]?.text === 'AND') first -= 1;
  const next = words[last + 1];
  const rest = next
    ? text.slice(0, words[first].start) + text.slice(next.start)
    : text.slice(0, words[first - 1]?.end ?? 0);
  const inside = insideOf(rest, scan(rest));
  return inside !== null && needsParentheses(inside) ? inside : rest;
}

/**
 * Whether a word put before the text would apply only to a part of it.
 * @param {string} text
 * @param {number} [depth]
 * @returns {boolean}
 */
function needsParentheses(text, depth = MAX_DEPTH) {
  const scanned = scan(text);
  const { words } = scanned;
  // A group after an unknown field is not a group, so an operator in it may divide the query.
  const outside = words.filter((word) => !QUOTE.test(word.text[0]) && !OPEN.test(word.text[0]));
  if (outside.some((word) => JOINS.test(word.text))) return true;
  // So that removing the filter restores parentheses that were there before.
  const inside = insideOf(text, scanned);
  return inside !== null && depth > 0 && needsParentheses(inside, depth - 1);
}

/**
 * An unclosed quotation or group stays open to the end, and a trailing operator still waits for its operand.
 * @param {string} text
 */
function inParentheses(text) {
  const { opened, loose, quoted } = scan(text);
  const signs = text.split('');
  for (const at of loose) signs[at] = ' ';
  const waits = /(?:^|[\s()（）"“”])(?:OR|AND|NOT|NEAR(?:\/\d*)?)\s*$/.test(text);
  return `(${signs.join('')}${opened > 0 || quoted || waits ? '' : ')'}`;
}

/**
 * The text inside parentheses that enclose all of it, or null.
 * @param {string} text
 * @param {ReturnType<typeof scan>} scanned
 */
function insideOf(text, { words, opened }) {
  if (words.length !== 1 || !OPEN.test(text[0]) || words[0].end !== text.length) return null;
  return opened > 0 ? text.slice(1) : text.slice(1, -1);
}

/** @param {string} text @returns {Word[]} the words joined at the top level */
const wordsOf = (text) => scan(text).words;

/**
 * Reads as core/query/query_parser.cc does. Cost: O(text).
 * @param {string} text
 * @returns {{ words: Word[], opened: number, loose: number[], quoted: boolean }} opened: number of unclosed groups;
 *   loose: positions of unmatched closing parentheses; quoted: the last quotation is unclosed
 */
function scan(text) {
  /** @type {Word[]} */
  const words = [];
  /** @type {number[]} */
  const loose = [];
  let [at, depth, begin, quoted] = [0, 0, 0, false];
  const end = () => depth === 0 && words.push({ text: text.slice(begin, at), start: begin, end: at });

  function skipQuotation() {
    at += 1;
    while (at < text.length && !QUOTE.test(text[at])) at += 1;
    quoted = at === text.length;
    if (!quoted) at += 1;
  }
  /** Parentheses inside a word, as in O(n), belong to it. */
  function skipWord() {
    for (let own = 0; at < text.length && !BLANK.test(text[at]) && !QUOTE.test(text[at]); at += 1) {
      if (OPEN.test(text[at])) own += 1;
      else if (CLOSE.test(text[at]) && own > 0) own -= 1;
      else if (CLOSE.test(text[at])) {
        if (depth > 0) break;
        loose.push(at);
      }
    }
  }

  while (at < text.length) {
    if (BLANK.test(text[at])) at += 1;
    else if (CLOSE.test(text[at])) {
      at += 1;
      if (depth === 0) loose.push(at - 1);
      else {
        depth -= 1;
        end();
      }
    } else {
      if (depth === 0) begin = at;
      LEAD.lastIndex = at;
      const after = at + (LEAD.exec(text)?.[0].length ?? 0);
      if (OPEN.test(text[after] ?? '')) {
        at = after + 1;
        depth += 1;
        continue;
      }
      if (QUOTE.test(text[after] ?? '')) {
        at = after;
        skipQuotation();
      } else skipWord();
      end();
    }
  }
  if (depth > 0) words.push({ text: text.slice(begin), start: begin, end: at });
  return { words, opened: depth, loose, quoted };
}
