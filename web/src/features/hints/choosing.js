// Which hint a newcomer is shown. Pure functions.
import { hasFilter } from '../../text/filter-words.js';

/**
 * @typedef {object} Seen what the page knows when it chooses
 * @property {number} total papers in the list
 * @property {boolean} touch the main pointer is a finger
 * @property {boolean} letters single letters are commands
 * @property {number} decisions that can be undone
 * @property {number} starred papers
 * @property {number} days in the library
 * @property {string} text of the query
 * @property {readonly string[]} sets of marks that are chosen
 * @property {string[]} chosen days
 */
/** @typedef {{ name: string, isUseful(seen: Seen): boolean, isOver(seen: Seen): boolean }} Hint */

/** Who has decided so often knows how. */
const ENOUGH = 3;
/** @param {Seen} seen */
const knowsHow = ({ decisions }) => decisions >= ENOUGH;

/** What has just happened comes before what holds all the time. @type {readonly Hint[]} */
export const HINTS = [
  {
    name: 'starred',
    isUseful: ({ starred }) => starred > 0,
    isOver: ({ text, sets }) => sets.includes('is:starred') || hasFilter(text, 'is:starred'),
  },
  { name: 'swipe', isUseful: ({ total, touch }) => total > 0 && touch, isOver: knowsHow },
  { name: 'keys', isUseful: ({ total, touch, letters }) => total > 0 && !touch && letters, isOver: knowsHow },
  {
    name: 'days',
    isUseful: ({ days, touch, letters }) => days > 1 && !touch && letters,
    isOver: ({ chosen }) => chosen.length > 0,
  },
];

/**
 * The hint to show, or null.
 * @param {Seen} seen
 * @param {string | null} shown the name of the one that is shown
 * @param {readonly string[]} known names of all that were ever shown
 */
export function hintFor(seen, shown, known) {
  const hint = HINTS.find(
    ({ name, isUseful, isOver }) =>
      !isOver(seen) && (name === shown || (!known.includes(name) && isUseful(seen))),
  );
  return hint?.name ?? null;
}
