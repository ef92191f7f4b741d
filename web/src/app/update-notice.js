import { h } from '../dom/dom.js';
import { t } from '../i18n/index.js';

/**
 * Offers a new version of the page and lets the user decide when to apply it.
 * @param {{ onLater: () => void }} callbacks
 */
export function createUpdateNotice({ onLater }) {
  /** @type {(() => void) | null} */
  let apply = null;
  const text = h('p', {});
  const node = h(
    'div',
    { class: 'toast', role: 'status', 'data-testid': 'update', hidden: true },
    text,
    h('button', { type: 'button', class: 'primary', on: { click: () => apply?.() } }, t('update.take')),
    h('button', { type: 'button', on: { click: onLater } }, t('update.later')),
  );
  return {
    node,
    /** @param {(() => void) | null} ready applies the new version; null: there is none */
    update(ready) {
      apply = ready;
      node.hidden = ready === null;
      text.textContent = ready ? t('update.ready') : '';
    },
  };
}
