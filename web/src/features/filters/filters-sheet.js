import { t } from '../../i18n/index.js';
import { createDialog } from '../../app/dialog.js';

/**
 * On small screens the filters move from their column into a sheet.
 * @param {HTMLElement} filters
 * @param {MediaQueryList} wide
 */
export function createFiltersSheet(filters, wide) {
  /** @type {HTMLElement | null} the filters' place when the sheet is closed */
  let column = null;
  const dialog = createDialog({
    title: t('filters.title'),
    className: 'dialog-filters',
    closeLabel: t('filters.done'),
    onClose: () => column?.append(filters),
  });
  wide.addEventListener('change', () => dialog.close());
  return {
    node: dialog.node,
    show() {
      column ??= filters.parentElement;
      dialog.node.firstElementChild?.append(filters);
      dialog.show();
    },
  };
}
