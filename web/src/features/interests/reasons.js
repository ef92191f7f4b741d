import { removable } from '../../app/removable.js';
import { fill, h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { clip } from '../../text/clip.js';
import { languageOf } from '../../text/language-of.js';
import { render } from '../../typeset/index.js';

/** @typedef {import('../../engine/protocol.js').Reason} Reason */
/** @typedef {import('../../marks/interests.js').Kind} Kind */

/**
 * Why the open paper is for the user, in words. Each can be told to count for nothing.
 * @param {object} callbacks
 * @param {(kind: Kind, text: string) => void} callbacks.onIgnore
 * @param {(work: string) => void} callbacks.onLike shows the starred paper that is most like it
 */
export function createReasons({ onIgnore, onLike }) {
  const list = h('ul', { class: 'reasons-list' });
  const node = h(
    'section',
    { class: 'reasons', 'aria-labelledby': 'reasons-title', 'data-testid': 'reasons', hidden: true },
    h('h3', { class: 'reasons-title', id: 'reasons-title' }, t('reasons.title')),
    list,
  );
  /** @type {readonly Reason[]} */
  let shown = [];

  /** @param {Reason} reason */
  const item = ({ kind, text, work }) =>
    kind === 'like'
      ? h(
          'li',
          {},
          `${t('reasons.like')} `,
          h(
            'button',
            { type: 'button', dir: 'auto', lang: languageOf(text), on: { click: () => onLike(work) } },
            render(clip(text), { links: false }),
          ),
        )
      : removable(
          text,
          t('reasons.ignore', { text }),
          () => onIgnore(/** @type {Kind} */ (kind), text),
          'reason-ignore',
        );

  return {
    node,
    /** @param {readonly Reason[]} reasons */
    update(reasons) {
      if (reasons === shown) return;
      shown = reasons;
      node.hidden = reasons.length === 0;
      fill(list, ...reasons.map(item));
    },
  };
}
