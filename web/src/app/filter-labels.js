// What the values of filters are called.
import { formatDay, formatDays, formatMonth, t } from '../i18n/index.js';
import { endsOf, isMonth } from './days.js';
import { FOR_TAG } from './interest.js';

/** @param {string} value a day, or a range of them */
export function dayLabel(value) {
  const ends = endsOf(value);
  if (ends) return formatDays(...ends);
  return isMonth(value) ? formatMonth(value) : formatDay(value, 'long');
}

/** @param {string} set such as "is:unread", "tag:later" or "collection:refs.bib" */
export function setLabel(set) {
  if (set.startsWith('tag:')) return set.replace('tag:', '#');
  if (set.startsWith('collection:')) return set.replace('collection:', '');
  if (set.startsWith(FOR_TAG)) return t('state.fortag', { tag: set.slice(FOR_TAG.length) });
  return t(`state.${set.replace('is:', '')}`);
}
