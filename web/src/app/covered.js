/**
 * Whether a view lies over the columns. Without digests there is nothing to show in one.
 * @param {Pick<import('./state.js').State, 'address' | 'shelf'>} state
 */
export const isCovered = ({ address, shelf }) => address.trends > 0 && shelf.digests.length > 0;
