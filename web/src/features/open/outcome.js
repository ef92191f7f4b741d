// The message after reading a batch of files: none if all are new, otherwise one or more sentences.
import { t } from '../../i18n/index.js';
import { refusal } from '../../i18n/refusal.js';

/** @typedef {import('../../library/tally.js').Tally} Tally */
/**
 * @typedef {{ text: string, files: number }} Said files: how many files it is about; with more than one the user may
 *   want to see them
 */

/** @param {string} name @param {string} code */
const ofOne = (name, code) => `${name}: ${refusal(code)}`;

/** @param {Tally} tally @returns {Said | null} */
export function sayOutcome({ opened, known, older, remade, left, collections, refused }) {
  const digests = opened + known.length + older.length;
  const files = digests + collections.length + refused.length;
  /** @type {string[]} */
  const said = [];
  if (known.length > 0 && digests > 1) {
    const total = t('opened.digests', { n: digests });
    said.push(opened > 0 ? t('opened.some', { total, n: opened }) : t('opened.none', { total }));
  } else said.push(...known.map((name) => ofOne(name, 'already_open')));
  said.push(...sayOlder(older), ...sayRemade(remade));
  if (left > 0) said.push(t('opened.left', { n: left }));
  said.push(...collections.map(sayCollection));
  if (refused.length > 1) said.push(`${t('report.refused', { n: refused.length })}.`);
  else said.push(...refused.map(({ name, code }) => ofOne(name, code)));
  return said.length > 0 ? { text: said.join(' '), files } : null;
}

/** @param {Tally['collections'][number]} taken */
const sayCollection = ({ name, works, here, remarks }) =>
  t('opened.collection', { name, works: t('collections.works', { n: works }), here }) +
  (remarks > 0 ? ` ${t('opened.collection.remarks', { n: remarks })}` : '');

/** @param {Tally['older']} older */
function sayOlder(older) {
  if (older.length > 1) return [t('opened.older', { n: older.length })];
  return older.map((name) => ofOne(name, 'older'));
}

/** @param {Tally['remade']} remade */
function sayRemade(remade) {
  if (remade.length > 1) return [t('opened.remade', { n: remade.length })];
  return remade.map((name) => t('opened.remade.one', { name }));
}
