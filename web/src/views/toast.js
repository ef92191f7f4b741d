import { fill, h } from '../dom.js';
import { t } from '../i18n/index.js';
import { render } from '../typeset/index.js';

/** One sentence at the foot of the page, until it is dismissed or replaced. */
export function createToast() {
  const text = h('p', {});
  const dismiss = h(
    'button',
    { type: 'button', on: { click: () => (node.hidden = true) } },
    t('notice.dismiss'),
  );
  const node = h(
    'div',
    { class: 'toast', role: 'alert', 'data-testid': 'toast', hidden: true },
    text,
    dismiss,
  );
  return {
    node,
    /** @param {string} sentence */
    show(sentence) {
      node.hidden = false;
      fill(text, render(sentence, { links: false }));
    },
  };
}
