import { t } from '../i18n/index.js';
import { createDialog } from './dialog.js';
import { createQuerySyntax } from './query-syntax.js';

/** For where the sheet of keys has no button, since there is no keyboard. */
export const createSyntaxSheet = () =>
  createDialog(
    { title: t('syntax.title'), className: 'dialog-small', testId: 'syntax-sheet' },
    createQuerySyntax(),
  );
