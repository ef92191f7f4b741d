import { h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';

/**
 * Accepts files and text dropped or pasted anywhere in the window.
 * @param {object} callbacks
 * @param {(transfer: DataTransfer, event: DragEvent) => void} callbacks.onDrop
 * @param {(transfer: DataTransfer, event: ClipboardEvent) => void} callbacks.onPaste
 * @param {AbortSignal} signal stops listening
 */
export function createDropZone({ onDrop, onPaste }, signal) {
  const node = h('div', { class: 'drop-now', hidden: true }, h('p', {}, t('open.drop.now')));
  let depth = 0;

  /** @param {number} value */
  function setDepth(value) {
    depth = Math.max(0, value);
    node.hidden = depth === 0;
  }
  /** The drag started in this page. */
  let isOwn = false;
  /** @param {DragEvent} event */
  const carriesFiles = (event) => event.dataTransfer?.types.includes('Files') ?? false;
  /** @param {DragEvent} event text fields handle text themselves */
  const carriesText = (event) =>
    !isOwn &&
    (event.dataTransfer?.types.includes('text/plain') ?? false) &&
    !(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement);
  /** @param {DragEvent} event */
  const carriesAny = (event) => carriesFiles(event) || carriesText(event);

  window.addEventListener('dragstart', () => (isOwn = true), { signal });
  window.addEventListener('dragend', () => (isOwn = false), { signal });

  window.addEventListener('dragenter', (event) => carriesFiles(event) && setDepth(depth + 1), { signal });
  window.addEventListener('dragleave', (event) => carriesFiles(event) && setDepth(depth - 1), { signal });
  window.addEventListener('dragover', (event) => carriesAny(event) && event.preventDefault(), { signal });
  window.addEventListener(
    'drop',
    (event) => {
      setDepth(0);
      if (event.dataTransfer && carriesAny(event)) onDrop(event.dataTransfer, event);
    },
    { signal },
  );
  window.addEventListener('paste', (event) => event.clipboardData && onPaste(event.clipboardData, event), {
    signal,
  });
  return { node };
}
