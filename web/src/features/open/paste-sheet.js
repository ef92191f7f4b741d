import { h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { createDialog } from '../../app/dialog.js';

/** @param {(text: string) => void} onText */
export function createPasteSheet(onText) {
  const area = h('textarea', {
    id: 'paste-text',
    rows: 12,
    spellcheck: 'false',
    autocomplete: 'off',
    'data-testid': 'paste-text',
    'data-draft': true,
  });
  const read = () => {
    const text = area.value;
    dialog.close();
    if (text.trim()) onText(text);
  };
  const dialog = createDialog(
    { title: t('paste.title'), className: 'dialog-paste', onClose: () => (area.value = '') },
    h('label', { for: 'paste-text' }, t('paste.label')),
    area,
    h(
      'p',
      { class: 'dialog-actions' },
      h(
        'button',
        { type: 'button', class: 'primary', 'data-testid': 'paste-read', on: { click: read } },
        t('paste.read'),
      ),
    ),
  );
  return {
    node: dialog.node,
    show() {
      dialog.show();
      area.focus();
    },
    close: dialog.close,
  };
}
