/** The only schemes that a link from a digest may use. @param {string} url */
export const isWebLink = (url) => /^https?:\/\/[^\s/]/i.test(url);
