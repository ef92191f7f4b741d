// Settings of the user, stored in this browser. They survive removing the library.
import { keepLocal, readLocal } from '../storage/local.js';

/** @typedef {string | boolean} Value */
/**
 * Its text is `setting.NAME`; a choice that is a string has the text `setting.NAME.CHOICE`.
 * @typedef {object} Setting
 * @property {string} name
 * @property {readonly Value[]} choices in the order in which they are offered
 * @property {Value} [usual] the default; the first choice, if missing
 * @property {'reading' | 'list' | 'page'} [group] where the sheet shows it; `page`, if missing
 * @property {{ read(): Value, write(value: Value): void }} [elsewhere] it is kept by something else
 * @property {(value: Value, isStart: boolean) => void} [apply] called at the start and whenever it changes
 */

const NAME = 'broadsheet.settings';

/** @typedef {{ [name: string]: Value }} Chosen */

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
    return choiceOf(setting, setting.elsewhere?.read() ?? kept()[name]) ?? usualOf(setting);
  }

  /** @param {string} name @param {Value} chosen */
  function set(name, chosen) {
    const setting = byName.get(name);
    if (setting?.elsewhere) return setting.elsewhere.write(chosen);
    keepLocal(NAME, { ...kept(), [name]: chosen });
    setting?.apply?.(chosen, false);
  }

  /** The settings that differ from these; anyone may have written them. @param {unknown} given @returns {Chosen} */
  function changes(given) {
    const all = Object(given);
    const differing = table.flatMap((setting) => {
      const { name } = setting;
      const choice = Object.hasOwn(all, name) ? choiceOf(setting, all[name]) : undefined;
      return choice === undefined || choice === value(name) ? [] : [[name, choice]];
    });
    return Object.fromEntries(differing);
  }

  for (const { name, apply } of table) apply?.(value(name), true);

  return {
    table,
    value,
    set,
    /** What the user has chosen, for a backup. @returns {Chosen} */
    chosen: () =>
      Object.fromEntries(
        table
          .filter(({ name, elsewhere }) => elsewhere || Object.hasOwn(kept(), name))
          .map(({ name }) => [name, value(name)]),
      ),
    changes,
    /** Takes what it can of these. Returns what was there before. @param {unknown} given @returns {Chosen} */
    take(given) {
      const next = Object.entries(changes(given));
      const before = Object.fromEntries(next.map(([name]) => [name, value(name)]));
      for (const [name, choice] of next) set(name, choice);
      return before;
    },
  };
}

/** @param {Setting} setting @param {unknown} value */
const choiceOf = ({ choices }, value) => choices.find((choice) => choice === value);

/** @param {Setting} setting */
const usualOf = ({ usual, choices }) => usual ?? choices[0];

/** @typedef {ReturnType<typeof createSettings>} Settings */
