import { sequencesOf } from '../../app/commands.js';
import { isCovered } from '../../app/covered.js';
import { closeSheets } from '../../app/dialog.js';
import { hasWords, t } from '../../i18n/index.js';
import { LANGUAGES } from '../../i18n/language.js';
import { keepLocal, readLocal } from '../../storage/local.js';
import { isText, listOf } from '../../storage/shape.js';
import { createPaletteSheet } from './palette-sheet.js';
import { rank } from './ranking.js';

const LAST_USED = 'broadsheet.commands';
/** Names of commands, the last used first; anyone may have written what is stored. */
const isNames = listOf(isText);

/**
 * Commands by name: those that have one, `command.NAME`, and apply now.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function palette({ store, commands, settings, run }) {
  const sheet = createPaletteSheet({ onText: find, onRun: runChosen });

  /** @returns {string[]} */
  function lastUsed() {
    const kept = readLocal(LAST_USED);
    return isNames(kept) ? /** @type {string[]} */ (kept) : [];
  }

  /** @param {string} text */
  function find(text) {
    const state = store.get();
    const hasLetters = settings().value('keys') === true;
    const named = commands()
      .filter(({ everywhere }) => everywhere || !isCovered(state))
      .filter(({ name, applies }) => hasWords(`command.${name}`) && (applies?.(state) ?? true))
      .map((command) => ({
        name: command.name,
        label: t(`command.${command.name}`),
        names: LANGUAGES.map((language) => t(`command.${command.name}`, {}, language)),
        sequences: sequencesOf(command, hasLetters),
      }));
    return rank(named, text, lastUsed());
  }

  /** @param {string} name */
  async function runChosen(name) {
    keepLocal(LAST_USED, [name, ...lastUsed().filter((other) => other !== name)]);
    // What a command is about may lie under another sheet.
    await closeSheets();
    run(name);
  }

  return {
    places: { over: sheet.node },
    commands: [
      { name: 'palette', everywhere: true, words: 'keys.palette', keys: ['Mod+k'], run: sheet.toggle },
    ],
  };
}
