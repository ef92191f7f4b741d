import { createArchiveDays } from './archive-days.js';
import { createArchiveSheet } from './archive-sheet.js';

/**
 * The days of the archive next to the page.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function archive({ archiving }) {
  const callbacks = { onDay: archiving.load, onMany: archiving.load, onLanguages: archiving.choose };
  const sheet = createArchiveSheet(callbacks);
  const days = createArchiveDays(callbacks);
  return {
    places: { 'front-archive': days.node, over: sheet.node },
    commands: [{ name: 'archive', applies: ({ archive }) => archive !== null, run: sheet.show }],
    update({ archive, shelf }, before) {
      if (!archive || (archive === before?.archive && shelf === before.shelf)) return;
      const shown = archiving.shown();
      sheet.update(shown);
      days.update(shown);
    },
  };
}
