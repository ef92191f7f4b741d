// Everything that the views show.
import { HOME } from './fragment.js';

/**
 * @typedef {object} State
 * @property {boolean} booted     what was kept from last time is known
 * @property {import('./fragment.js').Address} address
 * @property {import('../files/library.js').Shelf} shelf
 * @property {import('../files/library.js').Progress | null} progress
 * @property {Archive | null} archive  that the page lies beside
 * @property {Folder | null} folder   that stays open
 * @property {import('../engine/protocol.js').SearchAnswer | null} answer the list, as it is shown
 * @property {string} answerText  the query that it answers
 * @property {boolean} searching
 * @property {number} cursor      index in the list
 * @property {import('../engine/protocol.js').Paper | null} paper the open one
 * @property {boolean} verbatim   the open paper is shown as it stands in its file, nothing mended
 * @property {number} position    of the open paper in the list, or -1
 * @property {{ text: string, options: import('../engine/protocol.js').Completion[] } | null} completion  what that text could go on as
 * @property {{ key: string, explanation: import('../engine/protocol.js').Explanation } | null} why  the paper of that key was found
 * @property {number} marksAt      counts the changes of the person's marks
 * @property {SavedSearch[]} searches  that the person has saved
 * @property {Storage | null} storage  what is known of the browser's storage
 * @property {{ key: string, shelf: State['shelf'], rows: import('../engine/protocol.js').Row[] } | null} similar  the papers of that shelf to the one of that key
 * @property {(() => void) | null} takeUpdate  a new version of the page is ready: puts it in place
 */

/** @typedef {{ name: string, fragment: string }} SavedSearch fragment: an address, as in a link */
/** @typedef {{ used: number, quota: number, persisted: boolean, keeps: boolean }} Storage in bytes; keeps: something can be kept at all */
/** @typedef {import('../archive/lists.js').List & { languages: string[] | null, loading: ReadonlySet<string> }} Archive languages: chosen by the person; loading: addresses of the files that are on their way */

/** @typedef {{ name: string, waits: boolean }} Folder waits: for the person, to be looked into again */

/** @type {State} */
export const INITIAL = {
  booted: false,
  address: HOME,
  shelf: { digests: [], refused: [] },
  progress: null,
  archive: null,
  folder: null,
  answer: null,
  answerText: '',
  searching: false,
  cursor: 0,
  paper: null,
  verbatim: false,
  position: -1,
  completion: null,
  why: null,
  marksAt: 0,
  searches: [],
  storage: null,
  similar: null,
  takeUpdate: null,
};
