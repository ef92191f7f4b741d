import { h } from '../dom.js';
import { t } from '../i18n/index.js';

/** Offers a new version of the page, and leaves it to the person when to take it. @param {{ onLater: () => void }} callbacks */
export function createUpdateNotice({ onLater }) {
  /** @type {(() => void) | null} */
  let take = null;
  const text = h('p', {});
  const node = h(
    'div',
    { class: 'toast', role: 'status', 'data-testid': 'update', hidden: true },
    text,
    h('button', { type: 'button', class: 'primary', on: { click: () => take?.() } }, t('update.take')),
    h('button', { type: 'button', on: { click: onLater } }, t('update.later')),
  );
  return {
    node,
    /** @param {(() => void) | null} ready puts the new version in place, or null where there is none */
    update(ready) {
      take = ready;
      node.hidden = ready === null;
      text.textContent = ready ? t('update.ready') : '';
    },
  };
}
