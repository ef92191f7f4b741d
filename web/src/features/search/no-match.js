import { h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';

/** @param {{ onClear: () => void }} callbacks */
export function createNoMatch({ onClear }) {
  const node = h(
    'div',
    { class: 'no-match', hidden: true },
    h('p', {}, t('search.none')),
    h('p', {}, t('search.none.hint')),
    h('button', { type: 'button', on: { click: onClear } }, t('search.clear')),
  );
  return {
    node,
    /** @param {boolean} shown */
    update(shown) {
      node.hidden = !shown;
    },
  };
}
