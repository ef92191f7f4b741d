// The texts of a paper as parts: a part has its text in one language or in two. Pure functions.
import { mainLanguage } from '../../text/language-of.js';

/** @typedef {import('../../engine/protocol.js').Paper['fields'][number]} Field */
/** @typedef {import('../../text/language-of.js').MainLanguage} MainLanguage */
/** @typedef {'both' | 'page' | 'other'} Languages which languages of a paper are shown: see the setting */
/** @typedef {{ field: Field, language: MainLanguage }} Text */
/** @typedef {{ name: string, known: boolean, texts: Text[] }} Part texts: in different languages, at least one */
/**
 * @typedef {object} Choice
 * @property {Part[]} shown
 * @property {Part[]} left parts, or their texts, in the languages that are not wanted
 */

/** How digests name an abstract in another language: docs/digest-format.md. */
const TRANSLATION =
  /^(摘要翻译|(AI )?translation|translated_(summary|abstract)|(summary|abstract)_(zh|en)|abstract \(\w+\))$/i;

/** Of the known fields, as the core gives them. */
const ORDER = ['tldr', 'motivation', 'method', 'result', 'conclusion', 'abstract'];

/** @param {Field} field @returns {Text} */
const textOf = (field) => ({ field, language: mainLanguage(field.text) });

/**
 * @param {readonly Field[]} fields of the paper; those without a text are left out
 * @param {readonly Field[]} beside of the same paper in another language; its extra fields are seen where it is opened
 * @returns {Part[]} the known ones first, as in the digest
 */
export function partsOf(fields, beside = []) {
  const own = fields.filter(({ missing }) => !missing);
  const others = beside.filter(({ missing }) => !missing);
  const abstract = own.find(({ known, name }) => known && name === 'abstract');
  const translation = own.find(
    ({ known, name, text }) =>
      abstract && !known && TRANSLATION.test(name) && mainLanguage(text) !== mainLanguage(abstract.text),
  );
  /** @param {Field} field @returns {Part} */
  function partOf(field) {
    const { name, known } = field;
    const text = textOf(field);
    const pair =
      field === abstract && translation
        ? translation
        : others.find((other) => other.name === name && mainLanguage(other.text) !== text.language);
    return { name, known, texts: pair ? [text, textOf(pair)] : [text] };
  }
  const names = new Set(own.map(({ name }) => name));
  const added = others.filter(({ known, name }) => known && !names.has(name));
  const all = [...own.filter((field) => field !== translation), ...added];
  return all.map(partOf).toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** @param {Part} part */
const rankOf = ({ known, name }) => (known ? ORDER.indexOf(name) : ORDER.length);

/** Summary and abstract, where extra fields are not asked. @param {readonly Part[]} parts */
const languagesOf = (parts) =>
  new Set(
    parts
      .filter(({ known, texts }) => known || texts.length > 1)
      .flatMap(({ texts }) => texts.map(({ language }) => language)),
  );

/**
 * Leaves out the languages that are not wanted, if that leaves any.
 * @param {Part[]} parts
 * @param {Languages} wanted
 * @param {string} spoken the language of the page
 * @returns {Choice}
 */
export function chooseTexts(parts, wanted, spoken) {
  const languages = languagesOf(parts);
  /** @param {string} language */
  const isWanted = (language) => wanted === 'both' || (language === spoken) === (wanted === 'page');
  if (![...languages].some(isWanted)) return { shown: parts.map(inOrder(spoken)), left: [] };
  /** @param {boolean} keeps */
  const pick = (keeps) =>
    parts.flatMap((part) => {
      const isMeant = part.known || part.texts.length > 1;
      const texts = part.texts.filter(({ language }) => (!isMeant || isWanted(language)) === keeps);
      return texts.length > 0 ? [{ ...part, texts }] : [];
    });
  return { shown: pick(true).map(inOrder(spoken)), left: pick(false) };
}

/** The page's own language comes first. @param {string} spoken @returns {(part: Part) => Part} */
const inOrder = (spoken) => (part) => ({
  ...part,
  texts: part.texts.toSorted((a, b) => Number(b.language === spoken) - Number(a.language === spoken)),
});

/**
 * Where the summary is in one language, the paper's two languages are columns: the summary, with what there is of the
 * abstract in its language, and the abstract in the other. Returns the parts of each, or null if there are not two.
 * @param {readonly Part[]} parts
 * @returns {[Part[], Part[]] | null}
 */
export function sidesOf(parts) {
  const known = parts.filter((part) => part.known);
  const summary = known.filter(({ name }) => name !== 'abstract');
  if (summary.length === 0) return null;
  const [{ language }] = summary[0].texts;
  if (summary.some(({ texts }) => texts.length > 1 || texts[0].language !== language)) return null;
  /** @param {boolean} isOwn */
  const side = (isOwn) =>
    known.flatMap((part) => {
      const texts = part.texts.filter((text) => (text.language === language) === isOwn);
      return texts.length > 0 ? [{ ...part, texts }] : [];
    });
  const other = side(false);
  return other.length > 0 ? [side(true), other] : null;
}
