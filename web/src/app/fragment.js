// Converts between addresses and link fragments. Pure functions.

/**
 * @typedef {object} Address
 * @property {string} text the query
 * @property {string[]} categories
 * @property {string[]} days each a date, a name of a digest, or a range such as "2026-01-05..2026-02-10"
 * @property {string[]} authors
 * @property {string[]} languages such as "zh"
 * @property {string[]} sets of the user's marks and collections, such as "is:unread", "tag:to read",
 *   "collection:refs.bib" and "for:to read", what goes with that tag
 * @property {boolean} withCode only papers that link to code
 * @property {boolean} withoutSummary only papers without a summary
 * @property {Order} order
 * @property {number} trends days of the window in which trends are shown, or 0
 * @property {string[]} compared queries that are compared in it
 * @property {string} paper key of the open paper, or ""
 * @property {boolean} alone nothing but the paper is shown
 * @property {boolean} sample the bundled sample is open
 * @property {string[]} sources open digests of the page's own site, as paths relative to the page
 */
/** @typedef {'relevance' | 'digest' | 'newest' | 'foryou'} Order */

const SAMPLE = 'sample';
const ALONE = 'paper';
/** Days that a window of trends can have. */
export const WINDOWS = [7, 14, 30, 91];
/** More lines cannot be told apart. */
export const MOST_COMPARED = 4;

/** @type {readonly Order[]} */
export const ORDERS = ['relevance', 'digest', 'newest', 'foryou'];

/** The sets of one name that can be chosen, without `is:`; tags are the others. */
export const STATES = ['unread', 'read', 'starred', 'noted', 'foryou'];

/** What "Clear filters" leaves. The query is no filter, so these never change what is in the search box. */
export const NO_FILTERS = Object.freeze({
  categories: /** @type {string[]} */ ([]),
  days: /** @type {string[]} */ ([]),
  authors: /** @type {string[]} */ ([]),
  languages: /** @type {string[]} */ ([]),
  sets: /** @type {string[]} */ ([]),
  withCode: false,
  withoutSummary: false,
});

/** @typedef {{ -readonly [F in keyof typeof NO_FILTERS]: (typeof NO_FILTERS)[F] extends boolean ? boolean : string[] }} Filters */
/** A filter of which several values can be chosen. @typedef {'categories' | 'days' | 'authors' | 'languages' | 'sets'} FacetName */

/** @param {Filters} address @returns {Filters} */
export const filtersOf = ({ categories, days, authors, languages, sets, withCode, withoutSummary }) => ({
  categories,
  days,
  authors,
  languages,
  sets,
  withCode,
  withoutSummary,
});

/** How many filters are chosen. @param {Filters} address */
export const filterCount = (address) =>
  Object.values(filtersOf(address)).reduce(
    (/** @type {number} */ sum, each) => sum + (Array.isArray(each) ? each.length : Number(each)),
    0,
  );

/** The filters as words that mean the same in every language of the page. @param {Filters} address */
export const filterWords = ({ categories, days, authors, languages, sets, withCode, withoutSummary }) => [
  ...categories,
  ...days,
  ...authors,
  ...languages,
  ...sets,
  ...(withCode ? ['has:code'] : []),
  ...(withoutSummary ? ['-has:summary'] : []),
];

/** @type {Readonly<Address>} */
export const HOME = Object.freeze({
  text: '',
  ...NO_FILTERS,
  order: 'relevance',
  trends: 0,
  compared: [],
  paper: '',
  alone: false,
  sample: false,
  sources: [],
});

/** @param {string} fragment with or without "#" @returns {Address} */
export function parseFragment(fragment) {
  const values = new URLSearchParams(fragment.replace(/^#/, ''));
  const order = values.get('order');
  const trends = WINDOWS.find((days) => String(days) === values.get('trends')) ?? 0;
  const sources = unique(values.getAll('src'));
  return {
    text: values.get('q') ?? '',
    categories: unique(values.getAll('cat')),
    days: unique(values.getAll('day')),
    authors: unique(values.getAll('author')),
    languages: unique(values.getAll('lang')),
    sets: unique([
      ...STATES.filter((state) => values.getAll('is').includes(state)).map((state) => `is:${state}`),
      ...['tag', 'collection', 'for'].flatMap((kind) =>
        values.getAll(kind).map((name) => name && `${kind}:${name}`),
      ),
    ]),
    withCode: values.get('with') === 'code',
    withoutSummary: values.get('without') === 'summary',
    order: ORDERS.find((known) => known === order) ?? HOME.order,
    trends,
    compared: trends > 0 ? unique(values.getAll('compare')).slice(0, MOST_COMPARED) : [],
    paper: values.get('paper') ?? '',
    alone: values.get('view') === ALONE && Boolean(values.get('paper')),
    sample: sources.includes(SAMPLE),
    sources: sources.filter((source) => source !== SAMPLE),
  };
}

/** @param {Address} address @returns {string} "" or "#…" */
export function formatFragment(address) {
  const values = new URLSearchParams();
  if (address.sample) values.append('src', SAMPLE);
  for (const source of address.sources) values.append('src', source);
  if (address.text) values.append('q', address.text);
  for (const value of address.categories) values.append('cat', value);
  for (const value of address.days) values.append('day', value);
  for (const value of address.authors) values.append('author', value);
  for (const value of address.languages) values.append('lang', value);
  for (const set of address.sets) values.append(...splitSet(set));
  if (address.withCode) values.append('with', 'code');
  if (address.withoutSummary) values.append('without', 'summary');
  if (address.order !== HOME.order) values.append('order', address.order);
  if (address.trends) values.append('trends', String(address.trends));
  if (address.trends) for (const text of address.compared) values.append('compare', text);
  if (address.paper) values.append('paper', address.paper);
  if (address.paper && address.alone) values.append('view', ALONE);
  const text = values.toString().replace(/%40/g, '@').replace(/%2F/g, '/').replace(/%3A/g, ':');
  return text && `#${text}`;
}

/** @param {Address} a @param {Address} b true if both show the same list */
export const sameList = (a, b) => listOf(a) === listOf(b);

/** What names the list of an address, whatever else is open. @param {Address} address */
export const listOf = (address) =>
  formatFragment({ ...address, trends: 0, paper: '', sample: false, sources: [] });

/** @param {string} set @returns {[kind: string, name: string]} */
function splitSet(set) {
  const colon = set.indexOf(':');
  return [set.slice(0, colon), set.slice(colon + 1)];
}

/** @param {string[]} values */
const unique = (values) => [...new Set(values.filter(Boolean))];
