import { t } from '../../i18n/index.js';
import { createDialog } from '../../app/dialog.js';
import { createLicensesButton } from './licenses-sheet.js';
import { createQuerySyntax } from './query-syntax.js';

/**
 * For devices without a keyboard, which have no button for the keys sheet.
 * @param {{ onLicenses: () => void }} callbacks
 */
export const createSyntaxSheet = ({ onLicenses }) =>
  createDialog(
    { title: t('syntax.title'), className: 'dialog-small', testId: 'syntax-sheet' },
    createQuerySyntax(),
    createLicensesButton(onLicenses),
  );
