import { h } from '../dom.js';
import { t } from '../i18n/index.js';

/**
 * Says which folder stays open, and ends it, or begins it.
 * @param {object} callbacks
 * @param {(() => void) | null} callbacks.onKeep null: the browser cannot
 * @param {() => void} callbacks.onLetGo
 */
export function createFolderLine({ onKeep, onLetGo }) {
  const said = h('span', {});
  const keep = h('button', { type: 'button', on: { click: () => onKeep?.() } }, t('folder.keep'));
  const letGo = h(
    'button',
    { type: 'button', 'data-testid': 'folder-let-go', on: { click: onLetGo } },
    t('folder.let.go'),
  );
  const node = h('p', { class: 'folder-line', hidden: !onKeep, 'data-testid': 'folder' }, said, keep, letGo);
  return {
    node,
    /** @param {import('../state/state.js').Folder | null} folder */
    update(folder) {
      const name = folder?.name ?? '';
      said.textContent = folder?.waits
        ? t('folder.waits', { folder: name })
        : t(folder ? 'folder.kept' : 'folder.hint', { folder: name });
      keep.hidden = folder !== null;
      // The keyboard must not be on a button that goes away.
      if (!folder && document.activeElement === letGo) keep.focus();
      letGo.hidden = folder === null;
    },
  };
}
