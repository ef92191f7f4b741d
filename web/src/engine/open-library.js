// The library open in this worker, and the ids its digests are stored under.
import { createFacetNames } from './facets.js';

/** @typedef {import('./protocol.js').Entry} Entry */
/** @typedef {import('./protocol.js').Plain<import('broadsheet-wasm').DigestInfo>} DigestInfo */
/** @typedef {import('broadsheet-wasm').MainModule} Core */
/** @typedef {import('broadsheet-wasm').Library} Library */
/** @typedef {import('broadsheet-wasm').SavedBytes} SavedBytes */
/** @typedef {import('broadsheet-wasm').OpenResult} OpenResult */

/**
 * @typedef {{ label: string, stay: number[], heir: string }} Cut heir: label of the digest that takes over its label,
 *   or empty
 */

const READ = 'is:read';
/** The core defines it with the other. */
const UNREAD = 'is:unread';

/** @template T @param {T} value a value from the core @returns {import('./protocol.js').Plain<T>} */
export const plain = (value) => /** @type {any} */ (value);

/** @param {Core} core @param {string} [build] identifies the wasm module */
export function createOpenLibrary(core, build = '') {
  /** @type {Map<string, Set<string>>} works by name of the set */
  const sets = new Map();
  /** @type {Library} */
  let library = new core.Library();
  let named = nameFacets();
  /** @type {Entry[]} in the order of the library's digests */
  let entries = [];
  /** Cuts to apply once the batch is complete, by label of the digest. @type {Map<string, Cut>} */
  const cuts = new Map();
  function nameFacets() {
    return createFacetNames(library, () => (sets.has(READ) ? [...sets.keys(), UNREAD] : sets.keys()));
  }

  /** After its digests were cut or put into another order. */
  function rename() {
    const before = new Map(entries.map((entry) => [entry.content, entry]));
    entries = plain(library.digestsFrom(0)).map((info) => {
      const { id = 0, batch = 0 } = before.get(info.content) ?? {};
      return { ...info, id, batch };
    });
    named = nameFacets();
  }

  return {
    core,
    build,
    get library() {
      return library;
    },
    get entries() {
      return entries;
    },
    /** @param {Parameters<typeof named>[0]} found */
    facets: (found) => named(found),

    /**
     * Adopts a saved library.
     * @param {number} size
     * @param {number[]} ids its digests are stored under, 0 for none
     * @param {(saved: SavedBytes, library: Library) => OpenResult | Promise<OpenResult>} put fills and opens it
     * @returns {Promise<{ code: string, added: Entry[] }>}
     */
    async adopt(size, ids, put) {
      const saved = new core.SavedBytes(size);
      try {
        const before = library.digestCount();
        const opened = plain(await put(saved, library));
        const infos = plain(library.digestsFrom(before));
        // If some digests were open already, the core does not say which ones were added; the caller then reads the
        // part's digests instead.
        const added = infos.map((info, at) => ({ ...info, id: ids[at] ?? 0, batch: 0 }));
        entries = [...entries, ...added];
        return { code: opened.code, added };
      } finally {
        saved.delete();
      }
    },
    /** The entries that are not about to be cut. */
    staying: () => entries.filter(({ label }) => !cuts.has(label)),
    /** Collects cuts, because each call of cut() rebuilds the whole library. @param {Cut} cut */
    cutLater(cut) {
      cuts.set(cut.label, cut);
    },
    isSettled: () => cuts.size === 0,
    settle() {
      if (cuts.size === 0) return;
      library.cut([...cuts.values()]);
      cuts.clear();
      rename();
    },
    /** Whether any digest moved. @param {string[]} labels */
    arrange(labels) {
      if (!library.arrange(labels)) return false;
      rename();
      return true;
    },
    /** @param {Set<string>} labels */
    remove(labels) {
      library.remove([...labels]);
      entries = entries.filter(({ label }) => !labels.has(label));
      named = nameFacets();
    },
    reset() {
      library.delete();
      library = new core.Library();
      named = nameFacets();
      entries = [];
      cuts.clear();
      for (const [name, works] of sets) library.defineSet(name, [...works]);
    },
    /** Replaces all sets; sets missing from `all` become empty. @param {Record<string, string[]>} all */
    useSets(all) {
      for (const name of new Set([...sets.keys(), ...Object.keys(all)])) {
        const works = all[name] ?? [];
        sets.set(name, new Set(works));
        library.defineSet(name, works);
      }
    },
    /** @param {string} name @param {string} work */
    isInSet: (name, work) => sets.get(name)?.has(work) ?? false,
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
