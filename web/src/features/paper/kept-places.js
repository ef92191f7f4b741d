// The places where the user stopped reading, of the last papers.
import { keepLocal, readLocal } from '../../storage/local.js';
import { isNumber, isText } from '../../storage/shape.js';

/** @typedef {import('./reading-place.js').Place} Place */

const NAME = 'broadsheet.places';
/** More than anyone reads in a day. */
const MOST = 200;

/** @typedef {[work: string, part: string, share: number]} Entry */

/** @param {unknown} value @returns {value is Entry} */
const isEntry = (value) =>
  Array.isArray(value) && isText(value[0]) && isText(value[1]) && isNumber(value[2]) && value[2] >= 0;

/** The last one is the newest; anyone may have written what is stored. @returns {Entry[]} */
function stored() {
  const value = readLocal(NAME);
  return Array.isArray(value) ? value.filter(isEntry) : [];
}

/** @param {string} work @returns {Place | null} */
export function placeOf(work) {
  const entry = stored().findLast(([name]) => name === work);
  return entry ? { part: entry[1], share: entry[2] } : null;
}

/** @param {string} work @param {Place | null} place null: its top, where every paper opens */
export function keepPlace(work, place) {
  const before = stored();
  const others = before.filter(([name]) => name !== work);
  if (!place && others.length === before.length) return;
  /** @type {Entry[]} */
  const own = place ? [[work, place.part, place.share]] : [];
  keepLocal(NAME, [...others, ...own].slice(-MOST));
}
