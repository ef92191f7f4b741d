// Limits the cost of typesetting. Formulas over the limit are shown as written. In some 12,000 papers of real digests
// the costliest formula has 344, the costliest line some 300, the costliest paper 2,823, and no formula takes 10 ms. An
// attack within the limit of a formula takes up to 40 ms.

/** A longer formula is prose between two stray delimiters, or an attack. */
const MAX_FORMULA = 1500;
/** Milliseconds in KaTeX, for machines on which even that limit is too much. */
const MAX_TIME = 1500;
/** Added cost in symbols of each formula and each further matrix cell: even empty ones cost this much. */
const PLACE = 20;

/** For a paper with all its fields. */
export const PAPER_COST = 10_000;
/** For a row, of which a screen holds twenty, or any other line of text. */
export const LINE_COST = 600;

/**
 * Create one for all texts shown together, such as the fields of a paper.
 * @param {number} [cost] of all formulas together
 */
export function createBudget(cost = LINE_COST) {
  let left = cost;
  let time = MAX_TIME;
  let exceeded = false;
  return {
    /**
     * Runs `work` if the budget covers the formula; otherwise returns null.
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
    /** Whether a formula was left as written. */
    exceeded: () => exceeded,
  };
}

/** @typedef {ReturnType<typeof createBudget>} Budget */

/** @param {string} tex */
const costOf = (tex) => tex.length + PLACE * tex.split('&').length;
