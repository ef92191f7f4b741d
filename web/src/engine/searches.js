// Requests to the open library: searches, rows, papers.
import { plain } from './open-library.js';

/** @typedef {import('./protocol.js').Calls} Calls */
/** @typedef {import('./open-library.js').OpenLibrary} OpenLibrary */

/** @param {OpenLibrary} open */
export function createSearches(open) {
  let generation = 0;

  return {
    /** Invalidates earlier results: their rows are no longer returned. */
    forget: () => (generation += 1),

    /** @param {Calls['search']['ask']} ask @returns {Calls['search']['answer']} */
    search({ request, paper, reveal, rows }) {
      const { library } = open;
      const found = library.search(request);
      const { authorCounts, ...rest } = plain(found);
      const result = { ...rest, ...open.facets(found) };
      generation += 1;
      const ordinal = paper ? library.locate(paper) : -1;
      const position = ordinal < 0 ? -1 : library.positionOf(ordinal);
      const from = reveal ? Math.max(0, position - Math.floor(rows / 2)) : 0;
      return {
        result,
        generation,
        paperCount: result.libraryWorks,
        position,
        from,
        rows: plain(library.rows(from, rows)),
      };
    },

    /** @param {Calls['works']['ask']} ask @returns {Calls['works']['answer']} */
    works: ({ request, from, to }) => plain(open.library.worksFound(request, from, to)),

    /** @param {Calls['contents']['ask']} ask @returns {Calls['contents']['answer']} */
    contents: ({ most, hiddenSets }) => plain(open.library.contents(most, hiddenSets)),

    /** @param {Calls['rows']['ask']} ask @returns {Calls['rows']['answer']} */
    rows: (ask) => (ask.generation === generation ? plain(open.library.rows(ask.from, ask.count)) : null),

    /** @param {Calls['complete']['ask']} ask @returns {Calls['complete']['answer']} */
    complete: ({ text, caret }) => plain(open.library.complete(text, caret)),

    /** @param {Calls['paper']['ask']} ask @returns {Calls['paper']['answer']} */
    paper({ key, verbatim }) {
      const ordinal = open.library.locate(key);
      if (ordinal < 0) return null;
      return {
        paper: plain(open.library.paper(ordinal, verbatim)),
        position: open.library.positionOf(ordinal),
      };
    },

    /** @param {Calls['explain']['ask']} ask @returns {Calls['explain']['answer']} */
    explain(ask) {
      const ordinal = open.library.locate(ask.key);
      return ordinal < 0 || ask.generation !== generation ? null : plain(open.library.explain(ordinal));
    },

    /** @param {Calls['similar']['ask']} ask @returns {Calls['similar']['answer']} */
    similar({ key, count }) {
      const ordinal = open.library.locate(key);
      return ordinal < 0 ? [] : plain(open.library.similar(ordinal, count));
    },
  };
}
