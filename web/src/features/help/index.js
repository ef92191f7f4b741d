import { keyLines } from '../../app/commands.js';
import { createKeysSheet } from './keys-sheet.js';
import { createLicensesSheet } from './licenses-sheet.js';
import { createSyntaxSheet } from './syntax-sheet.js';

/**
 * Keys, query syntax and licences.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function help({ licenses, commands, run }) {
  const texts = createLicensesSheet(licenses);
  const keys = createKeysSheet({
    lines: () => keyLines(commands()),
    onLicenses: texts.show,
    onPalette: () => run('palette'),
    onSettings: () => run('settings'),
  });
  const syntax = createSyntaxSheet({ onLicenses: texts.show });
  return {
    places: { over: [keys.node, syntax.node, texts.node] },
    commands: [
      { name: 'help', everywhere: true, words: 'keys.help', keys: ['?'], run: keys.show },
      { name: 'syntax', run: syntax.show },
    ],
  };
}
