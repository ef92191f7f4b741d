import { createSettingsSheet } from './settings-sheet.js';

/** What the user can choose. @param {import('../../app/feature.js').App} app */
export function settings({ settings, run }) {
  const sheet = createSettingsSheet({ settings, onKeys: () => run('help') });
  return /** @satisfies {import('../../app/feature.js').Feature & Record<string, unknown>} */ ({
    places: { over: sheet.node },
    commands: [{ name: 'settings', everywhere: true, words: 'keys.settings', keys: [','], run: sheet.show }],
    sheet,
  });
}
