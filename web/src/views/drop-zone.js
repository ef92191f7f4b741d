import { h } from '../dom.js';
import { t } from '../i18n/index.js';

/**
 * The whole window takes files.
 * @param {object} callbacks
 * @param {(transfer: DataTransfer) => void} callbacks.onDrop
 * @param {(transfer: DataTransfer, event: ClipboardEvent) => void} callbacks.onPaste
 * @param {AbortSignal} signal ends the listening
 */
export function createDropZone({ onDrop, onPaste }, signal) {
  const node = h('div', { class: 'drop-now', hidden: true }, h('p', {}, t('open.drop.now')));
  let depth = 0;

  /** @param {number} value */
  function setDepth(value) {
    depth = Math.max(0, value);
    node.hidden = depth === 0;
  }
  /** @param {DragEvent} event */
  const carriesFiles = (event) => event.dataTransfer?.types.includes('Files') ?? false;

  window.addEventListener('dragenter', (event) => carriesFiles(event) && setDepth(depth + 1), { signal });
  window.addEventListener('dragleave', (event) => carriesFiles(event) && setDepth(depth - 1), { signal });
  window.addEventListener('dragover', (event) => carriesFiles(event) && event.preventDefault(), { signal });
  window.addEventListener(
    'drop',
    (event) => {
      setDepth(0);
      if (!event.dataTransfer || !carriesFiles(event)) return;
      event.preventDefault();
      onDrop(event.dataTransfer);
    },
    { signal },
  );
  window.addEventListener('paste', (event) => event.clipboardData && onPaste(event.clipboardData, event), {
    signal,
  });
  return { node };
}
