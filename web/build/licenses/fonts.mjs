// The fonts used by the styles, with the copyright and Reserved Font Name that each declares.
import { create } from 'fontkit';
import { readFile } from 'node:fs/promises';

/** @typedef {import('./format.mjs').Part} Part */
/** @typedef {import('fontkit').Font & { getName(key: string): string | null }} Font */

const OFL = 'OFL-1.1';
const ADDRESS_OF_OFL = /scripts\.sil\.org\/OFL/;
/** The text before it says whose fonts a package holds. */
const BEGIN_OF_OFL = /^-*\n?SIL OPEN FONT LICENSE/m;

/**
 * One part for each family and notice. Throws if a font has a licence other than the OFL.
 * @param {string[]} files
 * @param {string} ofl text of the licence
 * @returns {Promise<Part[]>}
 */
export async function partsOfFonts(files, ofl) {
  const parts = new Map();
  for (const file of [...files].sort()) {
    const font = /** @type {Font} */ (create(await readFile(file)));
    const license = font.getName('license') ?? '';
    if (![license, font.getName('licenseURL')].some((text) => ADDRESS_OF_OFL.test(text ?? '')))
      throw new Error(`${file} is bundled, and does not say that its licence is the ${OFL}`);
    const version = /[\d.]+/.exec(String(font.version))?.[0] ?? '';
    const name = `${font.familyName} (font)`;
    const notice = /copyright/i.test(license) ? license : `${font.copyright}\n\n${license}`;
    parts.set([name, version, notice].join('\0'), { name, version, license: OFL, notice, text: ofl });
  }
  return [...parts.values()];
}

/**
 * A font package's licence file holds its own copyright line and the licence. Splits them so that the licence is
 * printed once.
 * @param {Part} part
 * @returns {Part}
 */
export function withNoticeApart(part) {
  const begin = part.license === OFL ? part.text.search(BEGIN_OF_OFL) : -1;
  if (begin < 0) return part;
  return { ...part, notice: part.text.slice(0, begin), text: part.text.slice(begin) };
}

/** @param {Part[]} packages @returns {string} text of the fonts' licence */
export function oflOf(packages) {
  const found = packages.find(({ license, text }) => license === OFL && BEGIN_OF_OFL.test(text));
  if (!found) throw new Error(`no bundled package holds the text of the ${OFL}`);
  return found.text;
}
