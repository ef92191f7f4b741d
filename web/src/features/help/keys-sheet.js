import { fill, h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { createDialog } from '../../app/dialog.js';
import { createLicensesButton } from './licenses-sheet.js';
import { createQuerySyntax } from './query-syntax.js';

/**
 * @param {object} parts
 * @param {() => { words: string, sequences: string[][] }[]} parts.lines  what is done by which keys
 * @param {() => void} parts.onLicenses
 * @param {() => void} parts.onPalette
 * @param {() => void} parts.onSettings
 */
export function createKeysSheet({ lines, onLicenses, onPalette, onSettings }) {
  const list = h('dl', { class: 'keys' });
  const dialog = createDialog(
    { title: t('keys.title'), className: 'dialog-small', testId: 'keys-sheet' },
    list,
    h(
      'p',
      { class: 'dialog-actions' },
      h(
        'button',
        { type: 'button', 'data-testid': 'palette-open', on: { click: onPalette } },
        t('palette.title'),
      ),
      h('button', { type: 'button', on: { click: onSettings } }, t('settings.title')),
    ),
    h('h3', { class: 'keys-heading' }, t('syntax.title')),
    createQuerySyntax(),
    createLicensesButton(onLicenses),
  );
  /** @param {{ words: string, sequences: string[][] }} line */
  const item = ({ words, sequences }) =>
    h(
      'div',
      {},
      h('dt', {}, t(words)),
      h('dd', {}, ...sequences.flatMap((sequence) => [...sequence.map((key) => h('kbd', {}, key)), ' '])),
    );

  function show() {
    fill(list, ...lines().map(item));
    dialog.show();
  }

  return { node: dialog.node, show };
}
