import { h } from '../dom.js';
import { t } from '../i18n/index.js';

let serial = 0;

/**
 * A modal sheet. The browser keeps the focus inside and gives it back on close.
 * @param {object} options
 * @param {string} options.title
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

  /** @type {HTMLElement | null} the element that the keyboard was on */
  let opener = null;

  function show() {
    if (node.open) return;
    const focused = document.activeElement;
    opener = focused instanceof HTMLElement && focused.matches(':focus-visible') ? focused : null;
    node.showModal();
  }

  function closed() {
    // Firefox gives the focus back without showing it, and to focus it once more would change nothing.
    opener?.blur();
    opener?.focus({ focusVisible: true, preventScroll: true });
    onClose();
  }

  /** @param {MouseEvent} event the body fills the dialog, so only the backdrop is the dialog itself */
  function closeOnBackdrop(event) {
    if (event.target === node) node.close();
  }

  return {
    node,
    show,
    close: () => node.close(),
  };
}
