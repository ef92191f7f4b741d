// Takes out of a paper's fields what belongs to its head. Whatever does not look as expected stays a field.
import { codeLinks } from '../../text/links.js';
import { isWebLink } from '../../text/web-link.js';

/** @typedef {import('../../engine/protocol.js').Paper['fields'][number]} Field */
/** @typedef {{ url: string, label: string, stars: number | null, updated: string }} Code stars: null if unknown */
/**
 * @typedef {object} Told
 * @property {Field[]} comments the authors' own, from arXiv
 * @property {Code[]} code
 * @property {Field[]} titles in other languages
 * @property {Field[]} texts all other fields
 */

/** How digests name them: docs/digest-format.md. */
const COMMENT = /^comment$/i;
const TITLE = /^title_translation$|^title \(\w+\)$/i;
const CODE = /^code(_url)?$/i;
/** A link alone, bare or as Markdown. */
const LINK = /^\**(?:\[[^[\]]*\]\()?(https?:\/\/[^\s()*]+)\)?\**$/;
/** The longest real comment has some 900 characters; what is longer is no line of a head. */
const LONGEST = 2000;
const STARS = /^\d{1,9}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** @param {string} url */
const keyOf = (url) =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/(\.git)?\/*$/, '');

/** @param {readonly Field[]} fields @returns {Told} */
export function toldOf(fields) {
  const extra = fields.filter(({ known, missing, text }) => !known && !missing && text.length <= LONGEST);
  /** @param {string} name @param {RegExp} pattern */
  const fieldOf = (name, pattern) =>
    extra.find((field) => field.name.toLowerCase() === name && pattern.test(field.text.trim()));
  const comments = extra.filter(({ name }) => COMMENT.test(name));
  const titles = extra.filter(({ name }) => TITLE.test(name));
  const link = extra.find(({ name, text }) => CODE.test(name) && isWebLink(addressIn(text)));
  const stars = link && fieldOf('code_stars', STARS);
  const updated = link && fieldOf('code_last_update', DAY);
  const taken = new Set([...comments, ...titles, link, stars, updated]);
  return {
    comments,
    titles,
    code: codeOf(fields, link ? addressIn(link.text) : '', stars?.text, updated?.text),
    texts: fields.filter((field) => !taken.has(field)),
  };
}

/** @param {string} text */
const addressIn = (text) => text.trim().match(LINK)?.[1] ?? '';

/**
 * The repository that the digest names comes first, then those that texts name.
 * @param {readonly Field[]} fields @param {string} named @param {string} [stars] @param {string} [updated]
 * @returns {Code[]}
 */
function codeOf(fields, named, stars, updated) {
  const found = codeLinks(fields.map(({ text }) => text)).map((link) => ({
    ...link,
    stars: null,
    updated: '',
  }));
  if (!named) return found;
  const own = found.find(({ url }) => keyOf(url) === keyOf(named));
  const first = own ?? { url: named, label: named.replace(/^https?:\/\//, '') };
  return [
    { ...first, stars: stars === undefined ? null : Number(stars), updated: updated ?? '' },
    ...found.filter((each) => each !== own),
  ];
}
