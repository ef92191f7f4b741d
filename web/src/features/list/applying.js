// When the commands of the list would do something. Pure functions.

/** @typedef {import('../../app/state.js').State} State */

/** @param {State} state */
const totalOf = ({ answer }) => answer?.result.total ?? 0;

/** @param {State} state */
export const hasPapers = (state) => totalOf(state) > 0;

/** The cursor can move. @param {1 | -1} by @returns {(state: State) => boolean} */
export const canMove = (by) => (state) => isIn(state, state.cursor + by);

/** There is a next or previous paper; while none is open, it is the one under the cursor. @param {1 | -1} by */
export const canStep = (by) => (/** @type {State} */ state) => {
  const { address, position, cursor } = state;
  return address.paper ? isIn(state, (position < 0 ? cursor : position) + by) : hasPapers(state);
};

/** The next or previous paper can be opened where one is open, else the cursor can move. @param {1 | -1} by */
export const canAdvance = (by) => (/** @type {State} */ state) =>
  (state.address.paper ? canStep(by) : canMove(by))(state);

/** @param {State} state @param {number} index */
const isIn = (state, index) => index >= 0 && index < totalOf(state);
