// Everything that the views show.
import { EMPTY_SHELF } from '../library/shelf.js';
import { HOME } from './fragment.js';
import { NO_INTEREST } from './interest.js';
import { NOTHING } from './selection.js';

/**
 * @typedef {object} State
 * @property {boolean} booted it is known what was kept from last time
 * @property {import('./fragment.js').Address} address
 * @property {import('../library/shelf.js').Shelf} shelf
 * @property {import('../library/progress-report.js').Progress | null} progress
 * @property {Archive | null} archive the archive next to the page
 * @property {Folder | null} folder the watched folder
 * @property {import('../engine/protocol.js').SearchAnswer | null} answer the list as shown
 * @property {string} answerText the query that `answer` answers
 * @property {{ answer: State['answer'], result: import('../engine/protocol.js').SearchResult } | null} recounted what the
 *   search of that answer would find now: marks have changed since
 * @property {{ typed: string, found: import('../engine/protocol.js').FacetCount[] } | null} foundAuthors authors of the
 *   list with such a name
 * @property {import('../engine/protocol.js').Contents | null} contents of the newest days
 * @property {boolean} searching
 * @property {number} cursor index in the list
 * @property {string} topDay the day of the row at the top of what is in view: a date or the name of a digest
 * @property {import('./selection.js').Selection} selection the papers to act on together
 * @property {import('../engine/protocol.js').Paper | null} paper the open paper
 * @property {boolean} verbatim show the open paper exactly as in its file, without repairs
 * @property {number} position index of the open paper in the list, or -1
 * @property {{ text: string, options: import('../engine/protocol.js').Completion[] } | null} completion
 *   possible completions of that text
 * @property {{ key: string, explanation: import('../engine/protocol.js').Explanation, learned: import('../engine/protocol.js').LearnedPart[] } | null} why
 *   the reason why the paper with that key was found; learned: by which learned words
 * @property {number} marksAt number of changes to the user's marks
 * @property {SavedSearch[]} searches the user's saved searches, in order
 * @property {Record<string, number>} unseen how many unread papers each of them finds, by its fragment
 * @property {readonly import('../features/collections/collecting.js').Collection[]} collections the user's, by name
 * @property {{ text: string, works: import('../engine/protocol.js').CollectedWork[] } | null} elsewhere works of the
 *   collections that no digest has, as that query finds them
 * @property {import('./interest.js').Interest} interest what is for the user
 * @property {{ key: string, reasons: import('../engine/protocol.js').Reason[] } | null} reasons why the paper with that key
 *   is
 * @property {{ text: string, taken: number, words: import('../engine/protocol.js').LearnedWord[], rows: import('../engine/protocol.js').AlsoRow[], alike: import('../engine/protocol.js').SimilarRow[] } | null} also
 *   what other words find for that query; taken: how many words the user has taken off; alike: papers similar to the few
 *   that it finds itself
 * @property {{ window: number, found: import('../engine/protocol.js').Trends, drawing: typeof import('../features/trends/drawing.js') } | null} trends
 *   window: in days
 * @property {{ text: string, total: number, days: ReadonlyMap<string, number> }[] | null} comparison queries, and how many
 *   papers of each day they find
 * @property {Storage | null} storage what is known about the browser's storage
 * @property {{ key: string, shelf: State['shelf'], rows: import('../engine/protocol.js').SimilarRow[] } | null} similar
 *   the papers of that shelf that are similar to the paper with that key
 * @property {(() => void) | null} applyUpdate applies the new version of the page; null: none is ready
 */

/** @typedef {{ name: string, fragment: string }} SavedSearch fragment: an address, as in a link */
/**
 * @typedef {{ used: number, quota: number, persisted: boolean, keeps: boolean }} Storage used and quota in bytes;
 *   keeps: something can be stored at all
 */
/**
 * @typedef {import('../archive/lists.js').List & { languages: string[] | null, loading: ReadonlySet<string> }} Archive
 *   languages: chosen by the user; loading: addresses of the files being loaded
 */

/** @typedef {{ name: string, waits: boolean }} Folder waits: for the user to allow reading it again */

/** @type {State} */
export const INITIAL = {
  booted: false,
  address: HOME,
  shelf: EMPTY_SHELF,
  progress: null,
  archive: null,
  folder: null,
  answer: null,
  answerText: '',
  recounted: null,
  foundAuthors: null,
  contents: null,
  searching: false,
  cursor: 0,
  topDay: '',
  selection: NOTHING,
  paper: null,
  verbatim: false,
  position: -1,
  completion: null,
  why: null,
  marksAt: 0,
  searches: [],
  unseen: {},
  collections: [],
  elsewhere: null,
  interest: NO_INTEREST,
  reasons: null,
  also: null,
  trends: null,
  comparison: null,
  storage: null,
  similar: null,
  applyUpdate: null,
};
