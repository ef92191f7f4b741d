// Web addresses: bare ones in running text, and the arguments of \url and \href.

import { leaf } from './arguments.js';
import { matchAt } from './sticky.js';

/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('./segments.js').LinkSegment} LinkSegment */

// Printable ASCII allowed in an address; a TeX escape (`\_`) may stand for its character.
const BARE = /https?:\/\/(?:[\w\-.~:/?#[\]@!&'()*+,;=%]|\\[_%#&~])+/iy;
// A host, then anything but white space and characters that must be escaped in addresses.
const ADDRESS = /^https?:\/\/[^\s/"<>\\^`{|}]+(?:\/[^\s"<>\\^`{|}]*)?$/i;
const CLOSERS = new Map([
  [')', '('],
  [']', '['],
]);

/**
 * The address as a link target, or null if it is not a plain http(s) address. Rejects an `@` with a user name: readers
 * would take that for the host.
 * @param {string} source
 */
export function safeHref(source) {
  const address = unescapeTex(source).trim();
  if (!ADDRESS.test(address)) return null;
  try {
    const url = new URL(address);
    const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
    return isWeb && !url.username && !url.password ? url.href : null;
  } catch {
    return null;
  }
}

/** @param {string} source */
export function unescapeTex(source) {
  return source.replace(/\\([_%#&~$])/g, '$1').replace(/\\textasciitilde(?:\{\}|\b) ?/g, '~');
}

/**
 * How an address is shown: as written, unless it has non-ASCII characters, whose letters could pass for others.
 * @param {string} source
 * @param {string | null} href
 */
export function shownAddress(source, href) {
  const address = unescapeTex(source);
  return href && /[^\u0021-\u007e]/.test(address) ? href : address;
}

// A label that looks or begins like an address: `arxiv.org/abs/…`, `www.example`.
const LOOKS_LIKE_HOST =
  /https?:\/\/|www\.|[\p{L}\p{N}-]+[.。．｡](?:[\p{L}-]{2,}|\p{L}[\p{L}-]*(?=\/))(?![\p{L}\p{N}.])/iu;
/** Only this much of a label is searched for a host: what comes later misleads nobody. */
const LABEL = 200;

/**
 * The host of `href` if the label seems to name another host, otherwise an empty string.
 * @param {string} label
 * @param {string} href
 */
export function unnamedHost(label, href) {
  const { host } = new URL(href);
  const begin = label.slice(0, LABEL);
  const named = begin.toLowerCase().replace(/^\s*https?:\/\//, '');
  const end = named.slice(host.length, host.length + 1);
  const isNamed = named.startsWith(host) && (end === '' || /[/?#\s,;)]/.test(end));
  return LOOKS_LIKE_HOST.test(begin) && !isNamed ? host : '';
}

/**
 * @param {Context} context
 * @param {number} at
 * @param {number} end
 * @returns {LinkSegment | null}
 */
export function readUrl({ text }, at, end) {
  const found = matchAt(BARE, text, at);
  if (!found) return null;
  const address = trimEnd(found[0].slice(0, end - at));
  const href = safeHref(address);
  if (!href) return null;
  const stop = at + address.length;
  return { kind: 'link', start: at, end: stop, href, children: [leaf(at, stop, unescapeTex(address))] };
}

/**
 * Removes punctuation of the surrounding sentence; keeps a closing bracket whose opener is inside.
 * @param {string} address
 */
function trimEnd(address) {
  const balance = new Map([...CLOSERS.values()].map((opener) => [opener, 0]));
  for (const char of address) {
    const opener = CLOSERS.get(char) ?? char;
    const count = balance.get(opener);
    if (count !== undefined) balance.set(opener, count + (opener === char ? 1 : -1));
  }
  let end = address.length;
  for (; end > 0; end--) {
    const last = address[end - 1];
    const opener = CLOSERS.get(last);
    const unopened = opener !== undefined ? (balance.get(opener) ?? 0) : 0;
    if (opener !== undefined && unopened < 0) balance.set(opener, unopened + 1);
    else if (!/[.,;:!?'*~]/.test(last)) break;
  }
  return address.slice(0, end);
}
