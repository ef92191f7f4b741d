// Everything that the views show.
import { HOME } from './fragment.js';

/**
 * @typedef {object} State
 * @property {boolean} booted     what was kept from last time is known
 * @property {import('./fragment.js').Address} address
 * @property {import('../files/library.js').Shelf} shelf
 * @property {import('../files/library.js').Progress | null} progress
 * @property {import('../engine/protocol.js').SearchAnswer | null} answer the list, as it is shown
 * @property {string} answerText  the query that it answers
 * @property {boolean} searching
 * @property {number} cursor      index in the list
 * @property {import('../engine/protocol.js').Paper | null} paper the open one
 * @property {boolean} verbatim   the open paper is shown as it stands in its file, nothing mended
 * @property {number} position    of the open paper in the list, or -1
 * @property {{ text: string, options: import('../engine/protocol.js').Completion[] } | null} completion  what that text could go on as
 * @property {{ key: string, explanation: import('../engine/protocol.js').Explanation } | null} why  the paper of that key was found
 * @property {{ key: string, shelf: State['shelf'], rows: import('../engine/protocol.js').Row[] } | null} similar  the papers of that shelf to the one of that key
 */

/** @type {State} */
export const INITIAL = {
  booted: false,
  address: HOME,
  shelf: { digests: [], refused: [] },
  progress: null,
  answer: null,
  answerText: '',
  searching: false,
  cursor: 0,
  paper: null,
  verbatim: false,
  position: -1,
  completion: null,
  why: null,
  similar: null,
};
