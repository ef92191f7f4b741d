// Filters as words of the search box. Pure.

/** @param {string} name */
export const tagFilter = (name) => (/[\s()]/.test(name) ? `tag:"${name}"` : `tag:${name}`);

/** @param {string} text @param {string} filter */
export const hasFilter = (text, filter) => ` ${text} `.includes(` ${filter} `);

/** The text with the filter, or without it where it was there. @param {string} text @param {string} filter */
export const toggleFilter = (text, filter) =>
  hasFilter(text, filter) ? ` ${text} `.replace(` ${filter} `, ' ').trim() : `${text} ${filter}`.trim();
