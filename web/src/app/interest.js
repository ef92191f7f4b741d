// What is known of the user's interests.

/**
 * @typedef {object} Interest
 * @property {boolean} enough whether there is enough to learn from
 * @property {number} stars how many papers it was learned from
 * @property {string[]} words that say most about them
 * @property {string[]} authors of most of them
 * @property {ReadonlySet<string>} works those for the user
 */

/** The set of those works. */
export const FOR_YOU = 'is:foryou';

/** Begins the set of works that go with a tag. */
export const FOR_TAG = 'for:';

/** @type {Interest} */
export const NO_INTEREST = { enough: false, stars: 0, words: [], authors: [], works: new Set() };
