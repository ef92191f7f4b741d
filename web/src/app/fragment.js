// Converts between addresses and link fragments. Pure functions.

/**
 * @typedef {object} Address
 * @property {string} text the query
 * @property {string[]} categories
 * @property {string[]} days
 * @property {string[]} authors
 * @property {boolean} withoutSummary only papers without a summary
 * @property {Order} order
 * @property {string} paper key of the open paper, or ""
 * @property {boolean} sample the bundled sample is open
 * @property {string[]} sources open digests of the page's own site, as paths relative to the page
 */
/** @typedef {'relevance' | 'digest' | 'newest'} Order */

const SAMPLE = 'sample';

/** @type {readonly Order[]} */
export const ORDERS = ['relevance', 'digest', 'newest'];

/** @type {Readonly<Address>} */
export const HOME = Object.freeze({
  text: '',
  categories: [],
  days: [],
  authors: [],
  withoutSummary: false,
  order: 'relevance',
  paper: '',
  sample: false,
  sources: [],
});

/** @param {string} fragment with or without "#" @returns {Address} */
export function parseFragment(fragment) {
  const values = new URLSearchParams(fragment.replace(/^#/, ''));
  const order = values.get('order');
  const sources = unique(values.getAll('src'));
  return {
    text: values.get('q') ?? '',
    categories: unique(values.getAll('cat')),
    days: unique(values.getAll('day')),
    authors: unique(values.getAll('author')),
    withoutSummary: values.get('without') === 'summary',
    order: ORDERS.find((known) => known === order) ?? HOME.order,
    paper: values.get('paper') ?? '',
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
  if (address.withoutSummary) values.append('without', 'summary');
  if (address.order !== HOME.order) values.append('order', address.order);
  if (address.paper) values.append('paper', address.paper);
  const text = values.toString().replace(/%40/g, '@').replace(/%2F/g, '/').replace(/%3A/g, ':');
  return text && `#${text}`;
}

/** @param {Address} a @param {Address} b true if both show the same list */
export const sameList = (a, b) => listOf(a) === listOf(b);

/** @param {Address} address */
const listOf = (address) => formatFragment({ ...address, paper: '', sample: false, sources: [] });

/** @param {string[]} values */
const unique = (values) => [...new Set(values.filter(Boolean))];
