import { createDialog } from '../../app/dialog.js';
import { h } from '../../dom/dom.js';
import { keyed } from '../../dom/keyed.js';
import { t } from '../../i18n/index.js';
import { createCollectionPart } from './collection-part.js';

/** @typedef {import('./collecting.js').Collection} Collection */
/**
 * @typedef {object} Callbacks
 * @property {() => void} onOpen a file is to be chosen
 * @property {(name: string) => void} onShow
 * @property {(name: string) => void} onStar
 * @property {(name: string, tag: string) => void} onTag
 * @property {(name: string, work: import('./collecting.js').Matched) => void} onSame
 * @property {(title: string) => void} onSimilar
 * @property {(name: string) => void} onRemove
 */

/** All collections, each with what is here, doubtful, or in no digest. @param {Callbacks} callbacks */
export function createCollectionsSheet(callbacks) {
  const list = h('div', { class: 'collections' });
  const none = h('p', { class: 'collections-none', tabindex: -1 }, t('collections.none'));
  const choose = h(
    'button',
    { type: 'button', 'data-testid': 'collections-choose', on: { click: callbacks.onOpen } },
    t('collections.choose'),
  );
  const dialog = createDialog(
    { title: t('collections.title'), className: 'dialog-collections', testId: 'collections-sheet' },
    none,
    list,
    h('p', { class: 'dialog-actions' }, choose),
  );
  const showAll = keyed(list, {
    key: ({ name }) => name,
    create: (/** @type {Collection} */ { name }) => createCollectionPart(name, callbacks),
    fallback: () => choose,
  });

  /** @param {readonly Collection[]} all */
  function update(all) {
    if (!dialog.node.open) return;
    none.hidden = all.length > 0;
    showAll(all);
  }

  return {
    node: dialog.node,
    close: dialog.close,
    /** @param {readonly Collection[]} all */
    show(all) {
      dialog.show();
      update(all);
    },
    update,
  };
}
