// The filters that narrow the list, each with the address without it. Pure functions.
import { isDate } from '../../app/days.js';
import { dayLabel, setLabel } from '../../app/filter-labels.js';
import { STATES } from '../../app/fragment.js';
import { formatDays, formatLanguage, t } from '../../i18n/index.js';
import { filtersIn, toggleFilter } from '../../text/filter-words.js';

/** @typedef {import('../../app/fragment.js').Address} Address */
/** @typedef {{ id: string, label: string, remove: Partial<Address> }} ActiveFilter remove: what takes it off the address */

/** Filters of the query that have a name of their own. */
const NAMED = [...STATES, 'dismissed'].map((state) => `is:${state}`);
const VALUES = /^-?(?:has:(?:code|math|summary)|lang:(?:en|zh|ja|ko)|author:["“].*["”])$/;
const TAG = /^tag:["“]?(.*?)["”]?$/;

/**
 * @param {Address} address
 * @param {readonly { name: string }[]} tags the user's tags
 * @returns {ActiveFilter[]} in the order of the filter column, then those of the query
 */
export const activeFilters = (address, tags) => [
  ...each(address, 'sets', setLabel),
  ...each(address, 'categories', (category) => category),
  ...daysOf(address),
  ...each(address, 'authors', (author) => author),
  ...each(address, 'languages', formatLanguage),
  ...switched(address, 'withCode', 'filters.code'),
  ...switched(address, 'withoutSummary', 'filters.without'),
  ...inQuery(address, tags),
];

/** The address without all of them. @param {Address} address @param {readonly { name: string }[]} tags */
export const withoutFilters = (address, tags) =>
  activeFilters(address, tags).reduce((next) => {
    const [first] = activeFilters(next, tags);
    return { ...next, ...first?.remove };
  }, address);

/**
 * One for each value of a list.
 * @param {Address} address
 * @param {'sets' | 'categories' | 'authors' | 'languages'} list
 * @param {(value: string) => string} label
 * @returns {ActiveFilter[]}
 */
const each = (address, list, label) =>
  address[list].map((value) => ({
    id: `${list} ${value}`,
    label: label(value),
    remove: { [list]: address[list].filter((other) => other !== value) },
  }));

/** @param {Address} address @param {'withCode' | 'withoutSummary'} filter @param {string} key @returns {ActiveFilter[]} */
const switched = (address, filter, key) =>
  address[filter] ? [{ id: filter, label: t(key), remove: { [filter]: false } }] : [];

/** One for each day or range, or for a run of days. @param {Address} address @returns {ActiveFilter[]} */
function daysOf({ days }) {
  const others = days.filter((day) => !isDate(day)).map((day) => [day]);
  return [...runsOf(days.filter(isDate)), ...others].map((run) => ({
    id: `days ${run[0]}`,
    label: run.length > 1 ? formatDays(run[0], run[run.length - 1]) : dayLabel(run[0]),
    remove: { days: days.filter((day) => !run.includes(day)) },
  }));
}

const DAY_MS = 86_400_000;

/** @param {string[]} days dates @returns {string[][]} days that follow each other together */
function runsOf(days) {
  /** @type {string[][]} */
  const runs = [];
  for (const day of days.toSorted()) {
    const last = runs.at(-1);
    const before = Date.parse(last?.at(-1) ?? '');
    if (last && Date.parse(day) - before === DAY_MS) last.push(day);
    else runs.push([day]);
  }
  return runs;
}

/** @param {Address} address @param {readonly { name: string }[]} tags @returns {ActiveFilter[]} */
const inQuery = ({ text }, tags) =>
  [...new Set(filtersIn(text))].flatMap((filter) => {
    const label = labelOf(filter, tags);
    return label ? [{ id: `text ${filter}`, label, remove: { text: toggleFilter(text, filter) } }] : [];
  });

/**
 * While a value is being typed it is none yet.
 * @param {string} filter
 * @param {readonly { name: string }[]} tags
 */
function labelOf(filter, tags) {
  if (NAMED.includes(filter)) return setLabel(filter);
  const tag = TAG.exec(filter)?.[1];
  if (tag !== undefined) return tags.some((each) => each.name === tag) ? `#${tag}` : '';
  return VALUES.test(filter) ? filter : '';
}
