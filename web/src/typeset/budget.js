// What typesetting may cost. Formulas beyond it are shown as written.
// Of some 12,000 papers of real digests the costliest formula has 344, the costliest line some 300, the costliest
// paper 2,823; none of their formulas takes 10 ms. An attack with all that a formula may cost takes up to 40 ms.

/** Beyond this a formula is prose between two stray delimiters, or an attack. */
const MAX_FORMULA = 1500;
/** Milliseconds in KaTeX, for machines on which even that is too much. */
const MAX_TIME = 1500;
/** The shortest formula, and an empty cell of a matrix, cost as much as this many symbols more. */
const PLACE = 20;

/** A paper, with all its fields. */
export const PAPER_COST = 10_000;
/** A row, of which a screen holds twenty; or any other line of text. */
export const LINE_COST = 600;

/**
 * One for all texts that are shown together, such as the fields of a paper.
 * @param {number} [cost] of all formulas together
 */
export function createBudget(cost = LINE_COST) {
  let left = cost;
  let time = MAX_TIME;
  let exceeded = false;
  return {
    /**
     * Runs `work` if the formula can be paid for; null if not.
     * @template T
     * @param {string} tex
     * @param {() => T} work
     */
    spend(tex, work) {
      const price = costOf(tex);
      if (price > MAX_FORMULA || price > left || time <= 0) {
        exceeded = true;
        return null;
      }
      left -= price;
      const begin = performance.now();
      const made = work();
      time -= performance.now() - begin;
      return made;
    },
    /** Was a formula left as written? */
    exceeded: () => exceeded,
  };
}

/** @typedef {ReturnType<typeof createBudget>} Budget */

/** @param {string} tex */
const costOf = (tex) => tex.length + PLACE * tex.split('&').length;
