// Reads an archive's lists: assets/file-list.txt of the daily-arXiv family, and our digests.json. Both formats are
// described in docs/hosting.md.
import { isDigestName } from '../library/read-files.js';
import { siteAddress } from './site-path.js';
import { plainDateSigns, writtenDay } from './written-day.js';

/**
 * @typedef {object} ArchiveFile
 * @property {string} url
 * @property {string} name of the file
 * @property {string} digest name of its digest in the library
 * @property {string} day such as "2026-01-14", or "" if unknown
 * @property {string} series tells apart several files of one day: "nature" in 2025-11-03_nature.jsonl; often ""
 * @property {string} language of the summaries in the archive's own words: "Chinese", "en"; "" if unknown
 * @property {number} bytes 0 if unknown
 */
/** @typedef {{ files: ArchiveFile[], leftOut: number }} List leftOut: how many entries are not a digest of this site */

const VERSION = 1;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ENHANCED = /_AI_enhanced_(.+)$/i;

/** @param {string} name */
export const digestName = (name) => name.replace(/\.gz$/i, '').replace(/(?<=.)\.[^.]*$/, '');

/** @param {string} name @param {string} url @param {{ day?: string, language?: string, bytes?: number }} [said] @returns {ArchiveFile} */
function describe(name, url, said = {}) {
  const digest = digestName(name);
  const named = writtenDay(name);
  const series = plainDateSigns(digest)
    .replace(ENHANCED, '')
    .replace(named.written, '')
    .replace(/^[_-]+|[_-]+$/g, '');
  const { day = named.day, language = digest.match(ENHANCED)?.[1] ?? '', bytes = 0 } = said;
  return { url, name, digest, day, series, language, bytes };
}

/**
 * One name per line, of a file in `data/` next to the list's folder.
 * @param {string} text
 * @param {string} address of the list
 * @returns {List}
 */
export function parseFileList(text, address) {
  const names = text
    .split('\n')
    .map((line) => line.trim().replace(/^(\.\/)?(data\/)?/, ''))
    .filter(Boolean);
  return listOf(names, (name) => {
    const url = name.includes('/') ? null : siteAddress(`../data/${name}`, address);
    return url && isDigestName(name) ? describe(name, url) : null;
  });
}

/**
 * Returns null if the format is not this one. `lists` holds the addresses of other lists, given relative to this one;
 * null if the property is missing.
 * @param {string} text
 * @param {string} address of the file
 * @returns {List & { lists: string[] | null } | null}
 */
export function parseDigestsJson(text, address) {
  const value = parseJson(text);
  if (value?.version !== VERSION) return null;
  const { digests = [], lists = null } = value;
  if (!Array.isArray(digests) || !(lists === null || Array.isArray(lists))) return null;
  const list = listOf(digests, (entry) => digestOf(entry, address));
  return {
    ...list,
    lists:
      lists && lists.map((/** @type {unknown} */ path) => siteAddress(String(path), address)).filter(isThere),
  };
}

/** @param {any} entry @param {string} address */
function digestOf(entry, address) {
  if (typeof entry?.url !== 'string') return null;
  const url = siteAddress(entry.url, address);
  const name = entry.name ?? entry.url.split('/').at(-1);
  if (!url || !isDigestName(entry.url) || typeof name !== 'string') return null;
  const said = typeof entry.day === 'string' && DAY.test(entry.day) ? entry.day : '';
  const day = said || writtenDay(entry.name ?? entry.url).day;
  const language = typeof entry.language === 'string' ? entry.language : undefined;
  const bytes = Number.isFinite(entry.bytes) ? entry.bytes : undefined;
  return describe(name, url, { day, language, bytes });
}

/** @template T @param {T[]} entries @param {(entry: T) => ArchiveFile | null} read @returns {List} */
function listOf(entries, read) {
  const described = entries.map(read);
  const files = described.filter(isThere);
  return {
    files: [...new Map(files.map((file) => [file.url, file])).values()],
    leftOut: described.length - files.length,
  };
}

/** @template T @param {T | null} value @returns {value is T} */
const isThere = (value) => value !== null;

/** @param {string} text @returns {any} undefined if it is not JSON */
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
