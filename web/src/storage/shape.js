// Checks of stored data, which may be from another version, truncated, or another page's: check its shape before use.
// Pure functions. A check takes any value and returns whether it has the right shape.

/** @typedef {(value: unknown) => boolean} Check */

/** @type {Check} */
export const isText = (value) => typeof value === 'string';
/** @type {Check} */
export const isTruth = (value) => typeof value === 'boolean';
/** @type {Check} */
export const isNumber = (value) => Number.isFinite(value);
/** A number of things or bytes. @type {Check} */
export const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

/** @param {Check} each @returns {Check} */
export const listOf = (each) => (value) => Array.isArray(value) && value.every(each);

/** @param {Check} check @returns {Check} accepts a missing value */
export const maybe = (check) => (value) => value === undefined || check(value);

/**
 * A record with at least these fields.
 * @param {Record<string, Check>} fields
 * @returns {Check}
 */
export const recordOf = (fields) => (value) =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(fields).every(([name, check]) => check(Reflect.get(value, name)));

/** A record with any names. @param {Check} each @returns {Check} */
export const mapOf = (each) => (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(each);
