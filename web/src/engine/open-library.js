// The library that is open in this worker, and what is kept of it.
import { createFacetNames } from './facets.js';

/** @typedef {import('./protocol.js').Entry} Entry */
/** @typedef {import('./protocol.js').Plain<import('broadsheet-wasm').DigestInfo>} DigestInfo */
/** @typedef {import('broadsheet-wasm').MainModule} Core */
/** @typedef {import('broadsheet-wasm').Library} Library */
/** @typedef {import('broadsheet-wasm').SavedBytes} SavedBytes */
/** @typedef {import('broadsheet-wasm').OpenResult} OpenResult */

/** @template T @param {T} value from the core @returns {import('./protocol.js').Plain<T>} */
export const plain = (value) => /** @type {any} */ (value);

/** @param {Core} core */
export function createOpenLibrary(core) {
  /** @type {Library} */
  let library = new core.Library();
  let named = createFacetNames(library);
  /** @type {Entry[]} in the order of the library's digests */
  let entries = [];
  /** @type {Map<string, Set<string>>} works by the set's name */
  const sets = new Map();

  return {
    core,
    get library() {
      return library;
    },
    get entries() {
      return entries;
    },
    /** @param {Parameters<typeof named>[0]} found */
    facets: (found) => named(found),

    /**
     * Takes a saved library in.
     * @param {number} size
     * @param {number[]} ids under which its digests are kept, 0 for none
     * @param {(saved: SavedBytes, library: Library) => OpenResult | Promise<OpenResult>} put  fills and opens it
     * @returns {Promise<{ code: string, added: Entry[] }>}
     */
    async adopt(size, ids, put) {
      const saved = new core.SavedBytes(size);
      try {
        const before = library.digestCount();
        const opened = plain(await put(saved, library));
        const infos = plain(library.digestsFrom(before));
        // Where some were open already, which ones came in is not told: such a part is read from its digests.
        const added = infos.map((info, at) => ({ ...info, id: ids[at] ?? 0 }));
        entries = [...entries, ...added];
        return { code: opened.code, added };
      } finally {
        saved.delete();
      }
    },
    /** @param {Set<string>} labels */
    remove(labels) {
      library.remove([...labels]);
      entries = entries.filter(({ label }) => !labels.has(label));
      named = createFacetNames(library);
    },
    reset() {
      library.delete();
      library = new core.Library();
      named = createFacetNames(library);
      entries = [];
      for (const [name, works] of sets) library.defineSet(name, [...works]);
    },
    /** Those that are not among them are empty from now on. @param {Record<string, string[]>} all */
    useSets(all) {
      for (const name of new Set([...sets.keys(), ...Object.keys(all)])) {
        const works = all[name] ?? [];
        sets.set(name, new Set(works));
        library.defineSet(name, works);
      }
    },
    /** @param {string} name @param {string} work @param {boolean} member */
    putInSet(name, work, member) {
      let works = sets.get(name);
      if (!works) {
        sets.set(name, (works = new Set()));
        library.defineSet(name, []);
      }
      if (member) works.add(work);
      else works.delete(work);
      library.putInSet(name, work, member);
    },
  };
}

/** @typedef {ReturnType<typeof createOpenLibrary>} OpenLibrary */
