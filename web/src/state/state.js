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
};
