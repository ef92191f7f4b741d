import { h, say } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';

/**
 * Says which folder is watched; starts and stops watching.
 * @param {object} callbacks
 * @param {(() => void) | null} callbacks.onKeep null: the browser cannot do it
 * @param {() => void} callbacks.onForget
 */
export function createFolderLine({ onKeep, onForget }) {
  const said = h('span', {});
  const keep = h('button', { type: 'button', on: { click: () => onKeep?.() } }, t('folder.keep'));
  const forget = h(
    'button',
    { type: 'button', 'data-testid': 'folder-let-go', on: { click: onForget } },
    t('folder.let.go'),
  );
  const node = h('p', { class: 'folder-line', hidden: !onKeep, 'data-testid': 'folder' }, said, keep, forget);
  return {
    node,
    /** @param {import('../../app/state.js').Folder | null} folder */
    update(folder) {
      const name = folder?.name ?? '';
      const words = folder?.waits ? 'folder.waits' : folder ? 'folder.kept' : 'folder.hint';
      say(said, t(words, { folder: name }));
      keep.hidden = folder !== null;
      // A button with the focus must not disappear.
      if (!folder && document.activeElement === forget) keep.focus();
      forget.hidden = folder === null;
    },
  };
}
