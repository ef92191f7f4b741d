// Fetches digests and lists from the page's own site, and nothing from anywhere else.
import { OWN_LIST } from '../hosted/addresses.js';
import { SourceUnavailable, isDigestName } from '../files/read-files.js';
import { parseDigestsJson, parseFileList } from './lists.js';
import { siteAddress } from './site-path.js';

/** @typedef {import('./lists.js').ArchiveFile} ArchiveFile */
/** @typedef {import('./lists.js').List} List */
/** @typedef {import('../files/read-files.js').Source} Source */
/** @typedef {NonNullable<ReturnType<typeof createSite>>} Site */

/**
 * A page in a folder of this name has been put beside something; any other page may stand alone, and asking for
 * what is not there would be an error in the browser's console.
 */
const FOLDER_BESIDE = /\/reader\/[^/]*$/;
/** Of the family first: where such a list is, nothing is asked for in vain. */
const LISTS_AROUND = [
  '../assets/file-list.txt',
  '../digests.json',
  '../../assets/file-list.txt',
  '../../digests.json',
];

/** Null where the page does not come from a web server. @param {string} page its address */
export function createSite(page) {
  if (!/^https?:/.test(page)) return null;

  /** @param {string} url @returns {Promise<List & { lists?: string[] | null } | null>} null: there is none */
  async function readList(url) {
    const text = await request(url, { cache: 'no-cache' }, (response) => response.text());
    return url.endsWith('.json') ? parseDigestsJson(text, url) : parseFileList(text, url);
  }

  /** @param {string[]} urls @returns {Promise<List | null>} the first that is there */
  async function firstOf(urls) {
    for (const url of urls) {
      const list = await readList(url).catch(missing);
      if (list?.files.length) return list;
    }
    return null;
  }

  /** @param {string[]} urls @returns {Promise<List>} all of them */
  async function allOf(urls) {
    const lists = await Promise.all(urls.map(readList));
    if (lists.includes(null)) throw new SourceUnavailable('unknown_list');
    return {
      files: lists.flatMap((list) => list?.files ?? []),
      leftOut: lists.reduce((sum, list) => sum + (list?.leftOut ?? 0), 0),
    };
  }

  return {
    /** Names what is remembered of this archive: several may share an origin's storage. */
    folder: new URL('.', page).href,

    /**
     * The archive that the page lies beside, or null. Throws SourceUnavailable where a list that should be there is not,
     * or is of another form.
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

    /** @param {Pick<ArchiveFile, 'name' | 'url'>} file @returns {Source} fetched when its turn comes */
    source({ name, url }) {
      /** @type {Promise<Blob> | undefined} */
      let fetched;
      return {
        name,
        blob: {
          async arrayBuffer(signal) {
            // Kept for the library, which reads its files again should the reader stop.
            fetched ??= request(url, { signal }, (response) => response.blob());
            fetched.catch(() => (fetched = undefined));
            return (await fetched).arrayBuffer();
          },
        },
      };
    },

    /** What a link names, or null where that is no digest of this site. @param {string} path */
    linked(path) {
      const url = isDigestName(path) ? siteAddress(path, page) : null;
      return url && { name: path.split('/').at(-1) ?? path, url };
    },
  };
}

/**
 * What `read` makes of the answer. That it stops on its way is no other failure than that it never came: so it is for a
 * page that is left.
 * @template T
 * @param {string} url @param {RequestInit} options @param {(response: Response) => Promise<T>} read
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
