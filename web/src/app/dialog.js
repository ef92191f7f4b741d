import { h } from '../dom/dom.js';
import { t } from '../i18n/index.js';

let serial = 0;

/** Open sheets, the topmost last. @type {HTMLDialogElement[]} */
const sheets = [];
/** Called when a sheet opens or closes. @type {Set<() => void>} */
const listeners = new Set();

/** The sheet in use; everything under it is inert. @returns {HTMLDialogElement | undefined} */
export const topSheet = () => sheets.findLast((sheet) => sheet.open && sheet.isConnected);

/** Closes all sheets. Resolves once each has given the focus back. */
export async function closeSheets() {
  for (let sheet = topSheet(); sheet; sheet = topSheet()) {
    const closing = sheet;
    const closed = new Promise((resolve) => closing.addEventListener('close', resolve, { once: true }));
    closing.close();
    await closed;
  }
}

/** @param {() => void} listener @param {AbortSignal} signal */
export function onSheets(listener, signal) {
  listeners.add(listener);
  signal.addEventListener('abort', () => listeners.delete(listener));
}

/** @param {HTMLDialogElement} sheet @param {boolean} opens */
function tell(sheet, opens) {
  if (sheets.includes(sheet)) sheets.splice(sheets.indexOf(sheet), 1);
  if (opens) sheets.push(sheet);
  for (const listener of listeners) listener();
}

/**
 * A modal sheet. The browser keeps the focus inside and restores it on close.
 * @param {object} options
 * @param {string | Node} options.title
 * @param {string} options.className
 * @param {string} [options.testId]
 * @param {string} [options.closeLabel]
 * @param {() => void} [options.onClose]
 * @param {Node[]} content
 */
export function createDialog(
  { title, className, testId, closeLabel = t('close'), onClose = () => {} },
  ...content
) {
  const id = `dialog-${++serial}`;
  const node = h(
    'dialog',
    {
      class: `dialog ${className}`,
      'aria-labelledby': id,
      'data-testid': testId,
      on: { close: closed, click: closeOnBackdrop },
    },
    h(
      'div',
      { class: 'dialog-body' },
      h(
        'div',
        { class: 'dialog-head' },
        h('h2', { id }, title),
        h('button', { type: 'button', on: { click: () => node.close() } }, closeLabel),
      ),
      ...content,
    ),
  );

  /** @type {HTMLElement | null} element that had visible keyboard focus */
  let opener = null;

  function show() {
    if (node.open) return;
    const focused = document.activeElement;
    opener = focused instanceof HTMLElement && focused.matches(':focus-visible') ? focused : null;
    node.showModal();
    tell(node, true);
  }

  function closed() {
    tell(node, false);
    // Firefox restores the focus without showing it, and focusing the focused element changes nothing, so blur first.
    opener?.blur();
    opener?.focus({ focusVisible: true, preventScroll: true });
    onClose();
  }

  /**
   * @param {MouseEvent} event the body fills the dialog, so only clicks on the backdrop have the dialog itself as
   *   target
   */
  function closeOnBackdrop(event) {
    if (event.target === node) node.close();
  }

  return {
    node,
    show,
    close: () => node.close(),
  };
}
