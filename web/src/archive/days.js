// Chooses among the files of an archive: of one day and series often one for each language is there, and a plain one.

/** @typedef {import('./lists.js').ArchiveFile} ArchiveFile */
/** @typedef {import('../i18n/index.js').Language} Language */
/** @typedef {{ day: string, files: ArchiveFile[] }} Day files without a day are a Day each, of the name "" */

/** @type {Record<Language, RegExp>} how archives call the languages of this page */
const NAMES = { en: /english|^en\b|英/i, zh: /chinese|^zh\b|中文/i };

/** Those of the page's language, or all where there is none. @param {string[]} languages @param {Language} spoken */
export function understood(languages, spoken) {
  const some = languages.filter((language) => NAMES[spoken].test(language));
  return some.length ? some : languages;
}

/** @param {ArchiveFile[]} files */
export const languagesOf = (files) => [...new Set(files.map((file) => file.language).filter(Boolean))].sort();

/**
 * What there is of each day, newest first.
 * @param {ArchiveFile[]} files
 * @param {string[] | null} chosen  languages: one file of each; null: one file, in the language of the page if there is one
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

/** Files that say no language are there for everybody. @param {ArchiveFile[]} group @param {string[]} chosen */
function ofLanguages(group, chosen) {
  const picked = chosen.flatMap((language) => group.find((file) => file.language === language) ?? []);
  return picked.length ? picked : byWorth(group.filter((file) => !file.language)).slice(0, 1);
}

/** @param {ArchiveFile[]} group @param {Language} spoken */
function bestOf(group, spoken) {
  const [mine] = group.filter((file) => NAMES[spoken].test(file.language));
  return [mine ?? byWorth(group)[0]];
}

/** @param {ArchiveFile[]} group */
const byWorth = (group) => group.toSorted((a, b) => worth(a) - worth(b));

/** Summaries first; the family's Markdown has some, its plain JSON Lines none. @param {ArchiveFile} file */
const worth = ({ language, name }) => (language ? 0 : /\.jsonl?(\.gz)?$/i.test(name) ? 2 : 1);
