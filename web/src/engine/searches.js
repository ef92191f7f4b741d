// Requests to the open library: searches, rows, papers.
import { exportWorks } from './exporting.js';
import { plain } from './open-library.js';

/** @typedef {import('./protocol.js').Calls} Calls */
/** @typedef {import('./open-library.js').OpenLibrary} OpenLibrary */
/** @typedef {import('./protocol.js').PlainPaper} PlainPaper */

const MOST_WORKS = 0xffffffff;
/** A query that finds no more may be respelt (core/search/suggestion.h). */
const FEW_PAPERS = 3;
const READ = 'is:read';
const FOR_YOU = 'foryou';

/** @param {OpenLibrary} open */
export function createSearches(open) {
  let generation = 0;

  /** The same paper in another language, from a digest of the same day. @param {PlainPaper} paper */
  function beside({ key, appearances }) {
    const own = appearances.find((one) => one.key === key);
    const other = own && appearances.find((one) => one.date === own.date && one.language !== own.language);
    const ordinal = other ? open.library.locate(other.key) : -1;
    return ordinal < 0 ? null : plain(open.library.paper(ordinal, false));
  }

  /** @param {ReturnType<OpenLibrary['library']['search']>} found @returns {import('./protocol.js').SearchResult} */
  function named(found) {
    const { authorCounts, readDays, ...rest } = plain(found);
    return { ...rest, ...open.facets(found) };
  }

  return {
    /** Invalidates earlier results: their rows are no longer returned. */
    forget: () => (generation += 1),

    /** @param {Calls['search']['ask']} ask @returns {Calls['search']['answer']} */
    search({ request, paper, reveal, rows, anew }) {
      const { library } = open;
      if (anew && request.order === FOR_YOU) library.orderAnew();
      const result = named(library.search(request));
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

    /** @param {Calls['worksShown']['ask']} ask @returns {Calls['worksShown']['answer']} */
    worksShown: (ask) =>
      ask.generation === generation ? plain(open.library.worksShown(0, MOST_WORKS)) : null,

    /** @param {Calls['citations']['ask']} ask @returns {Calls['citations']['answer']} */
    citations: ({ works }) => plain(open.library.citations(works)),

    /** @param {Calls['exportWorks']['ask']} ask @returns {Calls['exportWorks']['answer']} */
    exportWorks: (ask) => exportWorks(open.library, ask),

    /** @param {Calls['unread']['ask']} ask @returns {Calls['unread']['answer']} */
    unread({ request }) {
      const { library } = open;
      const unread = library.countOutside(request, READ);
      if (unread > FEW_PAPERS || request.text === '') return unread;
      // The list shows what another spelling finds, in place of this or beside it.
      const { suggested } = plain(library.counts(request));
      if (suggested !== 'instead' && suggested !== 'included') return unread;
      const works = plain(library.worksFound(request, 0, MOST_WORKS));
      return works.filter((work) => !open.isInSet(READ, work)).length;
    },

    /** @param {Calls['counts']['ask']} ask @returns {Calls['counts']['answer']} */
    counts: ({ request }) => named(open.library.counts(request)),

    /** @param {Calls['authors']['ask']} ask @returns {Calls['authors']['answer']} */
    authors: (ask) => (ask.generation === generation ? plain(open.library.authors(ask.typed)) : null),

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
      const paper = plain(open.library.paper(ordinal, verbatim));
      return { paper: { ...paper, beside: beside(paper) }, position: open.library.positionOf(ordinal) };
    },

    /** @param {Calls['explain']['ask']} ask @returns {Calls['explain']['answer']} */
    explain(ask) {
      const ordinal = open.library.locate(ask.key);
      return ordinal < 0 || ask.generation !== generation ? null : plain(open.library.explain(ordinal));
    },
  };
}
