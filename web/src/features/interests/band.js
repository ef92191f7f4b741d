import { h, say } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';

/**
 * How many papers of the list are for the user, and a button that shows them.
 * @param {{ onShow: () => void, onOpen: () => void }} callbacks onOpen: shows what was learned
 */
export function createBand({ onShow, onOpen }) {
  const text = h('span', { 'data-testid': 'for-you-count' });
  const show = h('button', { type: 'button', 'data-testid': 'for-you-show', on: { click: onShow } });
  const open = h(
    'button',
    { type: 'button', 'data-testid': 'interests-open', on: { click: onOpen } },
    t('interests.open'),
  );
  const node = h(
    'p',
    { class: 'for-you-band', 'data-testid': 'for-you-band', hidden: true },
    text,
    ' ',
    show,
    ' ',
    open,
  );
  return {
    node,
    /** @param {{ forYou: number, total: number, isOn: boolean } | null} shown null: too little is known */
    update(shown) {
      node.hidden = !shown || (shown.forYou === 0 && !shown.isOn);
      if (!shown) return;
      say(text, shown.isOn ? t('foryou.on') : t('foryou.count', { n: shown.forYou, total: shown.total }));
      say(show, t(shown.isOn ? 'foryou.all' : 'foryou.show'));
    },
  };
}
