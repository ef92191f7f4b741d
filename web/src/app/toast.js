import { fill, h, setAttribute } from '../dom/dom.js';
import { t } from '../i18n/index.js';
import { render } from '../typeset/index.js';

/** Long enough to read a few words. */
const BRIEF_MS = 4000;

/**
 * One sentence at the foot of the page, until dismissed or replaced. A brief one goes by itself.
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
  let timer = 0;
  return {
    node,
    /** @param {string} sentence @param {{ files?: number, isBrief?: boolean }} [how] files: that the sentence is about */
    show(sentence, { files = 0, isBrief = false } = {}) {
      clearTimeout(timer);
      if (isBrief) timer = window.setTimeout(() => (node.hidden = true), BRIEF_MS);
      node.hidden = false;
      setAttribute(node, 'data-brief', isBrief);
      dismiss.hidden = isBrief;
      list.hidden = files < 2;
      fill(text, render(sentence, { links: false }));
    },
  };
}
