// Adds names to facet counts. The core returns only numbers, because names change only when digests do.

/** @typedef {import('broadsheet-wasm').Library} Library */
/** @typedef {import('broadsheet-wasm').SearchResult} CoreResult */
/** @typedef {import('./protocol.js').FacetCount} FacetCount */
/** @typedef {import('./protocol.js').Facets} Facets */

/**
 * @param {Library} library
 * @param {() => Iterable<string>} setNames sets to count, such as "is:read"
 */
export function createFacetNames(library, setNames) {
  let namedDigests = -1;
  /** @type {{ categories: string[], days: string[], languages: string[] }} */
  let names = { categories: [], days: [], languages: [] };
  /** Numbers of sets never change. @type {Map<string, number>} */
  const numbers = new Map();
  /** @type {Map<number, string>} */
  const authors = new Map();

  /** @param {number} id */
  function author(id) {
    const known = authors.get(id);
    if (known !== undefined) return known;
    const name = /** @type {string} */ (library.authorName(id));
    authors.set(id, name);
    return name;
  }

  /** @param {string} set */
  function numberOf(set) {
    const number = numbers.get(set) ?? library.setNumber(set);
    if (number >= 0) numbers.set(set, number);
    return number;
  }

  /** @param {CoreResult} result @returns {Facets} */
  return (result) => {
    const digests = library.digestCount();
    if (digests !== namedDigests) {
      names = library.facetValues();
      namedDigests = digests;
    }
    /** @param {string[]} values @param {Uint32Array} counts @returns {FacetCount[]} */
    const zip = (values, counts) => values.map((value, i) => ({ value, count: counts[i] }));
    return {
      categories: zip(names.categories, result.categories),
      days: names.days.map((value, i) => ({
        value,
        count: result.days[i],
        unread: result.days[i] - result.readDays[i],
      })),
      languages: zip(names.languages, result.languages),
      sets: [...setNames()].map((value) => ({ value, count: result.sets[numberOf(value)] ?? 0 })),
      authors: zip(Array.from(result.authors, author), result.authorCounts),
    };
  };
}
