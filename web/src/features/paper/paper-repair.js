import { h, setAttribute } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';

/**
 * Says that the text was repaired, and toggles to the file's own text.
 * @param {(verbatim: boolean) => void} onToggle
 */
export function createRepair(onToggle) {
  /** The file's own text is shown. */
  let verbatim = false;
  const button = h(
    'button',
    { type: 'button', on: { click: () => onToggle(!verbatim) } },
    t('paper.verbatim'),
  );
  return {
    node: h('p', { class: 'paper-repair', 'data-testid': 'repair' }, `${t('paper.repaired')} `, button),
    /** @param {{ verbatim: boolean }} now */
    update(now) {
      verbatim = now.verbatim;
      setAttribute(button, 'aria-pressed', String(verbatim));
    },
  };
}
