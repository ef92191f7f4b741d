import { t } from '../i18n/index.js';
import { createDialog } from './dialog.js';

/**
 * On small screens the filters leave their column and come up as a sheet.
 * @param {HTMLElement} column where the filters live otherwise
 * @param {HTMLElement} filters
 * @param {MediaQueryList} wide
 */
export function createFiltersSheet(column, filters, wide) {
  const dialog = createDialog({
    title: t('filters.title'),
    className: 'dialog-filters',
    closeLabel: t('filters.done'),
    onClose: () => column.append(filters),
  });
  wide.addEventListener('change', () => dialog.close());
  return {
    node: dialog.node,
    show() {
      dialog.node.firstElementChild?.append(filters);
      dialog.show();
    },
  };
}
