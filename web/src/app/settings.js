// Settings of the user, stored in this browser. They survive removing the library.
import { keepLocal, readLocal } from '../storage/local.js';

/** @typedef {string | boolean} Value */
/**
 * Its text is `setting.NAME`; a choice that is a string has the text `setting.NAME.CHOICE`.
 * @typedef {object} Setting
 * @property {string} name
 * @property {readonly Value[]} choices the first is the default
 * @property {(value: Value, isStart: boolean) => void} [apply] called at the start and whenever it changes
 */

const NAME = 'broadsheet.settings';

/** @param {readonly Setting[]} table all settings */
export function createSettings(table) {
  const byName = new Map(table.map((setting) => [setting.name, setting]));
  if (byName.size < table.length) throw new Error('two settings have one name');

  /** The stored value; anyone may have written it. @returns {Record<string, unknown>} */
  const kept = () => ({ .../** @type {object | null} */ (readLocal(NAME)) });

  /** @param {string} name @returns {Value} */
  function value(name) {
    const setting = byName.get(name);
    if (!setting) throw new Error(`no setting ${name}`);
    return setting.choices.find((choice) => choice === kept()[name]) ?? setting.choices[0];
  }

  for (const { name, apply } of table) apply?.(value(name), true);

  return {
    table,
    value,
    /** @param {string} name @param {Value} chosen */
    set(name, chosen) {
      keepLocal(NAME, { ...kept(), [name]: chosen });
      byName.get(name)?.apply?.(chosen, false);
    },
  };
}

/** @typedef {ReturnType<typeof createSettings>} Settings */
