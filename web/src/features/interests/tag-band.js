import { h, say } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';

/**
 * While the papers of a tag are shown: a button that shows what goes with them.
 * @param {object} callbacks
 * @param {(tag: string) => void} callbacks.onShow
 */
export function createTagBand({ onShow }) {
  let shown = '';
  const show = h('button', {
    type: 'button',
    'data-testid': 'for-tag',
    on: { click: () => onShow(shown) },
  });
  const node = h('p', { class: 'for-you-band', 'data-testid': 'for-tag-band', hidden: true }, show);
  return {
    node,
    /** @param {string} tag "" if there is none, or too little is known of it */
    update(tag) {
      shown = tag;
      node.hidden = tag === '';
      if (tag) say(show, t('foryou.tag', { tag }));
    },
  };
}
