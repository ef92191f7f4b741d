// Chooses among an archive's files. A day of a series often has one file per language and one without a language.
import { SPOKEN } from '../i18n/language.js';

/** @typedef {import('./lists.js').ArchiveFile} ArchiveFile */
/** @typedef {import('../i18n/index.js').Language} Language */
/** @typedef {{ day: string, files: ArchiveFile[] }} Day each file without a day is a Day of its own, with `day` "" */

/**
 * The languages that match the page's language, or all of them if none matches.
 * @param {string[]} languages
 * @param {Language} spoken
 */
export function understood(languages, spoken) {
  const some = languages.filter((language) => SPOKEN[spoken].called.test(language));
  return some.length ? some : languages;
}

/** @param {ArchiveFile[]} files */
export const languagesOf = (files) => [...new Set(files.map((file) => file.language).filter(Boolean))].sort();

/**
 * The chosen files of each day, newest first.
 * @param {ArchiveFile[]} files
 * @param {string[] | null} chosen languages: one file for each; null: one file, in the page's language if there is one
 * @param {Language} spoken
 * @returns {Day[]}
 */
export function chooseDays(files, chosen, spoken) {
  /** @type {Map<string, ArchiveFile[]>} */
  const groups = new Map();
  for (const file of files) {
    const key = file.day ? `${file.day} ${file.series}` : file.url;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  /** @type {Map<string, Day>} */
  const days = new Map();
  for (const [key, group] of groups) {
    const picked = chosen ? ofLanguages(group, chosen) : bestOf(group, spoken);
    const { day } = group[0];
    const known = days.get(day || key);
    if (known) known.files.push(...picked);
    else if (picked.length) days.set(day || key, { day, files: picked });
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

/**
 * If the chosen languages are missing, takes a file without a language, which is for everybody.
 * @param {ArchiveFile[]} group
 * @param {string[]} chosen
 */
function ofLanguages(group, chosen) {
  const picked = chosen.flatMap((language) => group.find((file) => file.language === language) ?? []);
  return picked.length ? picked : byWorth(group.filter((file) => !file.language)).slice(0, 1);
}

/** @param {ArchiveFile[]} group @param {Language} spoken */
function bestOf(group, spoken) {
  const [mine] = group.filter((file) => SPOKEN[spoken].called.test(file.language));
  return [mine ?? byWorth(group)[0]];
}

/** @param {ArchiveFile[]} group */
const byWorth = (group) => group.toSorted((a, b) => worth(a) - worth(b));

/**
 * Prefers files with summaries: in the family, Markdown has some and plain JSON Lines has none.
 * @param {ArchiveFile} file
 */
const worth = ({ language, name }) => (language ? 0 : /\.jsonl?(\.gz)?$/i.test(name) ? 2 : 1);
