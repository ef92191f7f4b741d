// The list of all papers as last seen: the shape that stored data must have to be drawn before anything else has
// loaded.
import { isCount, isNumber, isText, isTruth, listOf, recordOf } from './shape.js';

/**
 * @typedef {object} View
 * @property {import('../engine/protocol.js').SearchAnswer} answer
 * @property {import('../engine/protocol.js').Entry[]} digests
 * @property {import('../engine/protocol.js').Contents | null} contents null: it had not arrived yet
 */

const marked = recordOf({ text: isText, marks: listOf(isCount) });
const counts = listOf(recordOf({ value: isText, count: isCount }));
const dayCounts = listOf(recordOf({ value: isText, count: isCount, unread: isCount }));

const row = recordOf({
  paper: isCount,
  key: isText,
  number: isNumber,
  id: isText,
  date: isText,
  digest: isText,
  category: isText,
  title: marked,
  work: isText,
  authors: marked,
  moreAuthors: isCount,
  appearances: isCount,
  summary: marked,
  summaryField: isText,
});

const answer = recordOf({
  result: recordOf({
    total: isCount,
    categories: counts,
    days: dayCounts,
    authors: counts,
    languages: counts,
    sets: counts,
    withCode: isCount,
    withoutSummary: isCount,
    issues: listOf(recordOf({ code: isText, start: isCount, end: isCount })),
    suggested: isText,
    suggestion: isText,
    asTyped: isText,
  }),
  generation: isNumber,
  paperCount: isCount,
  position: isNumber,
  from: isCount,
  rows: listOf(row),
});

const digest = recordOf({
  id: isCount,
  label: isText,
  name: isText,
  date: isText,
  papers: isCount,
  diagnostics: listOf(recordOf({ code: isText, line: isCount, message: isText })),
  content: isText,
  fileName: isText,
  stem: isText,
  written: isNumber,
  rest: isTruth,
});

const contents = recordOf({
  days: isCount,
  newest: listOf(
    recordOf({
      day: isText,
      papers: isCount,
      categories: listOf(recordOf({ category: isText, claimed: isNumber, papers: isCount })),
    }),
  ),
});

const view = recordOf({
  answer,
  digests: listOf(digest),
  contents: (value) => value === null || contents(value),
});

/**
 * The stored view, or null unless this build of the page stored it and its shape is right.
 * @param {unknown} kept
 * @param {string} build
 * @returns {View | null}
 */
export const viewFrom = (kept, build) =>
  recordOf({ build: (value) => value === build })(kept) && view(kept) ? /** @type {View} */ (kept) : null;
