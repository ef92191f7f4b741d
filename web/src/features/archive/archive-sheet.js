import { t } from '../../i18n/index.js';
import { createArchiveDays } from './archive-days.js';
import { createDialog } from '../../app/dialog.js';

/** @param {Parameters<typeof createArchiveDays>[0]} callbacks */
export function createArchiveSheet({ onDay, onMany, onLanguages }) {
  const days = createArchiveDays({
    onDay,
    onLanguages,
    onMany(files) {
      // The progress bar and its cancel button are under the sheet.
      dialog.close();
      onMany(files);
    },
  });
  const dialog = createDialog(
    { title: t('archive.title'), className: 'dialog-archive', testId: 'archive' },
    days.node,
  );
  return { node: dialog.node, show: dialog.show, update: days.update };
}
