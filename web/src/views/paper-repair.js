import { h } from '../dom.js';
import { t } from '../i18n/index.js';

/**
 * Says that the text was mended, and shows the file's own.
 * @param {boolean} verbatim the file's own is shown
 * @param {(verbatim: boolean) => void} onToggle
 */
export const paperRepair = (verbatim, onToggle) =>
  h(
    'p',
    { class: 'paper-repair', 'data-testid': 'repair' },
    `${t('paper.repaired')} `,
    h(
      'button',
      {
        type: 'button',
        'aria-pressed': String(verbatim),
        'data-focus': 'repair',
        on: { click: () => onToggle(!verbatim) },
      },
      t('paper.verbatim'),
    ),
  );
