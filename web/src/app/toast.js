import { fill, h } from '../dom/dom.js';
import { t } from '../i18n/index.js';
import { render } from '../typeset/index.js';

/**
 * One sentence at the foot of the page, until dismissed or replaced.
 * @param {{ onFiles: () => void }} callbacks onFiles: the user wants to see the files mentioned
 */
export function createToast({ onFiles }) {
  const text = h('p', {});
  const list = h(
    'button',
    {
      type: 'button',
      'data-testid': 'toast-files',
      on: {
        click() {
          node.hidden = true;
          onFiles();
        },
      },
    },
    t('notice.files'),
  );
  const dismiss = h(
    'button',
    { type: 'button', on: { click: () => (node.hidden = true) } },
    t('notice.dismiss'),
  );
  const node = h(
    'div',
    { class: 'toast', role: 'alert', 'data-testid': 'toast', hidden: true },
    text,
    list,
    dismiss,
  );
  return {
    node,
    /** @param {string} sentence @param {number} [files] number of files that the sentence is about */
    show(sentence, files = 0) {
      node.hidden = false;
      list.hidden = files < 2;
      fill(text, render(sentence, { links: false }));
    },
  };
}
