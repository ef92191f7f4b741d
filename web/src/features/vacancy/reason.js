// Why the list shows no paper, or none that is unread, and what leads on from there. Pure functions.
import { HOME, filterCount, sameList } from '../../app/fragment.js';
import { tagFilter } from '../../text/filter-words.js';

/** @typedef {import('../../app/state.js').State} State */
/** @typedef {'next-day' | 'show-hidden' | 'clear-filters' | 'clear-all' | 'all-papers'} Way */
/** @typedef {{ day: string, unread: number }} Next the next day with unread papers */
/**
 * @typedef {object} Reason
 * @property {string} kind its sentence is `vacancy.KIND`; `vacancy.KIND.hint` says more
 * @property {string} [day]
 * @property {string} [tag]
 * @property {number} [n] papers that would be in the list, but are hidden
 * @property {Next} [next]
 * @property {readonly Way[]} ways the most useful first
 */

/** Filters of the user's own marks, each alone in the list's address. @type {Record<string, string>} */
const OWN = {
  'is:starred': 'starred',
  'is:noted': 'noted',
  'is:unread': 'unread',
  'is:dismissed': 'nothing-hidden',
  '(is:read OR is:dismissed)': 'nothing-hidden',
};
const TAG_SET = 'tag:';
const TAG = /^tag:(?:"([^"]+)"|([^\s()"]+))$/;

/** All that the list is asked for, as a filter of the query, or ''. @param {State['address']} address */
function onlyFilter(address) {
  const text = address.text.trim();
  const filters = filterCount(address);
  if (filters === 0) return text;
  const [set = ''] = text || filters > 1 ? [] : address.sets;
  return set.startsWith(TAG_SET) ? tagFilter(set.slice(TAG_SET.length)) : set;
}

/** The day that the list shows all of, or ''. @param {State} state */
function wholeDay({ address, contents }) {
  const only = contents?.days === 1 ? contents.newest[0].day : '';
  const isWhole = sameList({ ...address, days: [], order: HOME.order }, HOME);
  return isWhole && address.days.length < 2 ? (address.days[0] ?? only) : '';
}

/** @param {State} state @returns {Next | undefined} */
export const nextDay = ({ address, contents }) =>
  contents?.newest.find(({ day, unread }) => unread > 0 && !address.days.includes(day));

/**
 * The list shows a whole day, or the whole library, of which nothing is unread.
 * @param {State} state
 * @returns {Reason | null}
 */
export function finished(state) {
  const { contents, address } = state;
  if (!contents || contents.newest.length === 0) return null;
  const day = wholeDay(state);
  const next = nextDay(state);
  /** @type {readonly Way[]} */
  const ways = next ? ['next-day'] : [];
  if (day) {
    const isUnread = contents.newest.find((each) => each.day === day)?.unread !== 0;
    return isUnread ? null : { kind: 'day', day, next, ways };
  }
  const isAll = sameList({ ...address, order: HOME.order }, HOME);
  return isAll && !next && contents.days === contents.newest.length ? { kind: 'all', ways } : null;
}

/**
 * Why the list is empty; null if it is not.
 * @param {State} state
 * @returns {Reason | null}
 */
export function vacancyOf(state) {
  const { answer, address } = state;
  if (!answer || answer.result.total > 0) return null;
  const n = answer.result.hidden;
  const text = address.text.trim();
  const filters = filterCount(address) > 0;
  if (n > 0) {
    const { ways = [], ...why } = finished(state) ?? { kind: 'hidden' };
    return { ...why, n, ways: [...ways, 'show-hidden'] };
  }
  const only = onlyFilter(address);
  if (only && Object.hasOwn(OWN, only)) return { kind: OWN[only], ways: ['all-papers'] };
  const [, quoted, plain] = TAG.exec(only) ?? [];
  const tag = quoted ?? plain;
  if (tag) return { kind: 'tag', tag, ways: ['all-papers'] };
  if (!filters) return { kind: 'text', ways: ['clear-all'] };
  return { kind: 'filters', ways: text ? ['clear-filters', 'clear-all'] : ['clear-filters'] };
}

/** The same reason needs no new nodes, and is not said again. @param {Reason | null} reason */
export const nameOf = (reason) => (reason ? JSON.stringify(reason) : '');
