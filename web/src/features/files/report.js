import { h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { createDialog } from '../../app/dialog.js';
import { createFolderLine } from './folder-line.js';
import { createReportList } from './report-list.js';

/**
 * @param {object} callbacks
 * @param {Node} callbacks.storage
 * @param {() => void} callbacks.onFolder
 * @param {(() => void) | null} callbacks.onKeepFolder null: the browser cannot watch a folder
 * @param {() => void} callbacks.onForgetFolder
 * @param {(label: string) => void} callbacks.onRemove
 */
export function createReport({ storage, onFolder, onKeepFolder, onForgetFolder, onRemove }) {
  const folder = createFolderLine({ onKeep: onKeepFolder && away(onKeepFolder), onForget: onForgetFolder });
  const addFolder = h('button', { type: 'button', on: { click: away(onFolder) } }, t('open.folder'));
  const list = createReportList(onRemove, () => addFolder);
  const dialog = createDialog(
    { title: t('report.title'), className: 'dialog-report', testId: 'report' },
    storage,
    folder.node,
    h('p', { class: 'dialog-actions' }, addFolder),
    list.node,
  );

  /** @param {() => void} act */
  function away(act) {
    return () => {
      dialog.close();
      act();
    };
  }

  return {
    node: dialog.node,
    show: dialog.show,
    close: dialog.close,
    updateFolder: folder.update,
    update: list.update,
  };
}
