// The part of the library that can be read synchronously: the list of all papers as last seen. If it exists, there is a
// library.
import { keepLocal, readLocal } from './local.js';

const NAME = 'broadsheet.first-view';

/** Whatever its value is. */
export function hasKept() {
  try {
    return localStorage.getItem(NAME) !== null;
  } catch {
    return false;
  }
}

/** @param {unknown} value null: there is no library */
export const keepBefore = (value) => void keepLocal(NAME, value);

export const readBefore = () => readLocal(NAME);
