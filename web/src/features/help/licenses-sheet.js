import { h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { createDialog } from '../../app/dialog.js';

/**
 * The parts of the page and their licences. The text is loaded on first use.
 * @param {{ address: string | null, read(): Promise<string> }} licenses address: of a file with the same text
 */
export function createLicensesSheet({ address, read }) {
  const failure = h('p', { hidden: true, role: 'alert' }, t('licenses.unread'));
  const text = h('pre', { class: 'licenses-text', lang: 'en', 'data-testid': 'licenses-text' });
  const file =
    address && h('p', {}, h('a', { href: address, target: '_blank', rel: 'noopener' }, t('licenses.file')));
  const dialog = createDialog(
    { title: t('licenses.title'), className: 'dialog-licenses', testId: 'licenses' },
    ...(file ? [file] : []),
    failure,
    text,
  );

  async function show() {
    dialog.show();
    if (text.textContent) return;
    try {
      text.textContent = await read();
      failure.hidden = true;
    } catch {
      failure.hidden = false;
    }
  }

  return { node: dialog.node, show };
}

/** A button that opens it, for the end of another sheet. @param {() => void} onLicenses */
export const createLicensesButton = (onLicenses) =>
  h(
    'p',
    { class: 'dialog-actions' },
    h(
      'button',
      { type: 'button', 'data-testid': 'licenses-open', on: { click: onLicenses } },
      t('licenses.title'),
    ),
  );
