// Where the user was in the list as this tab was left or reloaded. The session history cannot be changed any more then.

const NAME = 'broadsheet.place';

/** @param {string} fragment of the list @param {unknown} place null: at its beginning */
export function keepLeftPlace(fragment, place) {
  try {
    if (place === null) sessionStorage.removeItem(NAME);
    else sessionStorage.setItem(NAME, JSON.stringify({ fragment, place }));
  } catch {
    // Without storage, reloading begins at the top.
  }
}

/**
 * What was kept of that list, if the tab is back at it: a new visit begins at the top. Anyone may have written it.
 * @param {string} fragment
 * @returns {unknown}
 */
export function readLeftPlace(fragment) {
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
  if (visit?.type !== 'reload' && visit?.type !== 'back_forward') return null;
  try {
    const { fragment: left, place } = { ...JSON.parse(sessionStorage.getItem(NAME) ?? 'null') };
    return left === fragment ? place : null;
  } catch {
    return null;
  }
}
