// Fetches digests and lists from the page's own site, and from nowhere else.
import { OWN_LIST } from '../hosted/addresses.js';
import { SourceUnavailable, isDigestName } from '../library/read-files.js';
import { parseDigestsJson, parseFileList } from './lists.js';
import { siteAddress } from './site-path.js';

/** @typedef {import('./lists.js').ArchiveFile} ArchiveFile */
/** @typedef {import('./lists.js').List} List */
/** @typedef {import('../library/read-files.js').Source} Source */
/** @typedef {NonNullable<ReturnType<typeof createSite>>} Site */

/**
 * A page in a folder with this name was put next to an archive. Any other page may be on its own, and requesting
 * missing files would log errors in the browser's console.
 */
const FOLDER_BESIDE = /\/reader\/[^/]*$/;
/** Lists of the family first: if there is one, no request fails. */
const LISTS_AROUND = [
  '../assets/file-list.txt',
  '../digests.json',
  '../../assets/file-list.txt',
  '../../digests.json',
];

/** Returns null if the page does not come from a web server. @param {string} page address of the page */
export function createSite(page) {
  if (!/^https?:/.test(page)) return null;

  /** @param {string} url @returns {Promise<List & { lists?: string[] | null } | null>} null: unknown format */
  async function readList(url) {
    const text = await request(url, { cache: 'no-cache' }, (response) => response.text());
    return url.endsWith('.json') ? parseDigestsJson(text, url) : parseFileList(text, url);
  }

  /** @param {string[]} urls @returns {Promise<List | null>} the first that exists and has files */
  async function firstOf(urls) {
    for (const url of urls) {
      const list = await readList(url).catch(missing);
      if (list?.files.length) return list;
    }
    return null;
  }

  /** @param {string[]} urls @returns {Promise<List>} all of them together */
  async function allOf(urls) {
    const lists = await Promise.all(urls.map(readList));
    if (lists.includes(null)) throw new SourceUnavailable('unknown_list');
    return {
      files: lists.flatMap((list) => list?.files ?? []),
      leftOut: lists.reduce((sum, list) => sum + (list?.leftOut ?? 0), 0),
    };
  }

  return {
    /** Key for what is stored about this archive: several archives may share an origin's storage. */
    folder: new URL('.', page).href,

    /**
     * The archive next to the page, or null. Throws SourceUnavailable if a list that should exist does not, or has an
     * unknown format.
     * @returns {Promise<List | null>}
     */
    async findArchive() {
      const own = await readList(new URL(OWN_LIST, page).href).catch(missing);
      if (own === null) throw new SourceUnavailable('unknown_list');
      if (own?.files.length) return own;
      if (own?.lists) return own.lists.length ? allOf(own.lists) : null;
      const around = FOLDER_BESIDE.test(new URL(page).pathname) ? LISTS_AROUND : [];
      return firstOf(around.flatMap((path) => siteAddress(path, page) ?? []));
    },

    /** @param {Pick<ArchiveFile, 'name' | 'url'>} file @returns {Source} fetched when it is read */
    source({ name, url }) {
      /** @type {Promise<Blob> | undefined} */
      let fetched;
      /** @type {import('../library/read-files.js').Bytes} */
      const blob = {
        async arrayBuffer(signal) {
          // Kept because the library reads its files again if the reader crashes.
          fetched ??= request(url, { signal }, (response) => {
            blob.lastModified = Date.parse(response.headers.get('last-modified') ?? '') || 0;
            return response.blob();
          });
          fetched.catch(() => (fetched = undefined));
          return (await fetched).arrayBuffer();
        },
      };
      return { name, blob };
    },

    /** The file that a link names, or null if it is not a digest of this site. @param {string} path */
    linked(path) {
      const url = isDigestName(path) ? siteAddress(path, page) : null;
      return url && { name: path.split('/').at(-1) ?? path, url };
    },
  };
}

/**
 * Resolves to what `read` makes of the response. A response that breaks off counts as one that never came, as happens
 * when the user leaves the page.
 * @template T
 * @param {string} url
 * @param {RequestInit} options
 * @param {(response: Response) => Promise<T>} read
 */
async function request(url, options, read) {
  try {
    const response = await fetch(url, {
      ...options,
      mode: 'same-origin',
      credentials: 'omit',
      redirect: 'error',
    });
    if (response.status === 404 || response.status === 410) throw new SourceUnavailable('not_there');
    if (!response.ok) throw new SourceUnavailable('not_served');
    return await read(response);
  } catch (error) {
    if (error instanceof SourceUnavailable || options.signal?.aborted) throw error;
    throw new SourceUnavailable('not_reached');
  }
}

/** @param {unknown} error */
function missing(error) {
  if (error instanceof SourceUnavailable) return undefined;
  throw error;
}
