// Which papers are selected, as a value. Pure functions; each returns the selection after a change.
//
// A range goes from the anchor, which is the paper that was selected or unselected last, to another paper, and does to
// all in it what was done to the anchor. It may be extended again, also back over the anchor: then what it did before is
// taken back.
/**
 * @typedef {object} Selection
 * @property {ReadonlySet<string>} works
 * @property {boolean} taps a tap on a row selects it, or not, instead of opening it
 * @property {string} anchor the work at which a range begins, or ""
 * @property {number} at where that was in the list, which may have changed since
 * @property {boolean} selects the range selects papers; false: it unselects them
 * @property {ReadonlySet<string>} base the works that were selected before the range
 * @property {number} outside number of these works that the list does not show
 */

/** @type {Selection} */
export const NOTHING = {
  works: new Set(),
  taps: false,
  anchor: '',
  at: -1,
  selects: true,
  base: new Set(),
  outside: 0,
};

/** Keys and taps act on the selection. @param {{ selection: Selection }} state */
export const isSelecting = ({ selection }) => selection.taps || selection.works.size > 0;

/**
 * Selects or unselects one paper, at which ranges then begin.
 * @param {Selection} selection
 * @param {string} work
 * @param {number} at its place in the list
 * @param {boolean} [selects] by default the contrary of what it is
 */
export const begun = (selection, work, at, selects = !selection.works.has(work)) =>
  extended({ ...selection, base: selection.works, anchor: work, at, selects }, [work]);

/** @param {Selection} selection @param {Iterable<string>} range the works from the anchor on, with it @returns {Selection} */
export function extended(selection, range) {
  const works = new Set(selection.base);
  for (const work of range) {
    if (selection.selects) works.add(work);
    else works.delete(work);
  }
  return { ...selection, works };
}

/** These, too. @param {Selection} selection @param {Iterable<string>} more @returns {Selection} */
export function withAll(selection, more) {
  const works = new Set([...selection.works, ...more]);
  return { ...selection, works, base: works, anchor: '', at: -1 };
}

/** Without the papers that have left the library. @param {Selection} selection @param {ReadonlySet<string>} known @returns {Selection} */
export function onlyOf(selection, known) {
  const isKnown = (/** @type {string} */ work) => known.has(work);
  return {
    ...selection,
    works: new Set([...selection.works].filter(isKnown)),
    base: new Set([...selection.base].filter(isKnown)),
  };
}

/**
 * The selected works, those of the list first, in its order.
 * @param {Selection} selection
 * @param {readonly string[]} listed
 */
export function inOrder({ works }, listed) {
  const first = listed.filter((work) => works.has(work));
  const others = new Set(works);
  for (const work of first) others.delete(work);
  return [...first, ...others];
}
