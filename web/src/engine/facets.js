// Adds names to facet counts. The core returns only numbers, because names change only when digests do.

/** @typedef {import('broadsheet-wasm').Library} Library */
/** @typedef {import('broadsheet-wasm').SearchResult} CoreResult */
/** @typedef {import('./protocol.js').FacetCount} FacetCount */
/** @typedef {import('./protocol.js').Facets} Facets */

/** @param {Library} library */
export function createFacetNames(library) {
  let namedDigests = -1;
  /** @type {{ categories: string[], days: string[] }} */
  let names = { categories: [], days: [] };
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
      days: zip(names.days, result.days),
      authors: zip(Array.from(result.authors, author), result.authorCounts),
    };
  };
}
